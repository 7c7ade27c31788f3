import type { Format } from './format.ts';
import { json } from './json.ts';
import { text } from './text.ts';

export type { Format, FormatOptions } from './format.ts';

/** Every format of diagnostics, in the order of the help. */
export const formats: readonly Format[] = [text, json];
