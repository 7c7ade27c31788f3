import { InvalidArgumentError } from 'commander';
import { formByName } from '../../lab/export/forms.ts';
import type { LabOptions } from './lab-session.ts';

/** Options of `heddle lab export`. */
export interface ExportOptions extends LabOptions {
  readonly output: string;
  readonly image?: ReadonlyMap<string, string>;
}

/** Adds `SYSTEM=IMAGE` of the command line to those before it. */
export function parseImage(value: string, previous: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const [, system = '', image = ''] = /^([^=]+)=(\S+)$/.exec(value) ?? [];
  if (!formByName.has(system))
    throw new InvalidArgumentError(`It is SYSTEM=IMAGE, with one of ${[...formByName.keys()].join(', ')}.`);
  return new Map([...previous, [system, image]]);
}
