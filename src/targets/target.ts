import type { Port, SecretRef, SwitchDevice } from '../device/device.ts';
import type { RenderedFile } from '../render/rendered-file.ts';

/** What a target can express; a device that needs what is false gets a diagnostic. */
export interface Capabilities {
  readonly ospfAuthentication: readonly ('md5' | 'sha256')[];
  readonly stormControl: boolean;
  readonly anycastGateway: boolean;
  readonly snmp: boolean;
  /** Most SSH keys of one user. */
  readonly sshKeys: number;
  /** Largest IP MTU of a routed port, in bytes. */
  readonly maximumMtu: number;
}

/** Spells the port of a far device, whose target may be another: for descriptions. */
export type SpellPeer = (target: string, port: Port) => string;

/** Looks a secret up; throws an ExpectedError that names it when it is not there. */
export type ReadSecret = (secret: SecretRef) => string;

export interface RenderContext {
  readonly spellPeer: SpellPeer;
  readonly readSecret: ReadSecret;
}

/** A network operating system: spells ports and writes the config of a switch. */
export interface Target {
  /** Value of `os` in a topology. */
  readonly name: string;
  readonly title: string;
  readonly capabilities: Capabilities;
  readonly spellPort: (port: Port) => string;
  readonly render: (device: SwitchDevice, context: RenderContext) => RenderedFile[];
}
