import { type Prefix, contains, parseIp, parsePrefix } from '../ip/index.ts';
import { findPlatform } from '../platforms/index.ts';
import { linkLocalText } from '../plan/link-text.ts';
import type { Facts } from './lock.ts';

type Check = (value: string, segments: readonly string[], facts: Facts) => string | undefined;

const count: Check = (value) => (/^\d{1,7}$/.test(value) ? undefined : 'it must be a number');

const pools = new WeakMap<Facts, Map<string, Prefix | undefined>>();

/** A pool of the lock, parsed once for all that is in it. */
function poolOf(facts: Facts, key: string): Prefix | undefined {
  const known = pools.get(facts) ?? new Map<string, Prefix | undefined>();
  pools.set(facts, known);
  if (!known.has(key)) {
    const prefix = parsePrefix((facts.get(key) ?? '').split(' ')[0] ?? '');
    known.set(key, 'fault' in prefix ? undefined : prefix);
  }
  return known.get(key);
}

/** An address of a pool. */
function addressIn(pool: string): Check {
  return (value, _segments, facts) => {
    const ip = parseIp(value);
    if (!ip) return 'it must be an address';
    const prefix = poolOf(facts, pool);
    return prefix && !contains(prefix, ip) ? `it is outside the pool ${facts.get(pool)}` : undefined;
  };
}

/** A block of a pool, of the length that its kind has. */
function blockIn(value: string, facts: Facts, pool: string, length: number | undefined): string | undefined {
  const block = parsePrefix(value);
  if ('fault' in block) return block.fault === 'host-bits' ? 'it has host bits set' : 'it must be a prefix';
  const prefix = poolOf(facts, pool);
  if (length !== undefined && block.length !== length) return `its length must be ${length}`;
  return prefix && !contains(prefix, block.base) ? `it is outside the pool ${facts.get(pool)}` : undefined;
}

const linkIn =
  (mark: '' | '6'): Check =>
  (value, _segments, facts) =>
    blockIn(value, facts, `pool${mark}/p2pLinks`, mark === '' ? 31 : 127);

const subnetIn =
  (mark: '' | '6'): Check =>
  (value, [, network = ''], facts) => {
    const length = (facts.get(`network${mark}/${network}`) ?? '').split(' ')[1];
    return blockIn(value, facts, `network${mark}/${network}`, length === undefined ? undefined : Number(length));
  };

const asn: Check = (value) =>
  /^\d{1,10}$/.test(value) && Number(value) >= 1 && Number(value) <= 4294967294
    ? undefined
    : 'it must be an autonomous system number';

const port: Check = (value, [, , device = ''], facts) => {
  const match = /^(\d{1,4})(?:\/(\d{1,2}))?$/.exec(value);
  if (!match) return 'it must be a port such as 49 or 49/1';
  const panel = findPlatform(facts.get(`platform/${device}`) ?? '')?.ports ?? [];
  const number = Number(match[1]);
  const isThere = panel.length === 0 || panel.some((run) => number >= run.first && number <= run.last);
  return isThere ? undefined : `${device} has no port ${number}`;
};

/** What the value of each kind of allocation must be, and how many names its key has. */
const kinds: Readonly<Record<string, { readonly names: number; readonly check: Check }>> = {
  rack: { names: 1, check: count },
  asn: { names: 2, check: asn },
  loopback: { names: 1, check: addressIn('pool/loopbacks') },
  loopback6: { names: 1, check: addressIn('pool6/loopbacks') },
  'host-loopback': { names: 1, check: addressIn('pool/hostLoopbacks') },
  'host-loopback6': { names: 1, check: addressIn('pool6/hostLoopbacks') },
  oob: { names: 1, check: addressIn('pool/oob') },
  oob6: { names: 1, check: addressIn('pool6/oob') },
  p2p: { names: 1, check: linkIn('') },
  p2p6: { names: 1, check: linkIn('6') },
  backup: { names: 1, check: linkIn('') },
  backup6: { names: 1, check: linkIn('6') },
  'vrf-p2p': { names: 2, check: linkIn('') },
  'vrf-p2p6': { names: 2, check: linkIn('6') },
  'vrf-backup': { names: 2, check: linkIn('') },
  'vrf-backup6': { names: 2, check: linkIn('6') },
  session: { names: 1, check: (value) => (value === linkLocalText ? undefined : 'it must be link-local') },
  subnet: { names: 2, check: subnetIn('') },
  subnet6: { names: 2, check: subnetIn('6') },
  host: { names: 2, check: count },
  port: { names: 2, check: port },
  lag: { names: 2, check: count },
  mlag: { names: 2, check: count },
  'mlag-domain': { names: 1, check: count },
  vlan: {
    names: 1,
    check: (value) => (Number(value) >= 1 && Number(value) <= 4094 ? undefined : 'it must be a VLAN id'),
  },
};

/** What is wrong with an entry of a lock, by the facts of that same lock; undefined when it is sound. */
export function checkEntry(key: string, value: string, facts: Facts): string | undefined {
  const segments = key.split('/');
  const kind = Object.hasOwn(kinds, segments[0]!) ? kinds[segments[0]!] : undefined;
  if (!kind || segments.length !== kind.names + 1 || segments.includes('')) return 'heddle knows no such allocation';
  return kind.check(value, segments, facts);
}
