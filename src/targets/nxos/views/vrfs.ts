import type { Bgp, BgpVrf, Policies, PolicyStep, SwitchDevice } from '../../../device/device.ts';
import { type Family, formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { managementVrf } from '../names.ts';

/** The out-of-band VRF and its default route; neither the default VRF nor any other has a route into it. */
export function managementVrfViews({ device }: Job) {
  const { gateway } = device.management;
  if (!gateway) return [{ vrf: managementVrf, route: null }];
  const route =
    gateway.family === 4 ? `ip route 0.0.0.0/0 ${formatIp(gateway)}` : `ipv6 route ::/0 ${formatIp(gateway)}`;
  return [{ vrf: managementVrf, route }];
}

const policyOf = (leaks: BgpVrf['leaks'], from: string | undefined, family: Family): string | null =>
  leaks.find((leak) => leak.from === from)?.policies.find((one) => one.family === family)?.policy ?? null;

/** Sources of routes that a VRF takes over from other VRFs, for a family. */
function importsOf(vrf: BgpVrf, family: Family) {
  return vrf.leaks.flatMap(({ from, policies }) => {
    const policy = policies.find((one) => one.family === family)?.policy;
    return from === undefined || policy === undefined ? [] : [{ from, policy }];
  });
}

/** A VRF has one route map for all that it imports from, step after step: where that is one other VRF, its policy. */
function importMap(vrf: string, family: Family, imports: ReturnType<typeof importsOf>): string | null {
  const [first, second] = imports;
  return first && second ? `IMPORT-${vrf}${family === 4 ? '' : '-V6'}` : (first?.policy ?? null);
}

/** Name of the list that has a VRF's route target. */
const targetList = (vrf: string): string => `RT-${vrf}`;

function familyView(name: string, family: Family, bgp: Bgp, targets: ReadonlyMap<string, string>) {
  const own = bgp.vrfs.find(({ vrf }) => vrf === name);
  const imports = own ? importsOf(own, family) : [];
  const isSource = bgp.vrfs.some((other) => importsOf(other, family).some(({ from }) => from === name));
  const fromDefault = own ? policyOf(own.leaks, undefined, family) : null;
  const toDefault = policyOf(bgp.leaks, name, family);
  return {
    protocol: family === 4 ? 'ipv4' : 'ipv6',
    exportTarget: isSource ? (targets.get(name) ?? null) : null,
    importTargets: imports.flatMap(({ from }) => targets.get(from) ?? []),
    importMap: importMap(name, family, imports),
    fromDefault,
    toDefault,
    isUsed: isSource || imports.length > 0 || fromDefault !== null || toDefault !== null,
  };
}

/** Route targets of VRFs: the AS, and the number of the route distinguisher. They never leave the switch. */
const targetsOf = ({ vrfs, bgp }: SwitchDevice): ReadonlyMap<string, string> =>
  new Map(vrfs.map(({ name, routeDistinguisher }) => [name, `${bgp?.asn}:${routeDistinguisher.split(':').at(-1)}`]));

/** VRFs, with what they take over from each other: between VRFs by route targets, from and into the default one by name. */
export function vrfViews({ device }: Job) {
  const { bgp } = device;
  const targets = targetsOf(device);
  return device.vrfs.map(({ name, routeDistinguisher }) => ({
    name,
    // Only routes of BGP have one.
    routeDistinguisher: bgp ? routeDistinguisher : null,
    families: bgp
      ? ([4, 6] as const).map((family) => familyView(name, family, bgp, targets)).filter((one) => one.isUsed)
      : [],
  }));
}

function importSteps(imports: ReturnType<typeof importsOf>, { policies }: Policies) {
  const all: { from: string; step: PolicyStep; isLast: boolean }[] = [];
  for (const { from, policy } of imports) {
    const steps = policies.find(({ name }) => name === policy)?.steps ?? [];
    steps.forEach((step, index) => all.push({ from, step, isLast: index === steps.length - 1 }));
  }
  return all;
}

/** VRFs that import from several others, family by family. */
function severalImports(bgp: Bgp | undefined) {
  return (bgp?.vrfs ?? []).flatMap((vrf) =>
    ([4, 6] as const).flatMap((family) => {
      const imports = importsOf(vrf, family);
      return imports.length > 1 ? [{ name: importMap(vrf.vrf, family, imports), family, imports }] : [];
    }),
  );
}

/** Steps of the route maps that VRFs import by from several others: a policy's own, for routes of its source alone. */
export function importMapViews({ device }: Job) {
  return severalImports(device.bgp).flatMap(({ name, family, imports }) =>
    importSteps(imports, device.policies).map(({ from, step, isLast }, index) => ({
      name,
      sequence: (index + 1) * 10,
      action: step.action,
      protocol: family === 4 ? 'ip' : 'ipv6',
      targetList: targetList(from),
      next: step.continue && !isLast ? (index + 2) * 10 : null,
      communityList: step.matchCommunityList ?? null,
      prefixList: step.matchPrefixList ?? null,
      localPreference: step.setLocalPreference ?? null,
      communities: step.addCommunities.join(' '),
    })),
  );
}

/** A list for the route target of each VRF that such a route map tells from others. */
export function targetListViews({ device }: Job) {
  const sources = new Set(severalImports(device.bgp).flatMap(({ imports }) => imports.map(({ from }) => from)));
  const lines = [...targetsOf(device)].flatMap(([name, target]) =>
    sources.has(name) ? [{ name: targetList(name), target }] : [],
  );
  return lines.length === 0 ? [] : [{ lines }];
}
