/** A value of NVUE's object model: a setting, or settings by name. */
export type Value = string | number | Tree;

/** Part of the object model, such as what stands below `set`. */
export interface Tree {
  readonly [key: string]: Value;
}

/** NVUE's truth. */
export type Switch = 'on' | 'off';

export const onOff = (flag: boolean): Switch => (flag ? 'on' : 'off');

/** Keys of which each only has to be there: addresses, members of a bond. */
export function keys(names: readonly string[]): Tree {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

/** The settings that are there: those of undefined value are left out, and so are those with nothing in them. */
export function settings(all: Readonly<Record<string, Value | undefined>>): Tree {
  const there = Object.entries(all).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
  );
  return Object.fromEntries(there) as Tree;
}

/** A tree with another below a path of keys. */
export function under(path: readonly string[], tree: Tree): Tree {
  return path.reduceRight<Tree>((inner, key) => ({ [key]: inner }), tree);
}

const isTree = (value: Value | undefined): value is Tree => typeof value === 'object';

/** What happens where both trees have a setting of one name, and not both as a tree: gives the value, or throws. */
export type Conflict = (path: readonly string[], one: Value, other: Value) => Value;

/** One tree with what both have. */
export function merge(one: Tree, other: Tree, conflict: Conflict, path: readonly string[] = []): Tree {
  const merged = new Map<string, Value>(Object.entries(one));
  for (const [key, value] of Object.entries(other)) {
    const had = merged.get(key);
    const at = [...path, key];
    if (had === undefined) merged.set(key, value);
    else if (isTree(had) && isTree(value)) merged.set(key, merge(had, value, conflict, at));
    else merged.set(key, conflict(at, had, value));
  }
  return Object.fromEntries(merged);
}

/** Two parts say one thing: no input can make them disagree. */
const agree: Conflict = (path, one, other) => {
  if (one === other) return one;
  throw new Error(`two parts disagree on ${path.join(' ')}`);
};

/** One tree with what all have; where two have a setting, they have the same. */
export function mergeAll(trees: readonly Tree[]): Tree {
  return trees.reduce<Tree>((all, one) => merge(all, one, agree), {});
}
