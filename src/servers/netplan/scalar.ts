/** Text that YAML 1.1 and 1.2 both read as that text: words that are no keyword, and dotted quads. */
const plain = /^(?!(?:y|n|yes|no|on|off|true|false|null)$)[a-z][a-z0-9_.-]*$|^\d+\.\d+\.\d+\.\d+(?:\/\d+)?$/i;

/** A string as a YAML scalar: quoted where a bare one could be read as something else. */
export function scalar(text: string): string {
  return plain.test(text) ? text : JSON.stringify(text);
}

/** Strings as a YAML sequence on one line. */
export function sequence(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(', ')}]`;
}
