import type { Cable } from './built-fabric.ts';
import { type BridgePort, type Stanza, readStanzas, valueOf } from './linux-intent.ts';
import { addCable } from './namespaces.ts';

interface End {
  readonly device: string;
  /** The port, or the LACP bond it belongs to. */
  readonly port: string;
  /** VLANs that the port of a switch lets in tagged. */
  readonly allowed: readonly string[];
  /** VLANs that the switch has an SVI in. */
  readonly routed: readonly string[];
}

function endOf(stanzas: readonly Stanza[], device: string, port: string): End {
  const bond = stanzas.find((one) => valueOf(one, 'bond-slaves')?.split(' ').includes(port));
  const name = bond?.name ?? port;
  const allowed = valueOf(
    stanzas.find((one) => one.name === name),
    'bridge-vids',
  );
  return {
    device,
    port: name,
    allowed: allowed?.split(' ') ?? [],
    routed: stanzas.flatMap((one) =>
      valueOf(one, 'vlan-raw-device') === 'bridge' ? (valueOf(one, 'vlan-id') ?? []) : [],
    ),
  };
}

/**
 * Cables the devices, given the generated `interfaces` of the switches. This kernel has neither bonds nor tagged
 * frames, so a trunk, of one cable or of a bond, becomes a veth for each VLAN, named `PORT.VLAN` on both sides.
 * A VLAN that the trunk does not let in gets one too, for its link only: an SVI has link while any port of the one
 * real bridge has, and so have the bridges that stand for it.
 * @returns the bridge ports of each switch.
 */
export function addCables(
  cables: readonly Cable[],
  interfacesOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly BridgePort[]> {
  const stanzasOf = new Map([...interfacesOf].map(([device, text]) => [device, readStanzas(text)]));
  const bridgePorts = new Map<string, BridgePort[]>();
  const bonds = new Set<string>();
  for (const { a, z } of cables) {
    const ends = [a, z].map(({ device, port }) => endOf(stanzasOf.get(device) ?? [], device, port));
    const trunk = ends.find((end) => end.allowed.length > 0);
    if (!trunk) {
      addCable(a, z);
      continue;
    }
    const key = ends.map((end) => `${end.device} ${end.port}`).join(' ');
    if (bonds.has(key)) continue;
    bonds.add(key);
    for (const vlan of trunk.routed) {
      const [one, other] = ends.map(({ device, port, allowed }) => {
        const link = `${port}.${vlan}`;
        if (allowed.length > 0) {
          const ports = bridgePorts.get(device) ?? [];
          bridgePorts.set(device, [...ports, { link, port, vlan, allowed: allowed.includes(vlan) }]);
        }
        return { device, port: link };
      });
      if (one && other) addCable(one, other);
    }
  }
  return bridgePorts;
}
