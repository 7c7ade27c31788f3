import type { NeighbourFamily, NeighbourState } from './bgp-state.ts';
import type { OspfState } from './router-state.ts';

/** OSPF on an interface, each setting with its name. What only an active interface has is left out of a passive one. */
export function ospfTexts({ area, network, passive, hello, dead, retransmit, cost, bfd, ...one }: OspfState): string[] {
  if (passive) return [`area ${area}`, 'passive'];
  return [
    `area ${area}`,
    `a ${network} network`,
    `hello ${hello} s`,
    `dead ${dead} s`,
    `retransmission ${retransmit} s`,
    ...(cost === undefined ? [] : [`cost ${cost}`]),
    bfd ? 'BFD' : 'no BFD',
    one.authenticated ? 'authentication' : 'no authentication',
  ];
}

function familyTexts(name: string, family: NeighbourFamily): string[] {
  return [
    family.reflectorClient ? 'route reflector client' : 'no route reflector client',
    family.nextHopSelf ? 'next hop self' : 'next hop kept',
    family.allPaths ? 'all paths sent' : 'best path sent',
    family.defaultOriginate ? 'default route sent' : 'no default route sent',
    `own AS number ${family.allowOwnAs} times`,
    family.maximumPrefixes === 0 ? 'any number of prefixes' : `at most ${family.maximumPrefixes} prefixes`,
    family.importPolicy === '' ? 'no policy in' : `policy ${family.importPolicy} in`,
    family.exportPolicy === '' ? 'no policy out' : `policy ${family.exportPolicy} out`,
  ].map((text) => `${name}: ${text}`);
}

/** A session's settings, each with its name; those of a family only where the other side of the comparison has it too. */
export function neighbourTexts(own: NeighbourState, other: NeighbourState): string[] {
  const { remoteAs, keepalive, hold, bfd, families } = own;
  return [
    remoteAs === 0 ? 'no remote AS' : `remote AS ${remoteAs}`,
    `keepalive ${keepalive} s`,
    `hold time ${hold} s`,
    bfd ? 'BFD' : 'no BFD',
    ...(['ipv4', 'ipv6'] as const).flatMap((name) => {
      const family = families.get(name);
      if (!family) return other.families.has(name) ? [`no ${name}`] : [];
      return other.families.has(name) ? familyTexts(name, family) : [name];
    }),
  ];
}
