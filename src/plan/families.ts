import type { Family } from '../ip/index.ts';

/** Keys of allocations end their first word with the family where it is IPv6: `loopback/spine1`, `loopback6/spine1`. */
export function familyMark(family: Family): '' | '6' {
  return family === 6 ? '6' : '';
}
