import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device } from '../../device/device.ts';
import { linuxName } from '../network/linux-names.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { CableEnd } from '../network/cables.ts';

/** Names that the tagged VLANs of an end may have as links of their own. */
function taggedNames(device: Device | undefined, { link }: CableEnd): string[] {
  if (!device) return [];
  return device.interfaces.flatMap((one): string[] => {
    if (one.kind === 'sub') {
      const { parent } = one;
      const carrier = device.interfaces.find((other) =>
        'port' in parent
          ? other.kind === 'ethernet' && portKey(other.port) === portKey(parent.port)
          : other.kind === 'lag' && other.id === parent.lag,
      );
      return carrier && linuxName(device, carrier) === link ? [linuxName(device, one)] : [];
    }
    const isCarrier = (one.kind === 'ethernet' || one.kind === 'lag') && linuxName(device, one) === link;
    return isCarrier && one.mode.type === 'bridged' ? one.mode.tagged.map((vlan) => `${link}.${vlan}`) : [];
  });
}

/** Links of a device that are ends of virtual cables. */
export async function virtualLinks(lab: Namespaces, device: string): Promise<ReadonlySet<string>> {
  const links = JSON.parse(await lab.run(['ip', '-j', 'link', 'show', 'type', 'veth'], { device })) as {
    ifname?: string;
  }[];
  return new Set(links.flatMap(({ ifname }) => ifname ?? []));
}

/**
 * Links that ends of cables are, by device: in plain wiring a tagged VLAN is a virtual cable beside that of its port.
 */
export async function linksOf(
  lab: Namespaces,
  running: readonly Device[],
  ends: readonly CableEnd[],
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const end of ends) {
    const present = await virtualLinks(lab, end.device);
    const device = running.find(({ name }) => name === end.device);
    const names = [end.link, ...taggedNames(device, end)].filter((name) => present.has(name));
    found.set(end.device, [...(found.get(end.device) ?? []), ...names]);
  }
  return found;
}
