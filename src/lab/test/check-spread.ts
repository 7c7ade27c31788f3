import { longestMatch } from '../../analysis/forwarding/routes.ts';
import { parseIp } from '../../ip/index.ts';
import type { Device } from '../../device/device.ts';
import type { Finding } from '../state/finding.ts';
import { linuxNames } from '../network/linux-names.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { Prediction } from '../state/predict.ts';
import type { ServerPair } from './server-pairs.ts';
import { sourceTable } from './source-table.ts';

/** Flows that are sent, each from a port of its own. */
const flows = 256;

interface LinkCounters {
  readonly ifname: string;
  readonly stats64?: { readonly tx: { readonly packets: number } };
}

async function sent(lab: Namespaces, device: string): Promise<Map<string, number>> {
  const links = JSON.parse(await lab.run(['ip', '-j', '-s', 'link', 'show'], { device })) as LinkCounters[];
  return new Map(links.map(({ ifname, stats64 }) => [ifname, stats64?.tx.packets ?? 0]));
}

/** For each rack and family one pair whose far end is in another rack. */
function chosen(pairs: readonly ServerPair[]): ServerPair[] {
  const across = pairs.filter(({ racks: [a, z] }) => a !== z);
  const byRack = across.toReversed().map((pair) => [`${pair.racks[0]} ${pair.family}`, pair] as const);
  return [...new Map(byRack).values()].toReversed();
}

/** What forwards a server's packets first: itself, where it is a router, and the switches that it has cables to. */
function firstRouters(devices: readonly Device[], server: string): Device[] {
  const own = devices.find(({ name }) => name === server);
  const names = new Set(own?.interfaces.flatMap((one) => (one.kind === 'ethernet' && one.peer ? one.peer.device : [])));
  return devices.filter(({ name }) => name === server || names.has(name));
}

/** A device, and the ports that it is to spread a pair's packets over. */
interface Spreading {
  readonly device: string;
  readonly ports: readonly string[];
}

function spreadingOf(pair: ServerPair, devices: readonly Device[], { forwarding }: Prediction): Spreading[] {
  const [to, source] = [parseIp(pair.address), parseIp(pair.source)];
  if (!to || !source) return [];
  return firstRouters(devices, pair.from).flatMap((device) => {
    const names = linuxNames(device);
    const table = sourceTable(forwarding, device, source) ?? forwarding.tables.get(device.name);
    const hops = (table && longestMatch(table, to)?.nextHops) ?? [];
    const ports = [...new Set(hops.map((hop) => names.get(hop.interface) ?? hop.interface))].toSorted();
    return ports.length < 2 ? [] : [{ device: device.name, ports }];
  });
}

/** Sends many flows from a server of each rack to another rack, and looks whether all next hops are used. */
export async function checkSpread(
  lab: Namespaces,
  pairs: readonly ServerPair[],
  devices: readonly Device[],
  prediction: Prediction,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const pair of chosen(pairs)) {
    const spreading = spreadingOf(pair, devices, prediction);
    if (spreading.length === 0) continue;
    const count = async () => Promise.all(spreading.map(async ({ device }) => sent(lab, device)));
    const before = await count();
    // Every socket has a source port of its own; nobody listens at the far end.
    const send = `for i in $(seq ${flows}); do echo > /dev/udp/${pair.address}/9; done 2>/dev/null; true`;
    await lab.run(['bash', '-c', send], { device: pair.from });
    const after = await count();
    for (const [index, { device, ports }] of spreading.entries()) {
      const counts = ports.map((port) => (after[index]?.get(port) ?? 0) - (before[index]?.get(port) ?? 0));
      const total = counts.reduce((sum, one) => sum + one, 0);
      // A switch that the server's packets do not pass says nothing; of two, each may have half of them.
      if (total < flows / 4) continue;
      const least = total / ports.length / 4;
      if (counts.every((one) => one >= least)) continue;
      findings.push({
        check: 'spread',
        device,
        subject: `${flows} flows from ${pair.source} to ${pair.address}`,
        predicted: `spread over ${ports.join(', ')}`,
        found: ports.map((port, place) => `${port} ${counts[place]}`).join(', '),
      });
    }
  }
  return findings;
}
