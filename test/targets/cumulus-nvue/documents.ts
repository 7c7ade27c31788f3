import { parse } from 'yaml';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import { context } from './fixtures.ts';

/** A document's own words, for tests that look at a few of them. */
export interface Words {
  readonly [key: string]: Words;
}

/** What stands below `set` in the document of a switch. */
export function setOf(device: SwitchDevice): Words {
  const [, { set }] = parse(target.render(device, context)[0]!.content) as [unknown, { set: Words }];
  return set;
}

/** All paths of keys in a document. */
export function pathsOf(words: Words, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path];
  return [path, ...Object.entries(words).flatMap(([key, value]) => pathsOf(value, `${path}/${key}`))];
}
