import type { Bfd, Bgp, Interface, Ospf, Policies, SecretRef } from '../device/device.ts';

/**
 * What the daemons of FRR need to know of a router: a `SwitchDevice` is one, and so is a server that routes
 * (`{ name, interfaces, ...routing }`).
 */
export interface Router {
  readonly name: string;
  readonly interfaces: readonly Interface[];
  readonly bfd?: Bfd;
  readonly ospf?: Ospf;
  readonly ospf3?: Ospf;
  readonly bgp?: Bgp;
  readonly policies: Policies;
  /** Drained: neighbours are told to go elsewhere. */
  readonly maintenance?: boolean;
}

/** Looks a secret up, of at most `longest` characters; throws where it is not there. */
export type ReadSecret = (secret: SecretRef, longest?: number) => string;

/** What differs between the systems that FRR runs on. */
export interface FrrOptions {
  /** Release whose syntax the file is in, for `frr version`. */
  readonly version: string;
  /** Lines of comment at the top. */
  readonly comments: readonly string[];
  /** What the kernel calls an interface: `swp1`, `Ethernet0`, `vlan10`, `lo`. */
  readonly spellInterface: (one: Interface) => string;
  /** Text for an interface's description; it is made safe here, and may be empty. */
  readonly describe: (one: Interface) => string;
  readonly readSecret: ReadSecret;
  /** Lines of the user's own in FRR's language, set last. */
  readonly extra: readonly string[];
}
