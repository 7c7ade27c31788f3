import type { Bgp, BgpGroup, BgpInstance, Policy } from '../../../device/device.ts';
import { type Family, formatIp, formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { type NamedInstance, defaultVrf, instancesOf, redistributed } from '../leaks.ts';
import { type Tree, keys, settings } from '../tree.ts';
import { families, familyKey } from './bgp-family.ts';
import { groupTree, neighborTree, spellPeer } from './bgp-peers.ts';

/** Most equal paths that NVUE takes (`multipaths (ebgp|ibgp) 1-128`). */
const mostPaths = 128;

/** The groups that an instance has neighbours in; a process without neighbours keeps none. */
function groupsOf(bgp: Bgp, instance: BgpInstance): BgpGroup[] {
  const used = new Set(instance.neighbors.map(({ group }) => group));
  return bgp.groups.filter(({ name }) => used.has(name));
}

function familyTree(bgp: Bgp, named: NamedInstance, family: Family, { device }: Job): Tree | undefined {
  const { instance } = named;
  const ofFamily = (prefixes: BgpInstance['networks']) =>
    prefixes.filter(({ base }) => base.family === family).map(formatPrefix);
  const others = new Set(redistributed(device, named, family).map(formatPrefix));
  const networks = ofFamily(instance.networks);
  const aggregates = ofFamily(instance.aggregates);
  const carried = groupsOf(bgp, instance).some((group) => group.families.some((one) => one.family === family));
  if (!carried && networks.length === 0 && aggregates.length === 0) return undefined;
  const paths = Math.min(bgp.maximumPaths, mostPaths);
  return settings({
    enable: 'on',
    network: keys(networks.filter((prefix) => !others.has(prefix))),
    'aggregate-route': keys(aggregates),
    multipaths: { ebgp: paths, ibgp: paths },
  });
}

const changes = ({ steps }: Policy): boolean => steps.some((step) => step.setLocalPreference !== undefined);

/** A reflector leaves routes as they are, whatever its export policies set, unless it is told not to. */
function reflectionTree(bgp: Bgp, groups: readonly BgpGroup[], { device }: Job): Tree | undefined {
  if (!groups.some((group) => group.routeReflectorClient)) return undefined;
  const exported = new Set([...groups, ...bgp.neighbors].flatMap((one) => one.families.map((f) => f.exportPolicy)));
  const reflects = device.policies.policies.some((policy) => exported.has(policy.name) && changes(policy));
  return settings({
    enable: 'on',
    'cluster-id': formatIp(bgp.clusterId ?? bgp.routerId),
    'outbound-policy': reflects ? 'on' : undefined,
  });
}

function instanceTree(bgp: Bgp, named: NamedInstance, job: Job): Tree {
  const { instance } = named;
  const groups = groupsOf(bgp, instance);
  const byName = new Map(groups.map((group) => [group.name, group]));
  return settings({
    enable: 'on',
    'address-family': settings(
      Object.fromEntries(families.map((family) => [familyKey(family), familyTree(bgp, named, family, job)])),
    ),
    'path-selection': bgp.multipathRelax ? { multipath: { 'aspath-ignore': 'on' } } : undefined,
    'route-reflection': reflectionTree(bgp, groups, job),
    'peer-group': Object.fromEntries(groups.map((group) => [group.name, groupTree(group, job)])),
    neighbor: Object.fromEntries(
      instance.neighbors.map((one) => {
        const group = byName.get(one.group);
        if (!group) throw new Error(`no group ${one.group}`);
        return [spellPeer(one.peer), neighborTree(one, group, job)];
      }),
    ),
  });
}

/** The BGP process. */
export function bgpPart({ device }: Job): Tree {
  const { bgp, maintenance } = device;
  if (!bgp) return {};
  return {
    router: {
      bgp: settings({
        enable: 'on',
        'autonomous-system': bgp.asn,
        'router-id': formatIp(bgp.routerId),
        'graceful-shutdown': maintenance ? 'on' : undefined,
      }),
    },
  };
}

/** BGP in each routing instance, with its groups and neighbours. */
export function bgpInstancesPart(job: Job): Tree {
  const { bgp } = job.device;
  if (!bgp) return {};
  const own = { 'autonomous-system': bgp.asn, 'router-id': formatIp(bgp.routerId) };
  const all = instancesOf(job.device).map((named) => {
    const tree = instanceTree(bgp, named, job);
    return [named.vrf, { router: { bgp: named.vrf === defaultVrf ? tree : { ...own, ...tree } } }] as const;
  });
  return { vrf: Object.fromEntries(all) };
}
