/** A section of a file in the way of .ini files; there may be more than one of a name. */
export interface Section {
  readonly name: string;
  readonly entries: readonly (readonly [key: string, value: string])[];
}

/** Sections of a file as systemd and GLib read it; a line that is neither section, entry nor comment throws. */
export function parseIni(text: string): Section[] {
  const sections: { name: string; entries: [string, string][] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const [, name] = /^\[([^\]]+)\]$/.exec(line) ?? [];
    const [, key, value] = /^([^=[\]]+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined) sections.push({ name, entries: [] });
    else if (key !== undefined && value !== undefined && sections.length > 0)
      sections.at(-1)!.entries.push([key, value]);
    else throw new Error(`not a line of such a file: ${line}`);
  }
  return sections;
}

/** Values of a key in all sections of a name, in order. */
export function valuesOf(sections: readonly Section[], name: string, key: string): string[] {
  return sections
    .filter((section) => section.name === name)
    .flatMap(({ entries }) => entries.filter(([one]) => one === key).map(([, value]) => value));
}
