import type { Bgp, BgpFamily, BgpGroup, BgpNeighbor, SwitchDevice } from '../../../device/device.ts';
import { formatIp, type Ip } from '../../../ip/index.ts';
import { type Sessions, chainsOf, familiesOf, sessionsOf, specialChains } from '../chains.ts';
import type { Job } from '../job.ts';
import { familyName } from '../layer3.ts';
import { stanza } from '../stanza.ts';
import { plainText, secretText } from '../text.ts';

/** Most paths of a prefix that every release of Junos sends. */
const mostAddedPaths = 6;

function familyLines(path: string, families: readonly BgpFamily[], group: BgpGroup, bgp: Bgp): string {
  return families
    .map(({ family, maximumPrefixes }) =>
      stanza('bgp-family', {
        path,
        family: familyName[family],
        maximumPrefixes: maximumPrefixes ?? null,
        // How often the number must be in the path for a route to be hidden.
        loops: group.allowOwnAs > 0 ? group.allowOwnAs + 1 : null,
        addPaths: group.addPath ? Math.max(2, Math.min(bgp.maximumPaths, mostAddedPaths)) : null,
      }),
    )
    .join('');
}

function groupView({ group, path, instance }: Sessions, bgp: Bgp, { device, context }: Job) {
  const { type, description, remoteAs, timers, password, routeReflectorClient } = group;
  return {
    path,
    type,
    description: plainText(description),
    holdTime: timers?.hold ?? null,
    password: password ? secretText(password, context.readSecret) : null,
    ...chainsOf(device, instance, group),
    families: familyLines(path, group.families, group, bgp),
    clusterId: routeReflectorClient ? formatIp(bgp.clusterId ?? bgp.routerId) : null,
    remoteAs: type === 'external' ? (remoteAs ?? null) : null,
    // Junos keeps what has the neighbour's number in its path to itself.
    advertisePeerAs: type === 'external' && bgp.groups.some(({ allowOwnAs }) => allowOwnAs > 0),
    multipath: bgp.maximumPaths > 1 ? { multipleAs: bgp.multipathRelax } : null,
    bfd: group.bfd ? (device.bfd ?? null) : null,
  };
}

/** Own address of a session between loopbacks. */
function loopbackAddress({ interfaces }: SwitchDevice, { family }: Ip): string | null {
  const addresses = interfaces.flatMap((one) => (one.kind === 'loopback' ? one.addresses : []));
  const address = addresses.find(({ ip }) => ip.family === family);
  return address ? formatIp(address.ip) : null;
}

/** Families of a neighbour with a limit of its own: once one is named, none of the group's is in force. */
function specialFamilyLines(path: string, neighbor: BgpNeighbor, group: BgpGroup, bgp: Bgp): string {
  const isSpecial = neighbor.families.some(({ maximumPrefixes }) => maximumPrefixes !== undefined);
  return isSpecial ? familyLines(path, familiesOf(group, neighbor), group, bgp) : '';
}

function neighborView({ instance, group }: Sessions, one: Sessions['neighbors'][number], bgp: Bgp, { device }: Job) {
  const { neighbor, ip, path } = one;
  const view = {
    path,
    description: plainText(neighbor.description),
    localAddress: group.updateSourceLoopback ? loopbackAddress(device, ip) : null,
    ...specialChains(device, instance, group, neighbor),
    families: specialFamilyLines(path, neighbor, group, bgp),
    remoteAs: neighbor.remoteAs ?? null,
  };
  const says = [view.description, view.localAddress, view.families, view.remoteAs, ...view.imports, ...view.exports];
  return { ...view, bare: !says.some(Boolean) };
}

/** A stanza for each group that has neighbours in an instance, and one for each of them. */
export function bgpViews(job: Job): { readonly template: string; readonly view: object }[] {
  const { device, instances } = job;
  const { bgp } = device;
  if (!bgp) return [];
  return sessionsOf(device, instances).flatMap((sessions) => [
    { template: 'bgp-group', view: groupView(sessions, bgp, job) },
    ...sessions.neighbors.map((one) => ({ template: 'bgp-neighbor', view: neighborView(sessions, one, bgp, job) })),
  ]);
}
