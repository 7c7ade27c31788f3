import type { Span } from '../diagnostics/span.ts';
import type { Gbps } from '../platforms/platform.ts';
import type { LinkSection } from '../topology/topology.ts';
import type { LinkKind, PortRef, ServerNode, SwitchNode, Upstream } from './fabric.ts';
import type { Search } from './port-table.ts';

/** What a cable is to its switch end: it decides where the port is searched. */
export type EndUse = 'access' | 'uplink' | 'down' | 'interlink' | 'upstream';

/** Where each use looks for ports: uplinks on uplink ports, servers and lower tiers from port 1 upwards. */
export const searches: Readonly<Record<EndUse, readonly Search[]>> = {
  access: [
    { use: 'access', from: 'first' },
    { use: 'any', from: 'first' },
  ],
  down: [
    { use: 'any', from: 'first' },
    { use: 'access', from: 'first' },
    { use: 'uplink', from: 'first' },
  ],
  uplink: [
    { use: 'uplink', from: 'first' },
    { use: 'any', from: 'last' },
  ],
  upstream: [
    { use: 'any', from: 'first' },
    { use: 'uplink', from: 'last' },
    { use: 'access', from: 'first' },
  ],
  interlink: [
    { use: 'uplink', from: 'last' },
    { use: 'any', from: 'last' },
  ],
};

export interface SwitchEnd {
  readonly node: SwitchNode;
  readonly use: EndUse;
  /** Port that the user gave. */
  pin?: PortRef;
}

export interface ServerEnd {
  readonly node: ServerNode;
  /** NIC number from 1. */
  readonly nic: number;
}

/** A cable that is to be laid, before its ports are chosen. `a` is the lower end. */
export interface LinkRequest {
  readonly id: string;
  readonly kind: LinkKind;
  readonly a: SwitchEnd | ServerEnd;
  readonly z: SwitchEnd;
  /** Absent: the highest speed that both ends can do. */
  speed?: Gbps;
  mtu?: number;
  length?: number;
  extra?: LinkSection['extra'];
  span: Span;
}

/** The cable to a router outside: one end of it is the fabric's. */
export interface UpstreamCable {
  readonly id: string;
  readonly end: SwitchEnd;
  speed?: Gbps;
  readonly span: Span;
}

export type CableRequest = LinkRequest | UpstreamCable;

/** An upstream before its port is chosen. */
export interface UpstreamRequest {
  readonly cable: UpstreamCable;
  readonly upstream: Omit<Upstream, 'end' | 'speed'>;
}

/** The ends of a cable that are at switches of the fabric. */
export function switchEndsOf(request: CableRequest): SwitchEnd[] {
  if ('end' in request) return [request.end];
  return isServerEnd(request.a) ? [request.z] : [request.a, request.z];
}

/** True for the end at a server. */
export function isServerEnd(end: SwitchEnd | ServerEnd): end is ServerEnd {
  return 'nic' in end;
}

/** Id of the nth cable between two devices, from 1. */
export function linkId(a: string, z: string, number: number): string {
  return `${a}--${z}#${number}`;
}
