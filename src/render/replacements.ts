/** Renders one stanza from a view that has every name the stanza uses. */
export type Stanza = (view: object) => string;

/** Stanzas that take the place of heddle's, by `<folder>/<stanza>`. */
export type Replacements = ReadonlyMap<string, Stanza>;

let replacements: Replacements = new Map();

/** What stands in the place of a stanza of heddle's while this is rendered, if anything. */
export function replacementOf(folder: string, name: string): Stanza | undefined {
  return replacements.size === 0 ? undefined : replacements.get(`${folder}/${name}`);
}

/**
 * Renders with other stanzas in the place of heddle's, within the call only. Views reach their stanza through modules, not
 * through arguments; rendering is synchronous, so that a scope around it is seen by nobody else.
 */
export function withReplacements<Result>(those: Replacements, render: () => Result): Result {
  const before = replacements;
  replacements = those;
  try {
    return render();
  } finally {
    replacements = before;
  }
}

/** Stanzas of a folder that are replaced while this is rendered, in order. */
export function replacedStanzas(folder: string): string[] {
  const prefix = `${folder}/`;
  return [...replacements.keys()].filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}
