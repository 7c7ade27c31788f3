import type { Family } from '../../../ip/index.ts';
import { familyMark } from '../../../plan/families.ts';
import { linkLocalText } from '../../../plan/link-text.ts';
import { type CableFact, type DeviceFact, addressKey } from '../inventory.ts';
import type { Comparison } from './comparison.ts';
import { type Session, SessionTable, linkKey, loopbackKey, outsideKey } from './session.ts';

/** What switches spoke with each other. */
type Speech = 'ospf-ibgp' | 'ebgp';

/** What they speak now; undefined where links are bridged. */
export function speechNow({ plan }: Comparison): Speech | undefined {
  const { links, autonomousSystems } = plan.fabric.traits;
  if (links === 'bridged') return undefined;
  return autonomousSystems === 'each' ? 'ebgp' : 'ospf-ibgp';
}

/** What they spoke before, by what the lock has of it: numbers of autonomous systems are given for eBGP alone. */
export function speechBefore(comparison: Comparison): Speech {
  const keys = [...comparison.before.keys()];
  if (keys.length === 0) return speechNow(comparison) ?? 'ospf-ibgp';
  return keys.some((key) => key.startsWith('asn/')) ? 'ebgp' : 'ospf-ibgp';
}

const allFamilies = [4, 6] as const;

/** Families of a link's prefixes; none where it has link-local addresses. */
function familiesOf(prefix: string): readonly (Family | undefined)[] {
  if (prefix === linkLocalText) return [undefined];
  return prefix.split(' ').map((text) => (text.includes(':') ? 6 : 4));
}

/** Tier of a switch of before: one of a rack is a leaf. */
function tierOf(fact: DeviceFact | undefined): string | undefined {
  const role = fact?.role ?? (fact?.rack === undefined ? undefined : 'leaf');
  return role === 'border' ? 'leaf' : role;
}

const protocolOf = (family: Family): 'ospf' | 'ospf3' => (family === 4 ? 'ospf' : 'ospf3');

/** Gathers the sessions of before, from what was cabled and which addresses there were. */
class PastReader {
  readonly table = new SessionTable();
  readonly #comparison: Comparison;
  readonly #speech: Speech;
  readonly #vrfs: readonly string[];

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
    this.#speech = speechBefore(comparison);
    const { plan, before } = comparison;
    const known = before.size === 0 ? plan.allocations : before;
    this.#vrfs = [...known.keys()].flatMap((key) =>
      key.startsWith('vlan/vrf-') ? [key.slice('vlan/vrf-'.length)] : [],
    );
  }

  #bound(
    over: Pick<Session, 'a' | 'z' | 'link'> & { readonly over: string },
    families: readonly (Family | undefined)[],
  ): void {
    for (const family of families) {
      if (this.#speech === 'ospf-ibgp') {
        const protocol = protocolOf(family ?? 4);
        this.table.add({ ...over, key: linkKey(protocol, over.over), protocol });
        continue;
      }
      const common = { ...over, protocol: 'bgp', ...(family === undefined ? {} : { family }) } as const;
      for (const vrf of [undefined, ...this.#vrfs]) {
        const key = linkKey('bgp', over.over, family, vrf);
        this.table.add({ ...common, key, ...(vrf === undefined ? {} : { vrf }) });
      }
    }
  }

  #betweenSwitches({ id, a, z, prefix = '' }: CableFact): void {
    const families = familiesOf(prefix);
    this.#bound({ a: a.device, z: z.device, over: id, link: id }, families);
    const { devices } = this.#comparison.past;
    const [low, high] = [devices.get(a.device), devices.get(z.device)].map(tierOf);
    if (this.#speech !== 'ospf-ibgp' || (low !== undefined && low === high)) return;
    for (const family of families) {
      const key = loopbackKey(a.device, z.device, family);
      this.table.add({ key, protocol: 'bgp', a: a.device, z: z.device, ...(family === undefined ? {} : { family }) });
    }
  }

  /** Routed paths between the two leafs of a rack, for when uplinks fail. */
  #betweenLeafs(): void {
    const { past, plan } = this.#comparison;
    for (const { name, leafs } of plan.fabric.racks) {
      const [a, z] = leafs.map((leaf) => leaf.name);
      if (a === undefined || z === undefined) continue;
      const families = allFamilies.filter((family) =>
        [a, z].every((leaf) => past.addresses.has(addressKey(`backup${familyMark(family)}`, leaf))),
      );
      this.#bound({ a, z, over: `rack ${name}` }, families);
    }
  }

  /** Sessions with upstreams, and with servers that route: of those of now, the ones whose ends were there. */
  #others(present: SessionTable): void {
    const { past } = this.#comparison;
    for (const { device, network, purpose, address } of past.addresses.values()) {
      if (purpose !== 'upstream' || network === undefined) continue;
      const family = address.includes(':') ? 6 : 4;
      const key = outsideKey(device, network, family);
      this.table.add({ key, protocol: 'bgp', family, a: device, z: network, outside: true });
    }
    const ofServers = present.all.filter(({ a }) => this.#comparison.present.devices.get(a)?.kind === 'server');
    for (const session of ofServers) {
      if (session.link !== undefined && past.cables.has(session.link)) this.table.add(session);
    }
    const isRouter = new Set(
      [...past.addresses.values()].flatMap(({ purpose, device }) => (purpose === 'host-loopback' ? [device] : [])),
    );
    const families = new Set(ofServers.map(({ family }) => family));
    for (const { id, a, z } of past.cables.values()) {
      if (!isRouter.has(a.device) || ofServers.some(({ link }) => link === id)) continue;
      for (const family of families.size === 0 ? [undefined] : families) {
        const key = linkKey('bgp', id, family);
        this.table.add({ key, protocol: 'bgp', a: a.device, z: z.device, over: id, link: id });
      }
    }
  }

  #pairs(present: SessionTable): void {
    const { before, past } = this.#comparison;
    for (const session of present.all) {
      if (session.protocol !== 'mlag') continue;
      const known = before.size === 0 ? past.devices.has(session.a) : before.has(`mlag-domain/${session.a}`);
      if (known && past.devices.has(session.z)) this.table.add(session);
    }
    for (const name of before.keys()) {
      const first = name.startsWith('mlag-domain/') ? name.slice('mlag-domain/'.length) : undefined;
      const key = `mlag ${first}`;
      const second = first === undefined || this.table.has(key) ? undefined : this.#partnerOf(first);
      if (first !== undefined && second !== undefined) this.table.add({ key, protocol: 'mlag', a: first, z: second });
    }
  }

  /** The other switch of its tier that a switch was cabled to. */
  #partnerOf(first: string): string | undefined {
    const { devices, cables } = this.#comparison.past;
    const own = devices.get(first);
    for (const { a, z } of cables.values()) {
      const other = a.device === first ? z.device : z.device === first ? a.device : undefined;
      const fact = other === undefined ? undefined : devices.get(other);
      if (fact?.kind === 'switch' && fact.rack === own?.rack && tierOf(fact) === tierOf(own)) return other;
    }
    return undefined;
  }

  read(present: SessionTable): SessionTable {
    const { past } = this.#comparison;
    for (const cable of past.cables.values()) if (cable.prefix !== undefined) this.#betweenSwitches(cable);
    this.#betweenLeafs();
    this.#others(present);
    this.#pairs(present);
    return this.table;
  }
}

/**
 * Every session and adjacency of before. Only wiring and addresses are known of it: what ran over them is what the design
 * of then, as the lock tells it, runs over such links.
 * @param present those of now, for what wiring alone does not tell: servers that route, MLAG pairs.
 */
export function pastSessions(comparison: Comparison, present: SessionTable): SessionTable {
  return new PastReader(comparison).read(present);
}
