import type { Format } from './format.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';
import { text } from './text.ts';

export type { Format, FormatOptions, SilencedFinding, Unread } from './format.ts';

/** Every format of diagnostics, in the order of the help. */
export const formats: readonly Format[] = [text, json, sarif, junit, github, gitlab];
