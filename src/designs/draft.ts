import type { Device, Interface, ServerDevice, SwitchDevice } from '../device/device.ts';

/** A device under construction: layers fill it in; afterwards it is read-only. */
export type Draft<D extends Device> = {
  -readonly [Key in keyof D]: D[Key] extends readonly (infer Item)[] ? Item[] : D[Key];
};

/** The devices that the layers of a design work on, by name, in the order of the output. */
export interface Drafts {
  readonly switches: Map<string, Draft<SwitchDevice>>;
  readonly servers: Map<string, Draft<ServerDevice>>;
}

const order: Readonly<Record<Interface['kind'], number>> = { loopback: 0, ethernet: 1, lag: 2, sub: 3, svi: 4 };

/** Place of an interface in a device: loopback, ports by number, LAGs, VLANs. */
function rank(one: Interface): readonly [number, number, number] {
  switch (one.kind) {
    case 'loopback':
      return [order.loopback, 0, 0];
    case 'ethernet':
      return [order.ethernet, one.port.panel, one.port.channel ?? 0];
    case 'lag':
      return [order.lag, one.id, 0];
    case 'sub':
    case 'svi':
      return [order[one.kind], one.vlan, 0];
  }
}

/** Order of the interfaces of a device. */
export function compareInterfaces(a: Interface, b: Interface): number {
  const left = rank(a);
  const right = rank(b);
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
}
