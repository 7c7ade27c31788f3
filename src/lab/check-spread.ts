import { longestMatch } from '../analysis/forwarding/routes.ts';
import { parseIp } from '../ip/index.ts';
import type { Device } from '../device/device.ts';
import type { Finding } from './finding.ts';
import { linuxNames } from './linux-names.ts';
import type { Namespaces } from './namespaces.ts';
import type { Prediction } from './predict.ts';
import type { ServerPair } from './server-pairs.ts';

/** Flows that are sent, each from a port of its own. */
const flows = 128;

interface LinkCounters {
  readonly ifname: string;
  readonly stats64?: { readonly tx: { readonly packets: number } };
}

async function sent(lab: Namespaces, device: string): Promise<Map<string, number>> {
  const links = JSON.parse(await lab.run(['ip', '-j', '-s', 'link', 'show'], { device })) as LinkCounters[];
  return new Map(links.map(({ ifname, stats64 }) => [ifname, stats64?.tx.packets ?? 0]));
}

/** One IPv4 pair for each rack whose far end is in another rack. */
function chosen(pairs: readonly ServerPair[]): ServerPair[] {
  const across = pairs.filter(({ racks: [a, z], family }) => a !== z && family === 4);
  return [...new Map(across.toReversed().map((pair) => [pair.racks[0], pair])).values()].toReversed();
}

/** Switches that a server has cables to. */
function firstSwitches(devices: readonly Device[], server: string): Device[] {
  const names = new Set(
    devices
      .find(({ name }) => name === server)
      ?.interfaces.flatMap((one) => (one.kind === 'ethernet' && one.peer ? one.peer.device : [])),
  );
  return devices.filter(({ name }) => names.has(name));
}

/** Sends many flows from a server of each rack to another rack, and looks whether its switch uses all next hops. */
export async function checkSpread(
  lab: Namespaces,
  pairs: readonly ServerPair[],
  devices: readonly Device[],
  { forwarding }: Prediction,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { from, address, source } of chosen(pairs)) {
    const ip = parseIp(address);
    for (const device of ip ? firstSwitches(devices, from) : []) {
      const names = linuxNames(device);
      const hops = longestMatch(forwarding.tables.get(device.name) ?? new Map(), ip!)?.nextHops ?? [];
      const ports = [...new Set(hops.map((hop) => names.get(hop.interface) ?? hop.interface))].toSorted();
      if (ports.length < 2) continue;
      const before = await sent(lab, device.name);
      // Every socket has a source port of its own; nobody listens at the far end.
      const send = `for i in $(seq ${flows}); do echo > /dev/udp/${address}/9; done 2>/dev/null; true`;
      await lab.run(['bash', '-c', send], { device: from });
      const after = await sent(lab, device.name);
      const counts = ports.map((port) => (after.get(port) ?? 0) - (before.get(port) ?? 0));
      const total = counts.reduce((sum, count) => sum + count, 0);
      // A switch that the server's packets do not pass says nothing.
      if (total < flows / 2) continue;
      const least = total / ports.length / 4;
      if (counts.every((count) => count >= least)) continue;
      findings.push({
        check: 'spread',
        device: device.name,
        subject: `${flows} flows from ${source} to ${address}`,
        predicted: `spread over ${ports.join(', ')}`,
        found: ports.map((port, index) => `${port} ${counts[index]}`).join(', '),
      });
    }
  }
  return findings;
}
