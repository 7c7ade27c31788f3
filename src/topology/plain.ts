import { quoted } from './words.ts';

/** Data as a topology file holds it, before the schema has been asked. Maps have no prototype. */
export type Plain = null | boolean | number | string | PlainList | PlainMap;
export type PlainList = Plain[];
export interface PlainMap {
  [key: string]: Plain;
}

/** Steps from the root of the data to one of its values. */
export type DataPath = readonly (string | number)[];

/** A map in which no name is found that the file does not hold, not even `constructor`. */
export function emptyMap(): PlainMap {
  return Object.create(null) as PlainMap;
}

export function isMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value at a path, if it is there. */
export function valueAt(root: Plain, path: DataPath): Plain | undefined {
  let value: Plain | undefined = root;
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isMap(value) && Object.hasOwn(value, step)) value = value[step];
    else return undefined;
  }
  return value;
}

/** `racks[0].servers[1].nics`; a key that is no word is in quotes. */
export function pathText(path: DataPath): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w-]+$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quoted(step)}]`;
  }
  return text;
}
