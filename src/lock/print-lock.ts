import { compareText } from '../diagnostics/sort.ts';
import { type Lock, lockVersion } from './lock.ts';

/** A map as JSON, sorted, an entry a line. */
function printMap(map: ReadonlyMap<string, string>): string {
  if (map.size === 0) return '{}';
  const lines = [...map]
    .sort(([a], [b]) => compareText(a, b))
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n  }`;
}

/** Text of a lock file: JSON, sorted, one allocation a line, so that a change shows as what changed. */
export function printLock(lock: Lock): string {
  return [
    '{',
    `  "lockVersion": ${lockVersion},`,
    `  "fabric": ${JSON.stringify(lock.fabric)},`,
    `  "input": ${JSON.stringify(lock.input)},`,
    `  "facts": ${printMap(lock.facts)},`,
    `  "allocations": ${printMap(lock.allocations)},`,
    `  "resting": ${printMap(lock.resting)}`,
    '}',
    '',
  ].join('\n');
}
