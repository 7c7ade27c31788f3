import type { Span } from '../diagnostics/span.ts';
import type { Bfd, Bgp, Ospf } from './routing.ts';
import type { Interface } from './interfaces.ts';
import type { Mlag } from './mlag.ts';
import type { Policies } from './policy.ts';
import type { System } from './system.ts';
import type { InterfaceAddress, Ip } from '../ip/index.ts';

export type * from './interfaces.ts';
export type * from './mlag.ts';
export type * from './policy.ts';
export type * from './port.ts';
export type * from './routing.ts';
export type * from './system.ts';

/** Where a device stands. */
export interface Location {
  readonly rack?: string;
  readonly zone?: string;
  readonly pod?: string;
  /** Lowest rack unit. */
  readonly unit?: number;
}

/** The management port of a switch: in a VRF of its own, so that no fabric route can leak there. */
export interface Management {
  readonly vrf: string;
  /** Absent: DHCP. */
  readonly address?: InterfaceAddress;
  readonly gateway?: Ip;
}

/** A VLAN that a switch carries. */
export interface Vlan {
  readonly id: number;
  readonly name: string;
}

/** A routing table of its own. */
export interface Vrf {
  readonly name: string;
  /** `<router id>:<number>`: unique in the fabric, for vendors that want one (RFC 4364). */
  readonly routeDistinguisher: string;
}

/** Spanning tree: one instance for all VLANs (RSTP, IEEE 802.1w; instance 0 of MSTP). */
export interface SpanningTree {
  /** Multiple of 4096; the lowest is root. */
  readonly priority: number;
}

/** Protection of edge ports, as the topology's `access` section says. */
export interface EdgePolicy {
  readonly bpduGuard: boolean;
  /** Per cent of the port's speed. */
  readonly stormControl: { readonly broadcast: number; readonly multicast: number };
}

/** What every device has, whatever it is. */
interface DeviceBase {
  readonly name: string;
  /** leaf, spine, superspine, or what the user calls the server's role. */
  readonly role: string;
  readonly location: Location;
  readonly system: System;
  /** Loopback first, then by port, LAG, VLAN. */
  readonly interfaces: readonly Interface[];
  /** Lines of the user's own, in the language of the device's target. */
  readonly extra: readonly string[];
  /** The user's line that made the device. */
  readonly span: Span;
}

/** A switch, complete and vendor-neutral: a target needs nothing else. */
export interface SwitchDevice extends DeviceBase {
  readonly kind: 'switch';
  /** Name of the target that renders it. */
  readonly os: string;
  readonly platform: { readonly id: string; readonly vendor: string; readonly model: string };
  readonly management: Management;
  readonly vlans: readonly Vlan[];
  /** Other than the default one and the management's. */
  readonly vrfs: readonly Vrf[];
  readonly edge: EdgePolicy;
  readonly spanningTree: SpanningTree;
  readonly mlag?: Mlag;
  /** MAC address shared by two switches as gateway; absent where the gateway is on one. */
  readonly gatewayMac?: string;
  readonly bfd?: Bfd;
  readonly ospf?: Ospf;
  /** OSPF version 3, for IPv6 (RFC 5340). */
  readonly ospf3?: Ospf;
  readonly bgp?: Bgp;
  readonly policies: Policies;
  /** Drained: routing protocols tell neighbours to go elsewhere. */
  readonly maintenance: boolean;
}

/** A server: the network configuration of its operating system. */
export interface ServerDevice extends DeviceBase {
  readonly kind: 'server';
  /** Name of the format that renders it. */
  readonly format: string;
  /** Where the server is a router itself: its sessions with the leafs. */
  readonly routing?: { readonly bgp: Bgp; readonly bfd?: Bfd; readonly policies: Policies };
}

export type Device = SwitchDevice | ServerDevice;
