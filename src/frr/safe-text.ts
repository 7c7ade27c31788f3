/** Linux cuts an interface's alias at 255 bytes. */
const longest = 240;

/**
 * A person's text as one line that no file of a Linux switch takes for more than text: ifupdown2 runs a file with `%` or
 * `$` as a template and joins lines at `\`; vtysh takes `|` for a filter, words that start with `#` or `!` for comments,
 * and `?` for a call for help where a config is pasted; quotes end strings elsewhere. Letters lose their accents, for
 * programs that start without a locale.
 */
export function safeText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^ -~]|[%$\\|#!"`?]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .slice(0, longest)
    .trim();
}
