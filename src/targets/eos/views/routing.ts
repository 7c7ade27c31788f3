import type { BgpGroup, BgpNeighbor, Throttle } from '../../../device/device.ts';
import { formatIp, formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { loopback, spellInterface } from '../names.ts';
import { activeOspf } from '../ospf-interfaces.ts';
import { plainText, secretWord } from '../text.ts';

/** Most next hops of a route that EOS takes. */
const mostOspfPaths = 128;
const mostBgpPaths = 600;

/** No limit: without one EOS shuts a session at 12,000 prefixes. */
const unlimited = 0;

/** Shortest wait between two LSAs of a kind, in milliseconds. */
const shortestLsaWait = 1;

/** A route calculated at once is of no use while the news of the failure waits: LSAs are throttled as the calculation is. */
function throttleView({ initial, hold, maximum }: Throttle) {
  return {
    initial,
    hold,
    maximum,
    lsaHold: Math.max(shortestLsaWait, hold),
    lsaMaximum: Math.max(shortestLsaWait, maximum),
  };
}

export function ospfViews({ device, bfdEverywhere }: Job) {
  const { ospf, maintenance } = device;
  if (!ospf) return [];
  return [
    {
      routerId: formatIp(ospf.routerId),
      referenceBandwidth: ospf.referenceBandwidth,
      bfd: bfdEverywhere,
      active: activeOspf(device).map(({ one }) => spellInterface(one)),
      throttle: ospf.spfThrottle ? throttleView(ospf.spfThrottle) : null,
      maximumPaths: Math.min(ospf.maximumPaths, mostOspfPaths),
      drained: maintenance,
      startupSeconds: ospf.maxMetricOnStartup,
    },
  ];
}

const ipv4Of = (one: BgpGroup | BgpNeighbor) => one.families.find(({ family }) => family === 4);

function policiesView(one: BgpGroup | BgpNeighbor) {
  const family = ipv4Of(one);
  return {
    importPolicy: family?.importPolicy ?? null,
    exportPolicy: family?.exportPolicy ?? null,
  };
}

function spellPeer({ peer }: BgpNeighbor): string {
  if (peer.type === 'port') throw new Error('a session without an address');
  return formatIp(peer.ip);
}

function groupView(group: BgpGroup, { context }: Job) {
  const { name, description, remoteAs, routeReflectorClient, nextHopSelf, addPath, password } = group;
  return {
    name,
    description: plainText(description),
    remoteAs,
    source: group.updateSourceLoopback ? loopback : null,
    routeReflectorClient,
    nextHopSelf,
    addPath,
    ...policiesView(group),
    password: password ? secretWord(password, context.readSecret) : null,
    maximumPrefixes: ipv4Of(group)?.maximumPrefixes ?? unlimited,
  };
}

function neighborView(neighbor: BgpNeighbor) {
  return {
    address: spellPeer(neighbor),
    group: neighbor.group,
    description: plainText(neighbor.description),
    ...policiesView(neighbor),
    maximumPrefixes: ipv4Of(neighbor)?.maximumPrefixes ?? null,
  };
}

export function bgpViews(job: Job) {
  const { bgp } = job.device;
  if (!bgp) return [];
  return [
    {
      asn: bgp.asn,
      routerId: formatIp(bgp.routerId),
      clusterId: bgp.clusterId ? formatIp(bgp.clusterId) : null,
      maximumPaths: Math.min(bgp.maximumPaths, mostBgpPaths),
      groups: bgp.groups.map((group) => groupView(group, job)),
      neighbors: bgp.neighbors.map(neighborView),
      networks: bgp.networks.map(formatPrefix),
    },
  ];
}
