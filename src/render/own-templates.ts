import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { type SourceFile, type Span, lineStarts } from '../diagnostics/span.ts';
import { nearest } from '../diagnostics/suggest.ts';
import { readSource } from '../topology/files/source.ts';
import { findTemplateFault, linesWithName } from './template-syntax.ts';
import type { Replacements, Stanza } from './replacements.ts';
import { MissingName, allStanzas, compileTemplate, ownSource } from './templates.ts';

/** A template of the user's own, which takes the place of one of heddle's. */
export interface OwnTemplate {
  /** `<folder>/<stanza>`. */
  readonly name: string;
  readonly file: SourceFile;
}

/** What is wrong with a folder of templates, and where. */
export interface OwnTemplateFault {
  readonly lack: string;
  readonly span: Span;
  readonly hint?: string;
}

export interface OwnTemplates {
  /** In order of their names. */
  readonly templates: readonly OwnTemplate[];
  readonly replacements: Replacements;
  readonly faults: readonly OwnTemplateFault[];
  /** What the reading of files itself reports. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Of a topology that names no folder. */
export const noOwnTemplates: OwnTemplates = { templates: [], replacements: new Map(), faults: [], diagnostics: [] };

const ending = '.njk';

/** Files that a folder may have beside templates. */
const isOther = (name: string): boolean => name.startsWith('.') || /^readme(\.(md|txt))?$/i.test(name);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'it is not a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its symbolic links lead in a circle',
};

/** What a call of the file system gives, or why it gives nothing. */
function trying<Value>(call: () => Value): { readonly value: Value } | { readonly reason: string } {
  try {
    return { value: call() };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { reason: reasons[code] ?? code };
  }
}

/** Names of the files of a folder and of the folders in it: no deeper, as templates stand no deeper. */
function filesOf(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => !isOther(name));
  return names
    .flatMap((name) => {
      const path = join(folder, name);
      if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [name];
      const below = readdirSync(path).filter((one) => !isOther(one));
      return below.map((one) => `${name}/${one}`);
    })
    .sort();
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

function lineSpan(file: SourceFile, line: number): Span {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? 0;
  return { file, start, end: Math.max(start, (starts[line] ?? file.text.length + 1) - 1) };
}

/** The text as nunjucks gets it: with the line ends of heddle's own, and one at its end where heddle's has one. */
function sourceOf(name: string, text: string): string {
  const source = text.replaceAll('\r\n', '\n');
  return source === '' || source.endsWith('\n') || !ownSource(name).endsWith('\n') ? source : `${source}\n`;
}

/** A stanza of the user's: what goes wrong in it is the user's to know, with its place. */
function ownStanza({ name, file }: OwnTemplate): Stanza {
  const source = sourceOf(name, file.text);
  const stanza = compileTemplate(file.path, source);
  return (view) => {
    try {
      return stanza(view);
    } catch (error) {
      // nunjucks wraps what was thrown, and templates.ts that.
      const wrapped = error instanceof Error ? error.cause : undefined;
      const cause = wrapped instanceof Error ? wrapped.cause : undefined;
      const lines = cause instanceof MissingName ? linesWithName(source, cause.missing) : [];
      const what = cause instanceof Error ? cause.message : String(error);
      const others = lines.length > 1 ? ` (or in line ${lines.slice(1).join(', ')})` : '';
      throw new ExpectedError(`${file.path}${lines[0] === undefined ? '' : `:${lines[0]}`}: ${what}${others}`, {
        hint: `The names that the stanza ${name} has stand in heddle's own template of that name.`,
        cause: error,
      });
    }
  };
}

/** Reads one file of the folder. */
function readTemplate(
  root: string,
  path: string,
  known: readonly string[],
  span: Span,
): OwnTemplate | { readonly fault: OwnTemplateFault } | { readonly diagnostic: Diagnostic } {
  const shown = posix.join(root, path);
  const fault = (lack: string, at = span, hint?: string) => ({
    fault: { lack, span: at, ...(hint === undefined ? {} : { hint }) },
  });
  const name = path.endsWith(ending) ? path.slice(0, -ending.length) : path;
  if (name === path || !known.includes(name)) {
    const meant = nearest(name, known);
    return fault(
      `${shown} takes the place of no stanza of heddle`,
      span,
      meant === undefined
        ? 'The names are those of the files in `templates` of the package.'
        : `Did you mean ${meant}${ending}?`,
    );
  }
  const real = trying(() => isBelow(realpathSync(shown), realpathSync(root)));
  if ('reason' in real) return fault(`${shown} cannot be read: ${real.reason}`);
  if (!real.value) return fault(`${shown} leads out of the folder`);
  const source = readSource(shown, span);
  if ('diagnostic' in source) return source;
  if ('failure' in source) return fault(source.failure.message);
  const wrong = findTemplateFault(source.file.text);
  return wrong
    ? fault(`The template cannot be used: ${wrong.message}`, lineSpan(source.file, wrong.line))
    : { name, file: source.file };
}

/**
 * Reads a folder of templates that take the place of heddle's: `<folder>/<stanza>.njk`.
 * @param folder below that of the file which names it, with forward slashes.
 * @param span where it is named.
 */
export function readOwnTemplates(folder: string, span: Span): OwnTemplates {
  const base = posix.dirname(span.file.path);
  const root = posix.join(base, folder);
  const listed = trying(() => ({ isInside: isBelow(realpathSync(root), realpathSync(base)), paths: filesOf(root) }));
  if ('reason' in listed) {
    return { ...noOwnTemplates, faults: [{ lack: `The templates in ${root} cannot be read: ${listed.reason}`, span }] };
  }
  if (!listed.value.isInside) {
    return { ...noOwnTemplates, faults: [{ lack: `${root} leads out of the folder of the file`, span }] };
  }
  const known = allStanzas();
  const read = listed.value.paths.map((path) => readTemplate(root, path, known, span));
  const templates = read.filter((one) => 'name' in one);
  return {
    templates,
    replacements: new Map(templates.map((one) => [one.name, ownStanza(one)])),
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
    diagnostics: read.flatMap((one) => ('diagnostic' in one ? [one.diagnostic] : [])),
  };
}
