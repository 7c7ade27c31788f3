import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type Nunjucks from 'nunjucks';
import { packageFolder } from '../files/package.ts';
import { nunjucks } from './nunjucks.ts';
import { type Stanza, replacementOf } from './replacements.ts';

/** One stanza a file. */
const root = join(packageFolder, 'templates');

interface Runtime {
  readonly Frame: new () => unknown;
  readonly memberLookup: (holder: unknown, name: string | number) => unknown;
  readonly contextOrFrameLookup: (context: Context, frame: Frame, name: string) => unknown;
}

interface Frame {
  readonly lookup: (name: string) => unknown;
}

interface Context {
  readonly lookup: (name: string) => unknown;
  /** What `set` outside of loops calls besides; the frame has the value. */
  readonly setVariable: () => void;
  readonly addExport: () => void;
}

/** What nunjucks compiles a template into; the same function that its `precompile` emits. */
interface Compiled {
  readonly rootRenderFunc: (
    environment: Nunjucks.Environment,
    context: Context,
    frame: unknown,
    runtime: unknown,
    done: (error: Error | null, text?: string) => void,
  ) => void;
}

/** A name that a template uses and its view does not have. */
export class MissingName extends Error {
  /** As the template spells it: members with a dot before. */
  readonly missing: string;

  constructor(missing: string) {
    super(`the view has no ${missing}`);
    this.missing = missing;
  }
}

/** The engine as stanzas use it. */
interface Engine {
  readonly runtime: Runtime;
  readonly environment: Nunjucks.Environment;
  readonly parse: (path: string, source: string) => Compiled;
}

/**
 * nunjucks' `throwOnUndefined` covers printed values only: `{% if typo %}` and `{% for x in typo %}` pass
 * silently. These look-ups throw for every missing name, so that a view must be fully populated.
 */
function strict(runtime: Runtime): Runtime {
  return {
    ...runtime,
    /** Of own members only: what objects inherit leads to functions, and by them out of the template. */
    memberLookup(holder: unknown, name: string | number): unknown {
      const isOwn = holder !== null && holder !== undefined && Object.hasOwn(holder, name);
      const value = isOwn ? runtime.memberLookup(holder, name) : undefined;
      if (value === undefined) throw new MissingName(`.${name}`);
      return value;
    },
    contextOrFrameLookup(context: Context, frame: Frame, name: string): unknown {
      const value = frame.lookup(name) ?? context.lookup(name);
      if (value === undefined) throw new MissingName(name);
      return value;
    },
  };
}

let prepared: Engine | undefined;

function engine(): Engine {
  if (prepared) return prepared;
  const { Environment, Template, runtime } = nunjucks() as typeof Nunjucks & { runtime: Runtime };
  // Stanzas are whole in themselves: no loader, so that no template reads another.
  const environment = new Environment([], { autoescape: false, trimBlocks: true, lstripBlocks: true });
  const parse = (path: string, source: string) => new Template(source, environment, path, true) as unknown as Compiled;
  prepared = { runtime: strict(runtime), environment, parse };
  return prepared;
}

/**
 * Compiles the text of a template.
 * @param path names it in messages.
 * @throws Error of nunjucks where the text is no template.
 */
export function compileTemplate(path: string, source: string): Stanza {
  const { runtime, environment, parse } = engine();
  const template = parse(path, source);
  return (view) => {
    const values = view as Readonly<Record<string, unknown>>;
    let text = '';
    template.rootRenderFunc(
      environment,
      { lookup: (name) => (Object.hasOwn(values, name) ? values[name] : undefined), setVariable() {}, addExport() {} },
      new runtime.Frame(),
      runtime,
      (error, result) => {
        if (error) throw new Error(`template ${path}: ${error.message}`, { cause: error });
        text = result ?? '';
      },
    );
    return text;
  };
}

/** Text of heddle's own template, by `<folder>/<stanza>`. */
export function ownSource(name: string): string {
  return readFileSync(join(root, `${name}.njk`), 'utf8');
}

/** Names of all stanzas that heddle has, as `<folder>/<stanza>`. */
export function allStanzas(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.njk'))
    .map((path) => path.slice(0, -'.njk'.length).replaceAll('\\', '/'))
    .sort();
}

/**
 * The stanzas of a folder of `templates/`: `stanzas('eos')('ospf', view)` renders `templates/eos/ospf.njk`, or what
 * replaces it. Each is compiled once, when first used.
 */
export function stanzas(folder: string): (name: string, view: object) => string {
  const compiled = new Map<string, Stanza>();
  return (name, view) => {
    const replacement = replacementOf(folder, name);
    if (replacement) return replacement(view);
    let stanza = compiled.get(name);
    if (!stanza) {
      stanza = compileTemplate(`${folder}/${name}.njk`, ownSource(`${folder}/${name}`));
      compiled.set(name, stanza);
    }
    return stanza(view);
  };
}
