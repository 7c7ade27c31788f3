import type { Family } from '../../../ip/index.ts';
import type { CableEnd } from '../inventory.ts';
import type { Protocol } from './session.ts';

/** Why a session goes down, if only for a moment. */
export type ResetReason =
  | 'device-removed'
  | 'switch-replaced'
  | 'link-removed'
  | 'port-moved'
  | 'renumbered'
  | 'speed-changed'
  | 'loopback-changed'
  | 'no-path-left'
  | 'timers-changed'
  | 'authentication-changed'
  | 'area-changed'
  | 'network-type-changed'
  | 'mtu-changed'
  | 'as-changed'
  | 'update-source-changed'
  | 'route-reflection-changed'
  | 'additional-paths-changed'
  | 'families-changed'
  | 'protocol-changed'
  | 'vrf-removed'
  | 'upstream-removed'
  | 'mlag-changed'
  | 'group-changed';

/** A session that is up before the change and goes down in it. */
export interface SessionReset {
  readonly a: string;
  readonly z: string;
  /** The link, where the session is bound to one. */
  readonly link?: string;
  /** Of a BGP session between addresses. */
  readonly family?: Family;
  readonly vrf?: string;
  /** True where the session is not there after the change. */
  readonly gone: boolean;
  readonly reasons: readonly ResetReason[];
}

export interface Renumbered {
  readonly link: string;
  readonly before: string;
  readonly after: string;
}

/** Paths of a leaf into the fabric. */
export interface LeafPaths {
  readonly leaf: string;
  readonly rack: string;
  readonly before: number;
  /** Those that stay up all the time. */
  readonly kept: number;
  readonly after: number;
}

/**
 * How servers are touched. Cut off: `cables-moved`, `cables-laid`, `cables-pulled`, `renumbered`, `vlan-changed`, `leaf-cut-off`,
 * `leaf-sessions-reset`. Not cut off: `bond-failover`, `fewer-paths`. `reconfigured` and `ends-reconfigured` depend on what changes.
 */
export type Mechanism =
  | 'cables-moved'
  | 'cables-laid'
  | 'cables-pulled'
  | 'renumbered'
  | 'vlan-changed'
  | 'leaf-cut-off'
  | 'leaf-sessions-reset'
  | 'ends-reconfigured'
  | 'reconfigured'
  | 'bond-failover'
  | 'fewer-paths';

export interface ServerImpact {
  readonly rack: string;
  readonly mechanism: Mechanism;
  /** Names, in the order of the fabric. */
  readonly servers: readonly string[];
  /** The leafs that it is about; absent where it is about the servers' own cables or configs. */
  readonly leafs?: readonly string[];
  /** How long packets are lost, where a timer decides; absent: until a person has done something. */
  readonly milliseconds?: number;
}

/** What a person does with one cable. */
export interface CableTask {
  readonly action: 'pull' | 'move' | 'lay' | 'change-speed';
  readonly link: string;
  /** lay, pull: the lower end; move: the port that the end is in. */
  readonly from: CableEnd;
  /** lay, pull: the upper end; move: the port that it goes to, on the same device. */
  readonly to: CableEnd;
  /** move: the end that stays. */
  readonly other?: CableEnd;
  /** change-speed, in Gb/s. */
  readonly speeds?: { readonly before: number; readonly after: number };
}

/** What a change does to the running fabric. */
export interface Impact {
  readonly ospf: readonly SessionReset[];
  /** Of OSPF version 3, for IPv6. */
  readonly ospf3: readonly SessionReset[];
  readonly bgp: readonly SessionReset[];
  /** MLAG pairs whose two switches lose each other. */
  readonly mlag: readonly SessionReset[];
  /** Sessions that are new. */
  readonly newSessions: Readonly<Record<Protocol, number>>;
  readonly renumbered: readonly Renumbered[];
  readonly paths: readonly LeafPaths[];
  readonly servers: readonly ServerImpact[];
  readonly cables: readonly CableTask[];
}

const cuttingOff: ReadonlySet<Mechanism> = new Set([
  'cables-moved',
  'cables-laid',
  'cables-pulled',
  'renumbered',
  'vlan-changed',
  'leaf-cut-off',
  'leaf-sessions-reset',
]);

/** Whether servers are without network for a while by this mechanism. */
export function cutsOff(mechanism: Mechanism): boolean {
  return cuttingOff.has(mechanism);
}
