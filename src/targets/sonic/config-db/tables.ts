/** One entry of a table: fields are texts, or lists of them. */
export type Entry = Readonly<Record<string, string | readonly string[]>>;

/** A table of CONFIG_DB: entries by key, whose parts are joined by `|`. */
export type Table = Readonly<Record<string, Entry>>;

/** Tables by name; one without entries is left out of the file. */
export type Tables = Readonly<Record<string, Table>>;

/** Builds a table from pairs of key and entry. */
export const tableOf = (entries: Iterable<readonly [string, Entry]>): Table => Object.fromEntries(entries);
