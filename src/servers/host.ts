import type { LagInterface } from '../device/device.ts';

/** The network of a Linux host: its device's interfaces by kind, with names and addresses as Linux spells them. */
export interface Host {
  readonly name: string;
  /** What it is for and where it stands, safe in a comment: `object, rack z1r1, zone 1`. */
  readonly place: string;
  readonly fabric: string;
  readonly nics: readonly HostNic[];
  readonly bonds: readonly HostBond[];
  readonly vlans: readonly HostVlan[];
  /** Of a host that is a router itself: what it is reached by, over any of its ports. */
  readonly loopback: HostLoopback | null;
  readonly dns: readonly string[];
  readonly domain: string | null;
}

/** What every interface has. */
export interface HostInterface {
  readonly name: string;
  /** What it is for, safe in a comment. */
  readonly comment: string;
  /** MTU of the link in bytes: no less than that of any VLAN on it, which Linux would refuse. */
  readonly mtu: number;
  /** `10.0.0.1/24` */
  readonly addresses: readonly string[];
  readonly routes: readonly HostRoute[];
  /**
   * IPv6 is on, since it has an address or must have a link-local one. Router advertisements are heard in no case: the
   * addresses and routes are in the file, and what a port of the rack says must not add any. FRR reads those that it
   * needs for sessions between link-local addresses itself, from a socket of its own.
   */
  readonly ipv6: boolean;
  /** Resolvers are reached through this interface. */
  readonly resolves: boolean;
  /** Tagged VLANs stand on it. */
  readonly trunk: boolean;
  /** Booting need not wait for it: it has no address, or is one of the ports of a router. */
  readonly optional: boolean;
}

export interface HostLoopback {
  readonly comment: string;
  /** `10.0.0.1/32` */
  readonly addresses: readonly string[];
}

export interface HostNic {
  readonly link: HostInterface;
  /** Lower case, as udev compares it. */
  readonly mac: string | null;
  /** Number from 1. */
  readonly number: number;
  /** Name of the bond it belongs to. */
  readonly bond: string | null;
}

export interface HostBond extends Pick<LagInterface, 'hash' | 'miimon' | 'minLinks'> {
  readonly link: HostInterface;
  readonly members: readonly string[];
  /** Address of the first member, so that it does not depend on the host's machine id; null where none was given. */
  readonly mac: string | null;
  readonly mode: '802.3ad' | 'active-backup' | 'balance-xor';
  /** LACP rate; null for a bond without LACP. */
  readonly lacpRate: 'fast' | 'slow' | null;
  /** Preferred member of an active-backup bond. */
  readonly primary: string | null;
}

export interface HostVlan {
  readonly link: HostInterface;
  readonly id: number;
  readonly parent: string;
}

export interface HostRoute {
  /** `0.0.0.0/0` for the default route. */
  readonly prefix: string;
  readonly isDefault: boolean;
  readonly via: string;
  readonly ipv6: boolean;
  /** Set where the network's own MTU is below that of the link it shares with larger ones. */
  readonly mtu: number | null;
}

/**
 * Behaviour of a bond without LACP that no topology chooses: a member that comes back waits, because a restarting
 * leaf has link long before it forwards; and the fail-over of an active-backup bond is announced more than once, because
 * one frame can be lost.
 */
export const failover = { upDelay: 30_000, announcements: 3 } as const;
