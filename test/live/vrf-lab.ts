/**
 * Runs inside private namespaces (see isolated.ts): starts `topologies/tenants.yaml` on real FRR, with a namespace for
 * the VRF of each switch, and prints what it saw as JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readBuiltFabric } from './built-fabric.ts';
import { kernelRouteList } from './kernel-routes.ts';
import { applySwitchInterfaces, readStanzas, valueOf } from './linux-intent.ts';
import { forwards, labArguments, report } from './live-fabric.ts';
import { namesOf } from './names.ts';
import { addCable, applySysctl, sh, show, until } from './namespaces.ts';
import { buildNetwork, startSwitch } from './network.ts';
import { crossRacks } from './racks.ts';
import { applyInterfaces } from './server-interfaces.ts';
import { addVrf, namespaceOf, seeingVrfs } from './vrf-namespaces.ts';
import type { VrfObservation } from './vrf-observation.ts';

const vrf = 'storage';
const fabric = readBuiltFabric(labArguments().out);
const names = namesOf(fabric);
const switches = fabric.switches.map(({ name }) => name);
const bySwitch = <T>(value: (name: string) => T): Record<string, T> =>
  Object.fromEntries(switches.map((name) => [name, value(name)]));

const ports = buildNetwork(
  fabric,
  fabric.servers.map(({ name }) => name),
);
for (const { name, folder } of fabric.servers) applyInterfaces(name, join(folder, 'interfaces'));
const stanzasOf = new Map(
  fabric.switches.map(({ name, folder }) => {
    const stanzas = readStanzas(readFileSync(join(folder, 'interfaces'), 'utf8'));
    return [name, stanzas.filter((one) => valueOf(one, 'vrf') === vrf)] as const;
  }),
);
for (const name of switches) addVrf(name, vrf);
for (const { a, z } of fabric.cables) {
  const ends = [a, z].map(({ device, port }) => {
    const sub = stanzasOf.get(device)?.find((one) => valueOf(one, 'vlan-raw-device') === port);
    return sub && { device: namespaceOf(device, vrf), port: sub.name };
  });
  if (ends[0] && ends[1]) addCable(ends[0], ends[1]);
}
for (const { name, folder } of fabric.switches) {
  const vlans = stanzasOf.get(name)?.map((one) => valueOf(one, 'vlan-id'));
  for (const { link, vlan } of ports.get(name) ?? [])
    if (vlans?.includes(vlan)) sh('ip', '-n', name, 'link', 'set', 'dev', link, 'netns', namespaceOf(name, vrf));
  applySysctl(namespaceOf(name, vrf), join(folder, 'sysctl.conf'));
  applySwitchInterfaces(namespaceOf(name, vrf), join(folder, 'interfaces'), ports.get(name), vrf);
}
await Promise.all(switches.map((name) => startSwitch(fabric, name, { before: seeingVrfs(name) })));

function sessionsOf(name: string): string[] {
  const { ipv4Unicast } = show(name, `show bgp vrf ${vrf} summary`) as {
    ipv4Unicast?: { peers: Record<string, { state: string }> };
  };
  const peers = Object.entries(ipv4Unicast?.peers ?? {});
  return peers.map(([peer, { state }]) => `${names.ownerOf(peer, name, '')} ${state}`).toSorted();
}

/** What the VRF takes over from the default instance leads nowhere here, and is left out. */
function routesOf(name: string): Record<string, string[]> {
  const routes = kernelRouteList(namespaceOf(name, vrf)).filter(
    ({ prefix, protocol }) => protocol === 'bgp' && prefix.startsWith('10.30.'),
  );
  return Object.fromEntries(
    routes.map(({ prefix, hops }) => [prefix, hops.map(({ via }) => names.ownerOf(via, name, '')).toSorted()]),
  );
}

function tableOf(name: string, instance: string): string[] {
  const { routes = {} } = show(name, `show bgp vrf ${instance} ipv4 unicast`) as {
    routes?: Record<string, readonly { valid?: boolean; bestpath?: boolean }[]>;
  };
  const best = Object.entries(routes).filter(([, paths]) => paths.some((path) => path.valid && path.bestpath));
  return best.map(([prefix]) => prefix).toSorted();
}

const expected = labArguments().input as VrfObservation['tables'];
const tables = (): VrfObservation['tables'] =>
  bySwitch((name) => ({ default: tableOf(name, 'default'), storage: tableOf(name, vrf) }));
const inVrf = switches.map((name) => namespaceOf(name, vrf));
await until(60, () => isDeepStrictEqual(tables(), expected) && inVrf.every(forwards));
const observation: VrfObservation = {
  sessions: bySwitch(sessionsOf),
  routes: bySwitch(routesOf),
  tables: tables(),
  ...(await crossRacks(fabric, names, [vrf])),
};
report(observation);
