import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import nunjucks from 'nunjucks';

/** Templates stand beside `src` and `dist` in the package, one stanza a file. */
const root = join(import.meta.dirname, '..', '..', 'templates');

/** Renders one stanza from a view that has every name the stanza uses. */
export type Stanza = (view: object) => string;

interface Runtime {
  readonly Frame: new () => unknown;
  readonly memberLookup: (holder: unknown, name: string | number) => unknown;
}

interface Frame {
  readonly lookup: (name: string) => unknown;
}

interface Context {
  readonly lookup: (name: string) => unknown;
}

/** What nunjucks compiles a template into; the same function that its `precompile` emits. */
interface Compiled {
  readonly rootRenderFunc: (
    environment: nunjucks.Environment,
    context: Context,
    frame: unknown,
    runtime: unknown,
    done: (error: Error | null, text?: string) => void,
  ) => void;
}

const { runtime } = nunjucks as unknown as { runtime: Runtime };

/**
 * nunjucks' `throwOnUndefined` covers printed values only: `{% if typo %}` and `{% for x in typo %}` pass
 * silently. These look-ups throw for every missing name, so that a view must be fully populated.
 */
const strictRuntime = {
  ...runtime,
  memberLookup(holder: unknown, name: string | number): unknown {
    const value = runtime.memberLookup(holder, name);
    if (value === undefined) throw new Error(`the view has no .${name}`);
    return value;
  },
  contextOrFrameLookup(context: Context, frame: Frame, name: string): unknown {
    const value = frame.lookup(name) ?? context.lookup(name);
    if (value === undefined) throw new Error(`the view has no ${name}`);
    return value;
  },
};

const environment = new nunjucks.Environment(null, { autoescape: false, trimBlocks: true, lstripBlocks: true });

/** Compiles a template file, by its path below `templates/`. */
function compileStanza(path: string): Stanza {
  const source = readFileSync(join(root, path), 'utf8');
  const template = new nunjucks.Template(source, environment, path, true) as unknown as Compiled;
  return (view) => {
    const values = view as Readonly<Record<string, unknown>>;
    let text = '';
    template.rootRenderFunc(
      environment,
      { lookup: (name) => values[name] },
      new runtime.Frame(),
      strictRuntime,
      (error, result) => {
        if (error) throw new Error(`template ${path}: ${error.message}`, { cause: error });
        text = result ?? '';
      },
    );
    return text;
  };
}

/**
 * The stanzas of a folder of `templates/`: `stanzas('eos')('ospf', view)` renders `templates/eos/ospf.njk`.
 * Each is compiled once, when first used.
 */
export function stanzas(folder: string): (name: string, view: object) => string {
  const compiled = new Map<string, Stanza>();
  return (name, view) => {
    let stanza = compiled.get(name);
    if (!stanza) {
      stanza = compileStanza(`${folder}/${name}.njk`);
      compiled.set(name, stanza);
    }
    return stanza(view);
  };
}
