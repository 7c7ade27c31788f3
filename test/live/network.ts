import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltFabric } from './built-fabric.ts';
import { type BridgePort, applySwitchInterfaces } from './linux-intent.ts';
import { addNamespace, applySysctl, coverSystemFolders, inside, startFrr } from './namespaces.ts';
import { addCables } from './trunk-links.ts';

/**
 * Makes a namespace of every switch and of the chosen other devices, cables them, and applies the switches' generated kernel
 * settings and interfaces.
 * @returns the bridge ports of each switch that stand for tagged VLANs.
 */
export function buildNetwork(
  fabric: BuiltFabric,
  others: readonly string[],
): ReadonlyMap<string, readonly BridgePort[]> {
  coverSystemFolders();
  const devices = new Set([...fabric.switches.map(({ name }) => name), ...others]);
  for (const name of devices) addNamespace(name);
  const cables = fabric.cables.filter(({ a, z }) => devices.has(a.device) && devices.has(z.device));
  const interfacesOf = fabric.switches.map(
    ({ name, folder }) => [name, readFileSync(join(folder, 'interfaces'), 'utf8')] as const,
  );
  const trunkLinks = addCables(cables, new Map(interfacesOf));
  for (const [index, { name, folder }] of fabric.switches.entries()) {
    applySysctl(name, join(folder, 'sysctl.conf'));
    // One kernel stands for all switches; each gets a hash of its own, as different switches have.
    inside(name, 'sysctl', '-q', '-e', '-w', `net.ipv4.fib_multipath_hash_seed=${index + 1}`);
    applySwitchInterfaces(name, join(folder, 'interfaces'), trunkLinks.get(name));
  }
  return trunkLinks;
}

/** The daemons that a generated `daemons` file starts, besides those that always run. */
function daemonsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^(\w+)=yes$/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name.endsWith('d'));
}

/**
 * Starts FRR with the generated config on a switch.
 * @param vrfs see `startFrr`.
 */
export async function startSwitch(
  fabric: BuiltFabric,
  name: string,
  vrfs?: { readonly before: readonly string[] },
): Promise<void> {
  const folder = fabric.switches.find((one) => one.name === name)?.folder ?? '';
  await startFrr(name, join(folder, 'frr.conf'), daemonsOf(join(folder, 'daemons')), vrfs);
}

/** Starts FRR with the generated config on every switch. */
export async function startSwitches(fabric: BuiltFabric): Promise<void> {
  await Promise.all(fabric.switches.map(({ name }) => startSwitch(fabric, name)));
}
