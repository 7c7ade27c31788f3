/** Lines that end a stanza, or say nothing: they open none. */
const noHead = /^(?:\s|$|[!#}]|exit\b|end$|auto )/;

/**
 * For each line (from 0) of a config, the stanza that it is in: the last line before it, or itself, that is not
 * indented. Switch configs and interface files have this shape; elsewhere the answer is of no use and harms nothing.
 */
export function sectionsOf(text: string): readonly string[] {
  let section = '';
  return text.split('\n').map((line) => {
    if (!noHead.test(line)) section = line.trimEnd();
    return section;
  });
}
