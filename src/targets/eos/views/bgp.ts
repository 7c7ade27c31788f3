import type { Bgp, BgpGroup } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import { isAllIpv4, limitOf, saidBySession, withPortGroups } from '../bgp-peers.ts';
import { defaultPolicyOf } from '../drain.ts';
import type { Job } from '../job.ts';
import { leakPolicy } from '../leaks.ts';
import { loopback } from '../names.ts';
import { stanza } from '../stanza.ts';
import { plainText, secretWord } from '../text.ts';
import { type InstanceView, instanceView } from './bgp-instance.ts';
import { defaultVrf } from './vrfs.ts';

/** Most next hops of a route that EOS takes. */
const mostPaths = 600;

/** No limit: without one EOS shuts a session at 12,000 prefixes. */
const unlimited = 0;

function groupView(group: BgpGroup, { context }: Job) {
  const { name, description, remoteAs, routeReflectorClient, nextHopSelf, password, bfd, allowOwnAs, timers } = group;
  const said = saidBySession(group);
  return {
    name,
    description: plainText(description),
    remoteAs: remoteAs ?? null,
    source: group.updateSourceLoopback ? loopback : null,
    bfd,
    allowOwnAs,
    timers: timers ?? null,
    routeReflectorClient,
    nextHopSelf,
    addPath: group.addPath && isAllIpv4(group),
    importPolicy: said?.importPolicy ?? null,
    exportPolicy: said?.exportPolicy ?? null,
    password: password ? secretWord(password, context.readSecret) : null,
    maximumPrefixes: limitOf(group.families) ?? unlimited,
  };
}

/** EOS takes paths over different autonomous systems for equal until told otherwise; within one there are none. */
function multipathRelax({ multipathRelax: relaxed, groups }: Bgp): boolean | null {
  return relaxed || groups.some(({ type }) => type === 'external') ? relaxed : null;
}

const lines = (view: InstanceView, indent: string): string => stanza('bgp-instance', { ...view, indent });

export function bgpViews(job: Job) {
  const { device } = job;
  if (!device.bgp) return [];
  const bgp = withPortGroups(device.bgp);
  const groups = new Map(bgp.groups.map((group) => [group.name, group]));
  const defaultPolicy = defaultPolicyOf(device);
  const vrfs = new Map(device.vrfs.map((vrf) => [vrf.name, vrf]));
  const distinguisherOf = (name: string): string => {
    const vrf = vrfs.get(name);
    if (!vrf) throw new Error(`${device.name} has no VRF ${name}`);
    return vrf.routeDistinguisher;
  };
  return [
    {
      asn: bgp.asn,
      routerId: formatIp(bgp.routerId),
      clusterId: bgp.clusterId ? formatIp(bgp.clusterId) : null,
      maximumPaths: Math.min(bgp.maximumPaths, mostPaths),
      multipathRelax: multipathRelax(bgp),
      groups: bgp.groups.map((group) => groupView(group, job)),
      instance: lines(instanceView(bgp, groups, { inVrf: false, defaultPolicy }), '   '),
      vrfs: bgp.vrfs.map((one) => ({
        name: one.vrf,
        routeDistinguisher: distinguisherOf(one.vrf),
        instance: lines(instanceView(one, groups, { inVrf: true, defaultPolicy }), '      '),
      })),
    },
  ];
}

/** Timers of BFD on sessions of BGP, whose interfaces do not say them. */
export function routerBfdViews({ device }: Job) {
  const { bfd, bgp } = device;
  return bfd && bgp?.groups.some((group) => group.bfd) ? [bfd] : [];
}

/** Routes that an instance takes over from another: into its table, for packets; it announces none of them. */
export function leakViews({ device }: Job) {
  const { bgp } = device;
  if (!bgp) return [];
  const instances = [{ ...bgp, vrf: defaultVrf }, ...bgp.vrfs];
  const vrfs = instances.flatMap(({ vrf, leaks }) =>
    leaks.length === 0
      ? []
      : [{ name: vrf, leaks: leaks.map((leak) => ({ from: leak.from ?? defaultVrf, policy: leakPolicy(leak) })) }],
  );
  return vrfs.length === 0 ? [] : [{ vrfs }];
}
