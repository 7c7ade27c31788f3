/** What `topologies/dual-leaf.yaml` shows when all is well; the lab waits for it, and the test asks for it. */

export const racks = [1, 2, 3] as const;
export const spines = ['spine1', 'spine2'] as const;
export const leafs = racks.flatMap((rack) => [`rack${rack}-leaf1`, `rack${rack}-leaf2`]);
/** One of the servers of each rack takes part. */
export const servers = racks.map((rack) => `compute-rack${rack}-01`);

/** Prefixes of a rack: management and storage. */
export const prefixesOf = (rack: number): string[] => [`10.10.${rack - 1}.0/24`, `10.30.${rack - 1}.0/24`];

/** Loopback address of a switch, which is its OSPF router id and the end of its BGP sessions. */
export function loopbackOf(name: string): string {
  return name.startsWith('spine') ? `10.255.0.${name.slice(5)}` : `10.255.1.${leafs.indexOf(name) + 1}`;
}

/** State of the control plane and of the kernels, by switch. */
export interface FabricState {
  /** OSPF neighbours by interface. */
  readonly ospf: Record<string, Record<string, string>>;
  readonly bfd: Record<string, Record<string, string>>;
  /** BGP sessions by peer. */
  readonly bgp: Record<string, Record<string, string>>;
  /** Interfaces that the kernel sends to, by prefix of another rack (of every rack on a spine). */
  readonly routes: Record<string, Record<string, readonly string[]>>;
}

const uplinks = ['swp49', 'swp50'];
const interlink = 'vlan3967';
/** Ports of each spine to the leafs of a rack. */
export const spinePorts = (rack: number): string[] => [`swp${2 * rack - 1}`, `swp${2 * rack}`];

const each = <T>(names: readonly string[], value: T): Record<string, T> =>
  Object.fromEntries(names.map((name) => [name, value]));

function everywhere<T>(leaf: (rack: number) => T, spine: T): Record<string, T> {
  return Object.fromEntries([
    ...racks.flatMap((rack) => [1, 2].map((number) => [`rack${rack}-leaf${number}`, leaf(rack)] as const)),
    ...spines.map((name) => [name, spine] as const),
  ]);
}

const adjacencies = (state: string): Record<string, Record<string, string>> =>
  everywhere(() => each([...uplinks, interlink], state), each(racks.flatMap(spinePorts), state));

export const healthy: FabricState = {
  ospf: adjacencies('Full/-'),
  bfd: adjacencies('up'),
  bgp: everywhere(() => each(spines.map(loopbackOf), 'Established'), each(leafs.map(loopbackOf), 'Established')),
  routes: everywhere(
    (own) => each(racks.filter((rack) => rack !== own).flatMap(prefixesOf), uplinks),
    Object.fromEntries(racks.flatMap((rack) => prefixesOf(rack).map((prefix) => [prefix, spinePorts(rack)]))),
  ),
};
