import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { type Family, formatPrefix } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { type NamedInstance, defaultVrf, instancesOf, redistributed } from '../leaks.ts';
import { type Tree, keys, mergeAll, settings, under } from '../tree.ts';
import { families, familyKey } from './bgp-family.ts';

const inFamily = (vrf: string, family: Family, tree: Tree): Tree =>
  Object.keys(tree).length === 0 ? {} : under([vrf, 'router', 'bgp', 'address-family', familyKey(family)], tree);

/** Routes of other instances that one takes over, with the one policy that NVUE has for all of them. */
function importTree({ vrf, instance }: NamedInstance, family: Family): Tree {
  const taken = instance.leaks.flatMap(({ from = defaultVrf, policies }) =>
    policies.flatMap((one) => (one.family === family ? { from, policy: one.policy } : [])),
  );
  const [first] = taken;
  if (!first) return {};
  if (taken.some(({ policy }) => policy !== first.policy)) {
    throw new ExpectedError(
      `NVUE has one policy for all routes that the VRF ${vrf} takes over, and this one needs more`,
    );
  }
  return {
    enable: 'on',
    'route-import': {
      'from-vrf': { enable: 'on', list: keys(taken.map(({ from }) => from)), 'route-map': first.policy },
    },
  };
}

const nameOf = (vrf: string, family: Family): string => `CONNECTED-${vrf}${family === 6 ? '-V6' : ''}`;

function redistributionTree(vrf: string, family: Family): Tree {
  return { redistribute: { connected: { enable: 'on', 'route-map': nameOf(vrf, family) } } };
}

/** Permits what would stand as `network` where nothing is taken over. */
function filterTree(vrf: string, family: Family, prefixes: readonly string[]): Tree {
  const name = nameOf(vrf, family);
  const rules = prefixes.map((prefix, index) => [(index + 1) * 10, { action: 'permit', match: keys([prefix]) }]);
  return {
    'prefix-list': { [name]: { type: `ipv${family}`, rule: Object.fromEntries(rules) as Tree } },
    'route-map': {
      [name]: { rule: { '10': { action: keys(['permit']), match: { type: `ipv${family}`, 'ip-prefix-list': name } } } },
    },
  };
}

/** Routes that one VRF takes over from another. */
export function routeImportsPart({ device }: Job): Tree {
  return mergeAll(
    instancesOf(device).flatMap((named) =>
      families.map((family) => settings({ vrf: inFamily(named.vrf, family, importTree(named, family)) })),
    ),
  );
}

/** What a VRF announces of its own, where another takes routes over from it. */
export function redistributionPart({ device }: Job): Tree {
  return mergeAll(
    instancesOf(device).flatMap((named) =>
      families.flatMap((family) => {
        const prefixes = redistributed(device, named, family).map(formatPrefix);
        if (prefixes.length === 0) return [];
        return {
          vrf: inFamily(named.vrf, family, redistributionTree(named.vrf, family)),
          router: { policy: filterTree(named.vrf, family, prefixes) },
        };
      }),
    ),
  );
}
