/** A stanza of an ifupdown2 file: its attributes in order, several values of one key kept. */
export interface Stanza {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, readonly string[]>;
}

/** Reads the stanzas of a generated `interfaces` file. Addresses before the first stanza's end belong to it. */
export function readStanzas(text: string): Stanza[] {
  const stanzas: { name: string; attributes: Map<string, string[]> }[] = [];
  for (const line of text.split('\n')) {
    const [, key, value] = /^\s*([^\s#]+)\s*(.*)$/.exec(line) ?? [];
    if (key === undefined || value === undefined || key === 'auto' || key === 'source') continue;
    if (key === 'iface') {
      stanzas.push({ name: value.split(/\s+/)[0] ?? '', attributes: new Map() });
      continue;
    }
    const attributes = stanzas.at(-1)?.attributes;
    attributes?.set(key, [...(attributes.get(key) ?? []), value]);
  }
  return stanzas;
}

/** Every value of an attribute. */
export function valuesOf(stanza: Stanza | undefined, key: string): readonly string[] {
  return stanza?.attributes.get(key) ?? [];
}

/** The first value of an attribute. */
export function valueOf(stanza: Stanza | undefined, key: string): string | undefined {
  return valuesOf(stanza, key)[0];
}
