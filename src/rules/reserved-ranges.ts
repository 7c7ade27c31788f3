import { type Prefix, parsePrefix } from '../ip/index.ts';

/** A range of addresses that no interface may have. */
export interface ReservedRange {
  readonly prefix: Prefix;
  readonly use: string;
  readonly source: string;
}

const ranges: readonly (readonly [prefix: string, use: string, source: string])[] = [
  ['0.0.0.0/8', 'stands for "this network"', 'RFC 1122 section 3.2.1.3'],
  ['127.0.0.0/8', 'is the loopback range of every host', 'RFC 1122 section 3.2.1.3'],
  ['169.254.0.0/16', 'is link-local and never routed', 'RFC 3927'],
  ['224.0.0.0/4', 'is multicast', 'RFC 5771'],
  ['240.0.0.0/4', 'is reserved and refused by most systems', 'RFC 1112 section 4'],
  ['fe80::/10', 'is link-local and never routed', 'RFC 4291 section 2.5.6'],
  ['ff00::/8', 'is multicast', 'RFC 4291 section 2.7'],
];

/** Special ranges of the IANA registries (RFC 6890) that cannot be given to interfaces. */
export const reservedRanges: readonly ReservedRange[] = ranges.map(([text, use, source]) => {
  const prefix = parsePrefix(text);
  if ('fault' in prefix) throw new Error(`${text} is no prefix`);
  return { prefix, use, source };
});
