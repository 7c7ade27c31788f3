import { portKey } from '../../analysis/forwarding/interface-key.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Device, EthernetInterface } from '../../device/device.ts';
import type { ClabLink } from './clab-file.ts';
import type { Form, NamedPort } from './form.ts';

/** Ports of an export, and the links between them. */
export interface Links {
  readonly portsOf: ReadonlyMap<string, readonly NamedPort[]>;
  /** In order of the devices and their ports. */
  readonly links: readonly ClabLink[];
  /** How many cables lead out of the fabric. */
  readonly outside: number;
}

/** Ports that an export gives a link: with a cable to a device that is there, or routed to somewhere outside. */
function cabled({ interfaces }: Device, present: ReadonlySet<string>): EthernetInterface[] {
  return interfaces.flatMap((one) => {
    if (one.kind !== 'ethernet') return [];
    const isLinked = one.peer ? present.has(one.peer.device) : one.mode.type === 'routed';
    return isLinked ? [one] : [];
  });
}

/**
 * The links between devices, each once.
 * @throws ExpectedError for a port that the kind of its node cannot have.
 */
export function linksOf(devices: readonly Device[], formOf: (device: Device) => Form): Links {
  const present = new Set(devices.map(({ name }) => name));
  const portsOf = new Map<string, NamedPort[]>();
  const nameOf = new Map<string, string>();
  for (const device of devices) {
    const { kind, portName } = formOf(device);
    const named = cabled(device, present).map(({ port }, index) => {
      const name = portName(port, index + 1);
      if (name === undefined)
        throw new ExpectedError(
          `Port ${portKey(port)} of ${device.name} is broken out, and ${kind} has whole ports only`,
          {
            hint: 'leave its rack out with --racks, or give the switch another os for the lab',
          },
        );
      nameOf.set(`${device.name} ${portKey(port)}`, name);
      return { port, name };
    });
    portsOf.set(device.name, named);
  }
  const links: ClabLink[] = [];
  let outside = 0;
  for (const device of devices) {
    for (const { port, peer } of cabled(device, present)) {
      const own = `${device.name} ${portKey(port)}`;
      const name = nameOf.get(own) ?? '';
      if (!peer) {
        outside += 1;
        links.push({ type: 'dummy', endpoint: { node: device.name, interface: name } });
        continue;
      }
      const other = `${peer.device} ${portKey(peer.port)}`;
      const far = nameOf.get(other);
      if (far === undefined || own > other) continue;
      links.push({ endpoints: [`${device.name}:${name}`, `${peer.device}:${far}`] });
    }
  }
  return { portsOf, links, outside };
}
