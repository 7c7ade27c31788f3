import type { Bgp, BgpGroup, BgpNeighbor, EthernetInterface, SwitchDevice } from '../../device/device.ts';
import type { Upstream } from '../../fabric/fabric.ts';
import { type Family, type Prefix, formatPrefix } from '../../ip/index.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Layer } from '../design.ts';
import type { Draft } from '../draft.ts';
import { alone, exactly } from '../hosts/host-routes.ts';
import { multipathWidth } from '../multipath.ts';
import { portOf } from '../ports.ts';
import { familyName, gracefulShutdown, permitPrefixes, sessionFamily } from '../route-filters.ts';
import { secretRef } from '../start-drafts.ts';

/** The port that the upstream's cable ends at. */
function upstreamPort(plan: Plan, { end, speed, section, name, sessions }: Upstream): EthernetInterface {
  return {
    kind: 'ethernet',
    description: `upstream ${name}${section.description === undefined ? '' : `, ${section.description}`}`,
    mtu: section.mtu,
    port: portOf(plan.fabric, end, speed),
    mode: { type: 'routed', addresses: sessions.map(({ own }) => own), routes: [] },
  };
}

/** Whole pools that the upstream is told, of networks and of routed servers, so that nothing of the inside shows. */
function exportedPools({ fabric }: Plan, { exports, exportsHosts }: Upstream, family: Family): Prefix[] {
  return [...exports.flatMap(({ pools }) => pools), ...(exportsHosts ? fabric.pools.hostLoopbacks : [])]
    .map(({ prefix }) => prefix)
    .filter(({ base }) => base.family === family);
}

/** Addresses of anycast services that the upstream is told, while some server announces them. */
function exportedServices(upstream: Upstream, family: Family): Prefix[] {
  const ips = upstream.exportedServices.flatMap(({ addresses }) => addresses.map(({ ip }) => ip));
  return ips.filter((ip) => ip.family === family).map(alone);
}

/** A process for a switch that has no other sessions. */
function bareProcess(plan: Plan, device: string): Bgp {
  const { node, asn, routerId } = plan.switches.get(device)!;
  return {
    asn,
    routerId,
    maximumPaths: multipathWidth(plan, node),
    multipathRelax: false,
    groups: [],
    neighbors: [],
    networks: [],
    aggregates: [],
    leaks: [],
    vrfs: [],
  };
}

/** Pools of the networks of the default table: what no rack has of them must not leave by the default route. */
function insidePools(plan: Plan, family: Family): Prefix[] {
  return plan.fabric.networks
    .filter(({ vrf, gateway }) => vrf === undefined && gateway !== 'none')
    .flatMap(({ pools }) => pools.map(({ prefix }) => prefix))
    .filter(({ base }) => base.family === family);
}

function addUpstream(plan: Plan, upstream: Upstream, draft: Draft<SwitchDevice>): void {
  const { topology } = plan.fabric;
  const { section, name } = upstream;
  const { authentication } = section;
  const groups: BgpGroup[] = [];
  const neighbors: BgpNeighbor[] = [];
  const aggregates: Prefix[] = [];
  for (const { own, peer } of upstream.sessions) {
    const { family } = own.ip;
    const group = familyName(`UPSTREAM-${name}`, family);
    const imports = exactly(upstream.imports.filter(({ base }) => base.family === family));
    const pools = exportedPools(plan, upstream, family);
    const exports = [...pools, ...exportedServices(upstream, family)];
    const inward = { policy: `FROM-UPSTREAM-${name}`, list: `IMPORT-${name}` };
    const outward = { policy: `TO-UPSTREAM-${name}`, list: `EXPORT-${name}` };
    aggregates.push(...pools, ...insidePools(plan, family));
    groups.push({
      name: group,
      description: 'upstream',
      type: 'external',
      remoteAs: section.asn,
      updateSourceLoopback: false,
      routeReflectorClient: false,
      nextHopSelf: false,
      addPath: false,
      bfd: section.bfd,
      extendedNextHop: false,
      allowOwnAs: 0,
      ...(authentication ? { password: secretRef(topology, authentication, 'key', authentication.key) } : {}),
      families: [
        sessionFamily(family, {
          in: permitPrefixes(draft, family, 'import', inward, imports),
          out: permitPrefixes(draft, family, 'export', outward, exactly(exports)),
          limit: section.maximumPrefixes,
        }),
      ],
    });
    neighbors.push({ peer: { type: 'address', ip: peer }, group, description: `upstream ${name}`, families: [] });
  }
  const bgp = draft.bgp ?? bareProcess(plan, draft.name);
  const all = new Map([...bgp.aggregates, ...aggregates].map((prefix) => [formatPrefix(prefix), prefix]));
  draft.bgp = {
    ...bgp,
    groups: [...bgp.groups, ...groups],
    neighbors: [...bgp.neighbors, ...neighbors],
    aggregates: [...all.values()],
  };
  if (section.bfd && !draft.bfd) {
    const { interval, multiplier } = topology.data.routing.bfd;
    draft.bfd = { interval, multiplier };
  }
}

/**
 * BGP with routers outside the fabric: only the prefixes asked for come in, only whole pools go out. An aggregate of
 * each pool of the inside discards what no rack has, so that it does not leave by the default route.
 */
export const upstreamPeers: Layer = {
  name: 'upstream-peers',
  apply(plan, drafts) {
    for (const upstream of plan.fabric.upstreams) {
      const draft = drafts.switches.get(upstream.end.node);
      if (!draft || !plan.switches.has(upstream.end.node)) continue;
      if (draft.policies.communityLists.length === 0) gracefulShutdown(draft);
      draft.interfaces.push(upstreamPort(plan, upstream));
      addUpstream(plan, upstream, draft);
    }
  },
};
