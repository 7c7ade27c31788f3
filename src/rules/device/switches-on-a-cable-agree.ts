import type { Interface, SubInterface, SwitchDevice } from '../../device/device.ts';
import { type Cable, type CableEnd, switchCables } from '../cable-ends.ts';
import { differs, lagDifferences, mixedSpeeds, numbersOf, routedDifferences, subjectOf } from '../end-differences.ts';
import { gather } from '../gather.ts';
import { defineRule } from '../rule.ts';
import { alike } from '../words.ts';

interface Disagreement {
  readonly one: string;
  readonly other: string;
  readonly what: string;
  readonly others: number;
}

type End = CableEnd<SwitchDevice>;

/** VLANs on a routed port or LAG. */
function subinterfacesOf({ device, carrier }: End): SubInterface[] {
  const isOnIt = (one: Interface): one is SubInterface => {
    if (one.kind !== 'sub') return false;
    if ('lag' in one.parent) return carrier.kind === 'lag' && one.parent.lag === carrier.id;
    const { panel, channel } = one.parent.port;
    return carrier.kind === 'ethernet' && carrier.port.panel === panel && carrier.port.channel === channel;
  };
  return device.interfaces.filter(isOnIt);
}

const vlansOf = (subs: readonly SubInterface[]): string => numbersOf(subs.map(({ vlan }) => vlan));

function subDifferences(a: End, z: End): string[] {
  const [own, far] = [subinterfacesOf(a), subinterfacesOf(z)];
  return [
    ...differs('the VLANs of the routed port', vlansOf(own), vlansOf(far)),
    ...own.flatMap((one) => {
      const other = far.find(({ vlan }) => vlan === one.vlan);
      return other ? [...differs('the MTU', one.mtu, other.mtu), ...routedDifferences(one.mode, other.mode)] : [];
    }),
  ];
}

function modeDifferences(a: End, z: End): string[] {
  const [own, far] = [a.carrier.mode, z.carrier.mode];
  if (own.type === 'routed' && far.type === 'routed') return [...routedDifferences(own, far), ...subDifferences(a, z)];
  if (own.type !== 'bridged' || far.type !== 'bridged') return differs('what the link is', own.type, far.type);
  return [
    ...differs('the tagged VLANs', numbersOf(own.tagged), numbersOf(far.tagged)),
    ...differs('the native VLAN', own.native, far.native),
  ];
}

/** Ports of a LAG that end at a switch: as many there as here. */
function memberDifferences(a: End, z: End): string[] {
  const membersTo = ({ device, lag }: End, far: End): number =>
    device.interfaces.filter(
      (one) =>
        one.kind === 'ethernet' &&
        one.mode.type === 'member' &&
        one.mode.lag === lag?.id &&
        one.peer?.device === far.device.name,
    ).length;
  return a.lag && z.lag ? differs('the number of bundled ports', membersTo(a, z), membersTo(z, a)) : [];
}

function differencesOf({ a, z }: Cable<SwitchDevice, SwitchDevice>): string[] {
  return [
    ...differs('the speed', `${a.port.port.speed}G`, `${z.port.port.speed}G`),
    ...lagDifferences(a.lag, z.lag),
    ...new Set([a.lag, z.lag].flatMap((lag) => (lag ? mixedSpeeds(lag) : []))),
    ...memberDifferences(a, z),
    ...differs('the MTU', a.carrier.mtu, z.carrier.mtu),
    ...modeDifferences(a, z),
  ];
}

const pairs = `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: lacp }
`;

export const rule = defineRule<Disagreement, 'devices'>({
  stage: 'devices',
  code: 'DEV002',
  name: 'switches-on-a-cable-agree',
  severity: 'error',
  summary: 'What two switches have on a cable between them fits: bundling, speed, MTU, VLANs, subnets and OSPF.',
  why: 'The link would be up and useless: no adjacency with another MTU, area, timer or key, no neighbour in another subnet; of a bundle that ends at an MLAG pair all cables must be alike, or some stay out of it.',
  source: 'RFC 2328 sections 8.2, 10.5 and 10.6; IEEE 802.1AX',
  example: {
    wrong: `${pairs}links:
  - { a: r1-leaf1, z: spine2, mtu: 9100 }
`,
    right: `${pairs}links:
  - { a: r1-leaf1, z: spine1, mtu: 9100 }
  - { a: r1-leaf1, z: spine2, mtu: 9100 }
  - { a: r1-leaf2, z: spine1, mtu: 9100 }
  - { a: r1-leaf2, z: spine2, mtu: 9100 }
`,
  },
  message: ({ one, other, what, others }) => `${one} and ${other} do not agree in ${what}${alike(others, 'cable')}`,
  check(lowered, report) {
    const found = switchCables(lowered).flatMap((cable) =>
      differencesOf(cable).map((what) => ({ cable, what, span: cable.span })),
    );
    for (const { item, others } of gather(found, ({ what }) => subjectOf(what))) {
      const { cable, what, span } = item;
      report({ one: cable.a.device.name, other: cable.z.device.name, what, others }, span);
    }
  },
});
