import { topologySchema } from '../topology/schema/schema.ts';

/** Keys that other kinds of YAML files have as well. */
const common = new Set([
  'name',
  'description',
  'include',
  'system',
  'links',
  'devices',
  'networks',
  'extra',
  'templates',
  'design',
]);

const own = Object.keys(topologySchema['properties'] as object).filter((key) => !common.has(key));
const before = '(?:^|[{,])[ \\t]*["\']?';
const ownKey = new RegExp(`${before}(?:${own.join('|')})["']?[ \\t]*:`, 'm');
const nameKey = new RegExp(`${before}name["']?[ \\t]*:`, 'm');
const topLevel = (text: string): string => text.replaceAll(/^[ \t#-].*$/gm, '');

/**
 * What an open file is: a topology, a part of one that others include (it has no `name`), or a file that is none of
 * heddle's business, as an editor asks about every YAML file. Told by its keys, as its YAML may be half-typed.
 */
export function kindOfText(text: string): 'topology' | 'part' | 'other' {
  // In one pair of brackets, lines tell nothing of levels.
  const keys = /^\s*\{/.test(text) ? text : topLevel(text);
  if (!ownKey.test(keys)) return 'other';
  return nameKey.test(keys) ? 'topology' : 'part';
}
