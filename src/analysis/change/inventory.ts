import type { AddressPurpose } from '../../plan/plan.ts';

/** A device as far as a change needs to know it. */
export interface DeviceFact {
  readonly name: string;
  readonly kind: 'switch' | 'server';
  /** Absent where the past does not tell. */
  readonly role?: string;
  /** Absent for a switch that stands in no rack, and where the past does not tell. */
  readonly rack?: string;
}

/** One end of a cable. */
export interface CableEnd {
  readonly device: string;
  readonly rack?: string;
  /** The port as the device's own system spells it; neutrally (`49/1`) where only the lock knows it. */
  readonly port: string;
  /** Port of a switch as the lock has it; absent on servers, and where the past does not tell. */
  readonly neutral?: string;
}

export interface CableFact {
  /** Link id. */
  readonly id: string;
  readonly a: CableEnd;
  readonly z: CableEnd;
  /** Gigabits per second; absent where only the lock knows the cable. */
  readonly speed?: number;
  /** The /31 and /127 of a routed link, or `link-local`. */
  readonly prefix?: string;
}

export interface AddressFact {
  readonly device: string;
  readonly rack?: string;
  /** What has it: an interface's name, or a network's. */
  readonly interface: string;
  /** With its prefix length. */
  readonly address: string;
  readonly purpose: AddressPurpose;
  readonly network?: string;
}

/** A fabric as it is, or as it was: what can be compared, under keys that stay. */
export interface Inventory {
  readonly devices: ReadonlyMap<string, DeviceFact>;
  /** By link id. */
  readonly cables: ReadonlyMap<string, CableFact>;
  /** By what has it: `loopback/spine1`, `p2p/<link id>/<device>`, `server/<network>/<device>`. */
  readonly addresses: ReadonlyMap<string, AddressFact>;
  /** Prefix by `<network>/<rack>`, of IPv6 by `<network>/<rack>/6`. */
  readonly subnets: ReadonlyMap<string, string>;
}

/** Key of an address that is not a link's: there is one of each purpose on a device, in a network where it has one. */
export function addressKey(purpose: string, device: string, network?: string): string {
  return network === undefined ? `${purpose}/${device}` : `${purpose}/${network}/${device}`;
}

/** Key of the address at one end of a link. */
export function linkAddressKey(link: string, device: string, mark: '' | '6' = ''): string {
  return `p2p${mark}/${link}/${device}`;
}

/** Key of the address of a VRF at one end of a link. */
export function vrfAddressKey(vrf: string, link: string, device: string, mark: '' | '6' = ''): string {
  return `vrf-p2p${mark}/${vrf}/${link}/${device}`;
}

/** Key of the subnet of a network in a rack, by family. */
export function subnetKey(network: string, rack: string, mark: '' | '6'): string {
  return `${network}/${rack}${mark === '' ? '' : `/${mark}`}`;
}

/** A fabric of which nothing is known. */
export const emptyInventory: Inventory = {
  devices: new Map(),
  cables: new Map(),
  addresses: new Map(),
  subnets: new Map(),
};
