import type { ServerDevice, SwitchDevice } from '../../device/device.ts';
import { contains, networkOf } from '../../ip/index.ts';
import { type Cable, type CableEnd, serverCables } from '../cable-ends.ts';
import { differs, lagDifferences, mixedSpeeds, numbersOf, subjectOf } from '../end-differences.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Disagreement {
  readonly server: string;
  readonly leaf: string;
  readonly what: string;
  readonly others: number;
}

type ServerEnd = CableEnd<ServerDevice>;
type SwitchEnd = CableEnd<SwitchDevice>;

/** Subinterfaces of a server on its bond or port, and the bond or port itself. */
function layersOf({ device, carrier }: ServerEnd) {
  return device.interfaces.filter((one) => {
    if (one.kind !== 'sub') return one === carrier;
    return 'lag' in one.parent
      ? carrier.kind === 'lag' && one.parent.lag === carrier.id
      : carrier.kind === 'ethernet' && one.parent.port.panel === carrier.port.panel;
  });
}

/** The members of the switch's LAG are the cables of the server's that end there. */
function memberDifferences(server: ServerEnd, leaf: SwitchEnd): string[] {
  if (!leaf.lag) return [];
  const cables = server.device.interfaces.filter(
    (one) => one.kind === 'ethernet' && one.mode.type === 'member' && one.peer?.device === leaf.device.name,
  );
  return differs('the number of bundled ports', cables.length, leaf.lag.members.length);
}

/** The server's address without a tag is in the subnet of the VLAN that the switch sends without one. */
function nativeDifferences({ carrier }: ServerEnd, { device }: SwitchEnd, native: number): string[] {
  const svi = device.interfaces.find((one) => one.kind === 'svi' && one.vlan === native);
  if (svi?.kind !== 'svi' || carrier.mode.type !== 'routed') return [];
  const isThere = carrier.mode.addresses.every(({ ip }) =>
    svi.addresses.some(
      ({ ip: own, length }) => own.family === ip.family && contains({ base: networkOf(own, length), length }, ip),
    ),
  );
  return isThere ? [] : ['the network without a VLAN tag'];
}

function vlanDifferences(server: ServerEnd, leaf: SwitchEnd): string[] {
  const layers = layersOf(server);
  const { mode } = leaf.carrier;
  if (mode.type !== 'bridged') return [];
  const tagged = layers.flatMap((one) => (one.kind === 'sub' ? one.vlan : []));
  const isUntagged = server.carrier.mode.type === 'routed' && server.carrier.mode.addresses.length > 0;
  return [
    ...differs('the tagged VLANs', numbersOf(tagged), numbersOf(mode.tagged)),
    ...differs('traffic without a VLAN tag', isUntagged, mode.native !== undefined),
    ...(mode.native === undefined ? [] : nativeDifferences(server, leaf, mode.native)),
    ...differs('the MTU', Math.max(...layers.map(({ mtu }) => mtu)), leaf.carrier.mtu),
  ];
}

/** A server that is a router has no VLANs, and its ports no bundle. */
function routedDifferences(server: ServerEnd, leaf: SwitchEnd): string[] {
  const [own, far] = [server.port.mode, leaf.carrier.mode];
  if (own.type !== 'routed' || far.type !== 'routed') return ['routing on the port'];
  return [
    ...differs('the MTU', server.port.mtu, leaf.carrier.mtu),
    ...differs('link-local addressing', own.linkLocal ?? false, far.linkLocal ?? false),
  ];
}

function differencesOf({ a: server, z: leaf }: Cable<ServerDevice, SwitchDevice>): string[] {
  // Of an active-backup bond, the switch sees single ports.
  const bundle = server.lag?.protocol.type === 'active-backup' ? undefined : server.lag;
  const layers = leaf.carrier.mode.type === 'bridged' ? vlanDifferences(server, leaf) : routedDifferences(server, leaf);
  return [
    ...differs('the speed', `${server.port.port.speed}G`, `${leaf.port.port.speed}G`),
    ...lagDifferences(bundle, leaf.lag),
    ...(bundle ? mixedSpeeds(bundle) : []),
    ...memberDifferences(server, leaf),
    ...layers,
  ];
}

export const rule = defineRule<Disagreement, 'devices'>({
  stage: 'devices',
  code: 'DEV001',
  name: 'server-and-switch-agree',
  severity: 'error',
  summary: 'What a server has on a cable, and what the switch has on it, fit: bundling, speed, VLANs and MTU.',
  why: 'Each end would come up, and pass traffic badly or not at all: cables of another speed stay out of a bundle, frames with a tag that one end does not know are dropped, and so are those larger than its MTU.',
  source: 'IEEE 802.1AX; Linux kernel documentation, networking/bonding',
  example: {
    wrong: `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: lacp }
links:
  - { a: "web-r1-1:2", z: r1-leaf2, speed: 10G }
`,
    right: `fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
access: { leafPair: mlag }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: lacp }
links:
  - { a: "web-r1-1:1", z: r1-leaf1, speed: 10G }
  - { a: "web-r1-1:2", z: r1-leaf2, speed: 10G }
`,
  },
  message: ({ server, leaf, what, others }) => `${server} and ${leaf} do not agree in ${what}${alike(others, 'cable')}`,
  check(lowered, report) {
    const found = serverCables(lowered).flatMap((cable) =>
      differencesOf(cable).map((what) => ({ cable, what, span: cable.span })),
    );
    for (const { item, others } of gather(found, ({ what }) => subjectOf(what))) {
      const { cable, what, span } = item;
      report({ server: cable.a.device.name, leaf: cable.z.device.name, what, others }, span);
    }
  },
});
