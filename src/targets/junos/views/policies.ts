import type { CommunityList, Policy, PolicyStep, Policies } from '../../../device/device.ts';
import { bgpRoutesOf, exportsByPath, own } from '../chains.ts';
import { addedCommunities, communityName, shutdownCommunity } from '../communities.ts';
import type { Instance, Job } from '../job.ts';
import { families, familyName } from '../layer3.ts';
import { routeFilters } from '../route-filters.ts';
import { defaultRoutes } from './routing.ts';

interface Term {
  readonly name: string;
  readonly family: string | null;
  readonly protocol: string | null;
  readonly communities: readonly string[];
  readonly filters: readonly string[];
  readonly localPreference: number | null;
  readonly addCommunities: readonly string[];
  readonly nextHopSelf: boolean;
  readonly action: string | null;
}

const term = (name: string, more: Partial<Term>): Term => ({
  name,
  family: null,
  protocol: null,
  communities: [],
  filters: [],
  localPreference: null,
  addCommunities: [],
  nextHopSelf: false,
  action: null,
  ...more,
});

/** Names of the communities of a list: a route needs one of them, where those of one name would all have to be there. */
function membersOf({ name, communities }: CommunityList): { readonly name: string; readonly member: string }[] {
  return communities.map((member, index) => ({
    name: communities.length === 1 ? name : `${name}-${index + 1}`,
    member,
  }));
}

export function communityViews(job: Job) {
  return [
    ...job.device.policies.communityLists.flatMap(membersOf),
    ...addedCommunities(job.device).map((member) => ({ name: communityName(member), member })),
  ];
}

function stepTerm(step: PolicyStep, { family }: Policy, policies: Policies): Term[] {
  const { sequence, matchPrefixList, matchCommunityList } = step;
  const list = policies.prefixLists.find(({ name }) => name === matchPrefixList);
  const communities = policies.communityLists.find(({ name }) => name === matchCommunityList);
  // A list without entries permits nothing, and a term without conditions everything.
  if (
    (matchPrefixList !== undefined && !list?.entries.length) ||
    (matchCommunityList !== undefined && !communities?.communities.length)
  )
    return [];
  return [
    term(`${sequence}${matchPrefixList === undefined ? '' : `-${matchPrefixList}`}`, {
      family: familyName[family],
      communities: communities ? membersOf(communities).map(({ name }) => name) : [],
      filters: list ? routeFilters(list.entries) : [],
      localPreference: step.setLocalPreference ?? null,
      addCommunities: step.addCommunities.map(communityName),
      action: step.action === 'deny' ? 'reject' : 'accept',
    }),
  ];
}

/** A policy of the device, for routes of its family; those of the other one are handed on. */
function policyView(policy: Policy, policies: Policies) {
  const { name, family, steps } = policy;
  return {
    name,
    terms: [
      ...steps.flatMap((step) => stepTerm(step, policy, policies)),
      term('rest', { family: familyName[family], action: 'reject' }),
    ],
  };
}

/** Lets through routes of BGP and what the instance originates. */
function bgpRoutesTerms({ bgp }: Instance): Term[] {
  const originated = (['networks', 'aggregates'] as const).flatMap((kind) =>
    families.flatMap((family) => {
      const prefixes = (bgp?.[kind] ?? []).filter(({ base }) => base.family === family);
      if (prefixes.length === 0) return [];
      return [
        term(`${kind}-${familyName[family]}`, {
          family: familyName[family],
          protocol: kind === 'aggregates' ? 'aggregate' : null,
          filters: routeFilters(prefixes.map((prefix) => ({ sequence: 0, prefix }))),
          action: 'next policy',
        }),
      ];
    }),
  );
  return [term('bgp', { protocol: 'bgp', action: 'next policy' }), ...originated, term('rest', { action: 'reject' })];
}

const defaultRouteTerms = (): Term[] =>
  families.map((family) =>
    term(familyName[family], {
      family: familyName[family],
      filters: routeFilters([{ sequence: 0, prefix: defaultRoutes[family] }]),
      action: 'accept',
    }),
  );

/** Policies of the device, and those of heddle's that some session asks. */
export function policyViews({ device, instances }: Job) {
  const asked = new Set([...exportsByPath(device, instances).values()].flat());
  const added = [
    { name: own.drained, terms: [term('mark', { addCommunities: [communityName(shutdownCommunity)] })] },
    { name: own.nextHopSelf, terms: [term('self', { nextHopSelf: true })] },
    { name: own.defaultRoute, terms: defaultRouteTerms() },
    ...instances.map((instance) => ({ name: bgpRoutesOf(instance), terms: bgpRoutesTerms(instance) })),
    { name: own.announce, terms: [term('all', { action: 'accept' })] },
  ];
  return [
    ...device.policies.policies.map((policy) => policyView(policy, device.policies)),
    ...added.filter(({ name }) => asked.has(name)),
  ];
}
