import type { Namespaces } from './namespaces.ts';
import type { OspfState } from './router-state.ts';

/** Answers of daemons in JSON; undefined where a daemon does not run. */
export interface DaemonAnswers {
  readonly ospfInterfaces: unknown;
  readonly ospfNeighbours: unknown;
  readonly ospf6Neighbours: unknown;
  readonly bgp: unknown;
}

const commands = {
  ospfInterfaces: 'show ip ospf interface json',
  ospfNeighbours: 'show ip ospf neighbor json',
  ospf6Neighbours: 'show ipv6 ospf6 neighbor json',
  bgp: 'show bgp summary json',
} as const;

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Asks all daemons of a router. */
export async function askDaemons(lab: Namespaces, device: string): Promise<DaemonAnswers> {
  const asked = await Promise.all(
    Object.entries(commands).map(async ([key, command]) => {
      const { stdout } = await lab.try(['vtysh', '-N', device, '-c', command], { device });
      return [key, readJson(stdout)];
    }),
  );
  return Object.fromEntries(asked) as DaemonAnswers;
}

interface OspfInterface {
  readonly area?: string;
  readonly networkType?: string;
  readonly timerMsecs?: number;
  readonly timerDeadSecs?: number;
  readonly timerPassiveIface?: boolean;
}

/** OSPF by interface. */
export function ospfInterfaces({
  ospfInterfaces: answer,
}: Pick<DaemonAnswers, 'ospfInterfaces'>): Map<string, OspfState> {
  const { interfaces = {} } = (answer ?? {}) as { interfaces?: Record<string, OspfInterface> };
  return new Map(
    Object.entries(interfaces).flatMap(([name, one]): [string, OspfState][] => {
      if (one.area === undefined) return [];
      const passive = one.timerPassiveIface ?? false;
      const network = one.networkType === 'POINTOPOINT' ? 'point-to-point' : 'broadcast';
      // Of a passive interface it tells no timer.
      const [hello, dead] = [(one.timerMsecs ?? 0) / 1000, one.timerDeadSecs ?? 0];
      return [[name, { area: one.area.split(' ')[0] ?? '', network, passive, hello, dead }]];
    }),
  );
}

interface Neighbour {
  readonly nbrState?: string;
  readonly state?: string;
  readonly ifaceName?: string;
  readonly interfaceName?: string;
}

/** Full adjacencies of both versions, as `<version> <interface>`. */
export function fullAdjacencies(answers: Pick<DaemonAnswers, 'ospfNeighbours' | 'ospf6Neighbours'>): Set<string> {
  const two = (answers.ospfNeighbours ?? {}) as { neighbors?: Record<string, readonly Neighbour[]> };
  const three = (answers.ospf6Neighbours ?? {}) as { neighbors?: readonly Neighbour[] };
  const isFull = ({ nbrState, state }: Neighbour): boolean => (nbrState ?? state ?? '').startsWith('Full');
  return new Set([
    ...Object.values(two.neighbors ?? {})
      .flat()
      .filter(isFull)
      .map((one) => `v2 ${one.ifaceName?.split(':')[0] ?? ''}`),
    ...(three.neighbors ?? []).filter(isFull).map((one) => `v3 ${one.interfaceName ?? ''}`),
  ]);
}

/** Sessions that are up, as `<peer> <family>`. */
export function upSessions({ bgp }: Pick<DaemonAnswers, 'bgp'>): Set<string> {
  const summary = (bgp ?? {}) as Record<string, { peers?: Record<string, { state?: string }> } | undefined>;
  return new Set(
    (['ipv4', 'ipv6'] as const).flatMap((family) =>
      Object.entries(summary[`${family}Unicast`]?.peers ?? {})
        .filter(([, { state }]) => state === 'Established')
        .map(([peer]) => `${peer} ${family}`),
    ),
  );
}
