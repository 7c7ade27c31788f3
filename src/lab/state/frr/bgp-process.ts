import { mostPaths } from '../../../frr/ospf-view.ts';
import { type PathLimits, type ProcessState, bgpProcess } from '../bgp-state.ts';
import { inVrf } from '../router-state.ts';
import { type RouterAnswers, jsonOf } from './ask-router.ts';
import { type ConfigBlocks, settingIn } from './running-config.ts';

interface Instance {
  readonly vrfName?: string;
  readonly routerId?: string;
  readonly localAS?: number;
  readonly routes?: Readonly<Record<string, readonly BgpRoute[]>>;
}

interface BgpRoute {
  /** `(unspec)`: no neighbour sent it. */
  readonly peerId?: string;
  /** Of a route that another VRF has leaked. */
  readonly nhVrfName?: string;
  readonly announceNexthopSelf?: boolean;
}

function instancesOf(answers: RouterAnswers, family: 'ipv4' | 'ipv6'): Instance[] {
  return Object.values((jsonOf(answers, `show bgp vrf all ${family} unicast json`) ?? {}) as Record<string, Instance>);
}

function isOwn({ peerId, nhVrfName, announceNexthopSelf }: BgpRoute): boolean {
  return peerId === '(unspec)' && nhVrfName === undefined && !announceNexthopSelf;
}

/** Prefixes that the router announces of itself. */
export function originatedPrefixes(answers: RouterAnswers): Set<string> {
  return new Set(
    (['ipv4', 'ipv6'] as const)
      .flatMap((family) => instancesOf(answers, family))
      .flatMap(({ vrfName, routes = {} }) =>
        Object.entries(routes)
          .filter(([, paths]) => paths.some(isOwn))
          .map(([prefix]) => inVrf(prefix, vrfName)),
      ),
  );
}

/** Limits of a family; without a setting, FRR's is the most that it was built for. */
function limitsOf(lines: readonly string[]): PathLimits {
  const read = (pattern: RegExp): number =>
    Number(lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])[0] ?? mostPaths);
  return { external: read(/^maximum-paths (\d+)$/), internal: read(/^maximum-paths ibgp (\d+)/) };
}

/** BGP of every routing table, by name. */
export function bgpProcesses(answers: RouterAnswers, config: ConfigBlocks): [string, ProcessState][] {
  return instancesOf(answers, 'ipv4').map(({ vrfName, routerId = '', localAS = 0 }) => {
    const block = inVrf(`router bgp ${localAS}`, vrfName);
    const families = (['ipv4', 'ipv6'] as const).flatMap((family) => {
      const lines = config.get(`${block} > address-family ${family} unicast`);
      return lines ? [[family, lines] as const] : [];
    });
    const reflects = families.some(([, lines]) => lines.some((line) => line.endsWith(' route-reflector-client')));
    return [
      inVrf('BGP', vrfName),
      bgpProcess({
        asn: localAS,
        routerId,
        ...(reflects ? { clusterId: settingIn(config, block, 'bgp cluster-id') ?? routerId } : {}),
        multipathRelax: settingIn(config, block, 'bgp bestpath as-path multipath-relax') !== undefined,
        maximumPaths: new Map(families.map(([family, lines]) => [family, limitsOf(lines)])),
      }),
    ];
  });
}
