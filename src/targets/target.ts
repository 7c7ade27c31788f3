import type { Port, SecretRef, SwitchDevice } from '../device/device.ts';
import type { ConfigForms } from '../render/config-forms.ts';
import type { RenderedFile } from '../render/rendered-file.ts';

/** A thing that a device may need and not every target can express; what each is stands in `pipeline/features.ts`. */
export type Feature =
  | 'add-path'
  | 'aggregates'
  | 'anycast-gateway'
  | 'bgp-unnumbered'
  | 'extra-lines'
  | 'interface-extra-lines'
  | 'ipv6'
  | 'mlag'
  | 'ospf'
  | 'ospf3'
  | 'ospf3-authentication'
  | 'route-leaks'
  | 'route-reflection'
  | 'router-advertisements'
  | 'snmp'
  | 'static-lag'
  | 'storm-control'
  | 'subinterfaces'
  | 'vrfs';

/** What a target can express; a device that needs more gets a diagnostic. */
export interface Capabilities {
  readonly features: readonly Feature[];
  readonly ospfAuthentication: readonly ('md5' | 'sha256')[];
  /** Most SSH keys of one user. */
  readonly sshKeys: number;
  /** Largest IP MTU of a routed port, in bytes. */
  readonly maximumMtu: number;
}

/** Spells the port of a far device, whose target may be another: for descriptions. */
export type SpellPeer = (target: string, port: Port) => string;

/**
 * Looks a secret up; throws an ExpectedError that names it when it is not there.
 * In a redacted build it gives a placeholder instead: one word of at most `longest` characters.
 */
export type ReadSecret = (secret: SecretRef, longest?: number) => string;

export interface RenderContext {
  readonly spellPeer: SpellPeer;
  readonly readSecret: ReadSecret;
}

/** A command for a person, and what it must show. */
export interface Check {
  readonly command: string;
  readonly expect: string;
}

/** What a switch must see of its neighbours at a moment of a change; what is absent is not looked at. */
export interface ExpectedNeighbors {
  /** Cables to other switches whose far end answers. */
  readonly cables?: number;
  /** OSPF adjacencies: of version 2, and of version 3. */
  readonly ospf?: number;
  readonly ospf3?: number;
  /** BGP sessions that carry IPv4, and that carry IPv6: one that carries both counts as each. */
  readonly bgp?: number;
  readonly bgp6?: number;
  /** A route, and its equal next hops. */
  readonly route?: { readonly prefix: string; readonly nextHops: number };
}

/** What a person types on a switch while a fabric changes. Config lines are for config mode. */
export interface Operations {
  /** Tells the neighbours to go elsewhere (RFC 8326, OSPF max-metric); resets nothing. */
  readonly drain: (device: SwitchDevice) => readonly string[];
  readonly undrain: (device: SwitchDevice) => readonly string[];
  /** Loads the files of a build for the switch of that name, once they are on it. */
  readonly load: (name: string) => readonly string[];
  readonly verify: (expected: ExpectedNeighbors) => readonly Check[];
  /** Shows that a switch is drained: by the protocols that it speaks, where it is known. */
  readonly verifyDrained: (device?: SwitchDevice) => readonly Check[];
}

/** A thing that a switch is asked, and that its system cannot do on that hardware or in that combination. */
export interface Lack {
  /** As in "SONiC on leaf1 cannot do …". */
  readonly what: string;
  /** Where only this setting of the topology's `access` asks for it: where the user did not write it, it may be left out. */
  readonly setting?: 'bpduGuard';
}

/** A network operating system: spells ports and writes the config of a switch. */
export interface Target {
  /** Value of `os` in a topology. */
  readonly name: string;
  readonly title: string;
  readonly capabilities: Capabilities;
  readonly spellPort: (port: Port) => string;
  /** What this one switch is asked beyond the features, and the target cannot do. */
  readonly lacks?: (device: SwitchDevice) => readonly Lack[];
  readonly render: (device: SwitchDevice, context: RenderContext) => RenderedFile[];
  /** Which lines of its configs hold secrets, and which set what resets sessions: for `heddle plan`. */
  readonly configForms: ConfigForms;
  /** Absent where heddle has no commands to offer. */
  readonly operations?: Operations;
}
