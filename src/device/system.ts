import type { Span } from '../diagnostics/span.ts';

/** A secret by reference; its value exists only while a config is rendered. */
export interface SecretRef {
  readonly source: 'env' | 'file';
  /** Name of the environment variable; or path of the file, relative to the topology file that `span` is in. */
  readonly name: string;
  readonly span: Span;
}

export interface User {
  readonly name: string;
  readonly role: 'admin' | 'operator';
  /** SHA-512 crypt. */
  readonly passwordHash?: string;
  readonly sshKeys: readonly string[];
}

export interface Snmp {
  readonly community: SecretRef;
  readonly location?: string;
  readonly contact?: string;
  /** Prefixes that may ask, in text. */
  readonly clients: readonly string[];
}

/** Settings that all devices of a fabric share. */
export interface System {
  readonly fabric: string;
  readonly domain?: string;
  readonly timezone: string;
  readonly ntp: readonly string[];
  readonly dns: readonly string[];
  readonly syslog: readonly string[];
  readonly users: readonly User[];
  readonly snmp?: Snmp;
}
