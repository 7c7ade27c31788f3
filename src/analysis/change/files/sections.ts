import { enclosing } from './places.ts';

/** Lines that end a stanza, or say nothing: they open none. */
const noHead = /^(?:\s|$|[!#}]|exit\b|end$|auto )/;

/** First lines of documents, all of which is indented below them: YAML of NVUE, JSON. */
const document = /^(?:- \w+:|[[{])$/;

/** Keys that name a place in a document, at most. */
const mostKeys = 3;

/** `interface swp1 link`, of the lines that a line of a document stands in. */
function pathOf(within: string): string {
  const [, ...keys] = within.trimEnd().split('\n');
  return keys
    .slice(0, mostKeys)
    .map((key) => key.replace(/:(?: [[{])?$/, '').replaceAll('"', ''))
    .join(' ');
}

/**
 * For each line (from 0) of a config, the stanza that it is in: the last line before it, or itself, that is not
 * indented. Switch configs and interface files have this shape; in documents it is the keys above.
 */
export function sectionsOf(lines: readonly string[]): readonly string[] {
  let section = '';
  const within = enclosing(lines);
  return lines.map((line, index) => {
    if (!noHead.test(line)) section = line.trimEnd();
    return document.test(section) ? pathOf(within[index]!) : section;
  });
}
