import { targets } from '../../../targets/registry.gen.ts';
import { enclosing } from './places.ts';

/** What is shown in the place of a secret. */
export const mask = '<secret>';

/**
 * Where lines hold secrets: as each target says of its own. All are tried on all files, since an old file may be another
 * target's, and files of servers have the lines of FRR.
 */
const forms: readonly RegExp[] = [
  ...new Set(targets.flatMap(({ configForms }) => configForms.secrets.map(({ source }) => source))),
].map((source) => new RegExp(source, 'd'));

/** Words that no line of a target introduces anything else with: for what people wrote into an output. */
const anywhere = /^(?:.*\W)?(?:passw(?:or)?d|passphrase|auth-key|key-string|psk)\s*[:= ]\s*(\S.*)$/d;

/** From where to where the last group of a match reaches. */
function lastGroup(found: RegExpExecArray | null): readonly [number, number] | undefined {
  return found?.indices?.at(-1);
}

/**
 * The line with its secret masked; lines without one as they are.
 * @param values secrets that are known, masked wherever they stand.
 * @param within the lines that it stands in, as `enclosing` gives them.
 */
export function maskLine(line: string, values: readonly string[] = [], within = ''): string {
  const text = line.trimStart();
  const offset = line.length - text.length - within.length;
  const place = within + text;
  let masked = line;
  for (const form of [...forms, anywhere]) {
    const found = lastGroup(form.exec(form === anywhere ? text : place));
    if (!found || (form !== anywhere && found[0] < within.length)) continue;
    const from = form === anywhere ? line.length - text.length : offset;
    masked = line.slice(0, found[0] + from) + mask + line.slice(found[1] + from);
    break;
  }
  for (const value of values) masked = masked.replaceAll(value, mask);
  return masked;
}

/** The lines of a whole file, with every secret masked. */
export function maskLines(lines: readonly string[], values: readonly string[] = []): string[] {
  const within = enclosing(lines);
  return lines.map((line, index) => maskLine(line, values, within[index]));
}

/** A whole file with every secret masked. */
export function maskText(text: string): string {
  return maskLines(text.split('\n')).join('\n');
}
