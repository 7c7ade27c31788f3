import { addressKey } from '../inventory.ts';
import type { Comparison } from './comparison.ts';
import type { ResetReason, SessionReset } from './impact.ts';
import { type ChangedSettings, settingReasons } from './settings.ts';

/** An OSPF adjacency of before. */
export interface Adjacency extends SessionReset {
  readonly link: string;
}

export interface Adjacencies {
  /** Every adjacency of before; those without reasons stay up. */
  readonly all: readonly Adjacency[];
  readonly added: number;
}

interface End {
  readonly device: string;
  readonly interface: string;
}

function reasonsAt(settings: ChangedSettings, ends: readonly End[], common: readonly ResetReason[]): ResetReason[] {
  const found = new Set(common);
  for (const { device, interface: name } of ends) {
    for (const reason of settingReasons(settings, device, `interface ${name}`)) found.add(reason);
    for (const reason of settingReasons(settings, device, 'ospf')) found.add(reason);
  }
  return [...found];
}

/** Adjacencies over routed links. */
function overLinks(comparison: Comparison, ofDevice: ReadonlyMap<string, ResetReason>): Adjacency[] {
  const { past, present, cables, settings } = comparison;
  const moved = new Set(cables.moved.map(({ cable }) => cable.id));
  const faster = new Set(cables.speeds.map(({ cable }) => cable.id));
  const changed = new Set(comparison.addresses.changed.map(({ key }) => key));
  return [...past.cables.values()].flatMap((cable) => {
    if (cable.prefix === undefined) return [];
    const { id, a, z } = cable;
    const now = present.cables.get(id);
    const gone = now?.prefix === undefined;
    const reasons = [a, z].flatMap(({ device }) => ofDevice.get(device) ?? []);
    if (gone && reasons.length === 0) reasons.push('link-removed');
    if (moved.has(id)) reasons.push('port-moved');
    if (faster.has(id)) reasons.push('speed-changed');
    if ([a, z].some(({ device }) => changed.has(`p2p/${id}/${device}`))) reasons.push('renumbered');
    // What is said of a port that the cable was not in is no change to the link.
    const stays = now && !moved.has(id) ? [now.a, now.z] : [];
    const ends = stays.map(({ device, port }) => ({ device, interface: port }));
    return [{ a: a.device, z: z.device, link: id, gone, reasons: reasonsAt(settings, ends, reasons) }];
  });
}

const backupKeys = (names: readonly string[]): string[] => names.map((name) => addressKey('backup', name));

/** Adjacencies between the two leafs of a rack, for when uplinks fail. */
function overInterlinks(comparison: Comparison, ofDevice: ReadonlyMap<string, ResetReason>): Adjacency[] {
  const { past, present, plan, settings, addresses } = comparison;
  const changed = new Set(addresses.changed.map(({ key }) => key));
  const vlan = plan.allocations.get('vlan/leaf-pair') ?? '';
  const svis = [`Vlan${vlan}`, `vlan${vlan}`];
  return plan.fabric.racks.flatMap((rack) => {
    const names = rack.leafs.map((leaf) => leaf.name);
    const [a, z] = names;
    if (a === undefined || z === undefined || !backupKeys(names).every((key) => past.addresses.has(key))) return [];
    const gone = !backupKeys(names).every((key) => present.addresses.has(key));
    const reasons = names.flatMap((name) => ofDevice.get(name) ?? []);
    if (gone && reasons.length === 0) reasons.push('link-removed');
    if (backupKeys(names).some((key) => changed.has(key))) reasons.push('renumbered');
    const ends = names.flatMap((device) => svis.map((name) => ({ device, interface: name })));
    return [{ a, z, link: `${a}--${z}`, gone, reasons: reasonsAt(settings, ends, reasons) }];
  });
}

/** Every OSPF adjacency of before, with the reasons why it resets. */
export function compareAdjacencies(comparison: Comparison, ofDevice: ReadonlyMap<string, ResetReason>): Adjacencies {
  const all = [...overLinks(comparison, ofDevice), ...overInterlinks(comparison, ofDevice)];
  const { past, plan } = comparison;
  const added = [...plan.links.keys()].filter((id) => past.cables.get(id)?.prefix === undefined).length;
  const pairs = plan.fabric.racks.filter(({ name, leafs: [leaf] }) => {
    return leaf && plan.backups.has(name) && !past.addresses.has(addressKey('backup', leaf.name));
  });
  return { all, added: added + pairs.length };
}
