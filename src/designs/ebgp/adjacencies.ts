import type { BgpPeer } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Ip } from '../../ip/index.ts';
import { isUnnumbered } from '../../plan/link-addresses.ts';
import type { LinkBlock, Plan, VrfBlocks } from '../../plan/plan.ts';
import { portOf } from '../ports.ts';
import { tier } from '../tiers.ts';

/** Where a session leads to: the tier above or below, or the other leaf of the rack. */
export type Direction = 'up' | 'down' | 'across';

/** One end of a link over which a switch has sessions. */
export interface Adjacency {
  readonly direction: Direction;
  readonly far: SwitchNode;
  /** Addresses of the far end; none where link-local ones do. */
  readonly addresses: readonly Ip[];
  /** For sessions without addresses: the port of this switch. */
  readonly port?: Extract<BgpPeer, { type: 'port' }>;
}

function directionTo(node: SwitchNode, far: SwitchNode): Direction {
  const step = tier[far.role] - tier[node.role];
  return step > 0 ? 'up' : step < 0 ? 'down' : 'across';
}

/** Links of each switch in one routing table, in the order of the fabric. */
export function adjacenciesOf(plan: Plan, vrf?: string): Map<string, Adjacency[]> {
  const found = new Map<string, Adjacency[]>(plan.fabric.switches.map(({ name }) => [name, []]));
  const unnumbered = isUnnumbered(plan.fabric);
  const vlan = vrf === undefined ? undefined : plan.vrfVlans.get(vrf);
  const inTable = (blocks: readonly LinkBlock[], vrfs: VrfBlocks | undefined): readonly LinkBlock[] =>
    vrf === undefined ? blocks : (vrfs?.get(vrf) ?? []);
  for (const { link, blocks, vrfs } of plan.links.values()) {
    for (const [own, far, end] of [
      [link.a, link.z, 'z'],
      [link.z, link.a, 'a'],
    ] as const) {
      const node = plan.switches.get(own.node)?.node;
      const other = plan.switches.get(far.node)?.node;
      if (!node || !other) continue;
      const port = unnumbered
        ? ({
            type: 'port',
            port: portOf(plan.fabric, own, link.speed),
            ...(vlan === undefined ? {} : { vlan }),
          } as const)
        : undefined;
      found.get(own.node)?.push({
        direction: directionTo(node, other),
        far: other,
        addresses: inTable(blocks, vrfs).map((block) => block[end]),
        ...(port ? { port } : {}),
      });
    }
  }
  for (const rack of plan.fabric.racks) {
    const [first, second] = rack.leafs;
    if (!first || !second) continue;
    const blocks = inTable(plan.backups.get(rack.name) ?? [], plan.vrfBackups.get(rack.name));
    if (blocks.length === 0) continue;
    found.get(first.name)?.push({ direction: 'across', far: second, addresses: blocks.map(({ z }) => z) });
    found.get(second.name)?.push({ direction: 'across', far: first, addresses: blocks.map((block) => block.a) });
  }
  return found;
}
