import type { Bfd, BgpGroup, BgpNeighbor, BgpPeer } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import { type Job, loopbackAddress } from '../job.ts';
import { spellPort } from '../names.ts';
import { plainText, secretWord } from '../text.ts';
import { type Tree, settings } from '../tree.ts';
import { groupFamilies, neighborFamilies } from './bgp-family.ts';
import { leastBfdInterval } from './ospf.ts';

function bfdTree({ interval, multiplier }: Bfd): Tree {
  const milliseconds = Math.max(interval, leastBfdInterval);
  return {
    enable: 'on',
    'detect-multiplier': multiplier,
    'min-rx-interval': milliseconds,
    'min-tx-interval': milliseconds,
  };
}

function remoteAs(group: BgpGroup): string | number | undefined {
  return group.type === 'internal' ? 'internal' : group.remoteAs;
}

/** Seconds between attempts, said for those whose profile of FRR would have them wait two minutes. */
const connectSeconds = 10;

export function groupTree(group: BgpGroup, { device, context }: Job): Tree {
  const { timers, password } = group;
  return settings({
    'remote-as': remoteAs(group),
    bfd: group.bfd && device.bfd ? bfdTree(device.bfd) : undefined,
    capabilities: group.extendedNextHop ? { 'extended-nexthop': 'on' } : undefined,
    timers: settings({ ...timers, 'connection-retry': connectSeconds }),
    password: password && secretWord(context, password, 80, 'a BGP password'),
    'address-family': groupFamilies(group),
  });
}

/** How NVUE names the far end: its address, or the port where it answers. */
export function spellPeer(peer: BgpPeer): string {
  if (peer.type === 'address') return formatIp(peer.ip);
  return peer.vlan === undefined ? spellPort(peer.port) : `${spellPort(peer.port)}.${peer.vlan}`;
}

/** The loopback's address, of the family of the session: FRR would choose one of lo's, which has 127.0.0.1 as well. */
function updateSource({ peer }: BgpNeighbor, group: BgpGroup, { device }: Job): string | undefined {
  if (!group.updateSourceLoopback || peer.type === 'port') return undefined;
  const address = loopbackAddress(device, peer.ip.family);
  return address && formatIp(address.ip);
}

export function neighborTree(neighbor: BgpNeighbor, group: BgpGroup, job: Job): Tree {
  const description = plainText(neighbor.description);
  return settings({
    type: neighbor.peer.type === 'port' ? 'unnumbered' : 'numbered',
    'peer-group': neighbor.group,
    'remote-as': group.type === 'internal' ? undefined : neighbor.remoteAs,
    description: description === '' ? undefined : description,
    'update-source': updateSource(neighbor, group, job),
    'address-family': neighborFamilies(neighbor.families, group),
  });
}
