import type { Ip } from '../ip/index.ts';

/** Two switches that are one to the far ends of their LAGs (MLAG, vPC, MC-LAG, CLAG), seen from one of them. */
export interface Mlag {
  /** Number of the domain: unique among those that are joined at layer 2 (1 to 255). */
  readonly domain: number;
  /** Name of the other switch. */
  readonly peer: string;
  /** LAG that joins the two. */
  readonly peerLink: number;
  /** VLAN on the peer link, and on nothing else, whose SVI has `local`; the SVI is among the interfaces. */
  readonly vlan: number;
  /** Addresses of the two on that VLAN. */
  readonly local: Ip;
  readonly remote: Ip;
  /** The path that tells a dead peer from a dead peer link: over the management ports. */
  readonly keepalive?: { readonly local: Ip; readonly remote: Ip; readonly vrf: string };
  /** The lower wins the role of primary; the two differ. */
  readonly priority: number;
  /** LACP system id that both show to the far ends. */
  readonly systemMac: string;
  /** Seconds after a start for which ports stay down: until tables are in step, then until routes are learnt. */
  readonly reloadDelay: { readonly mlagPorts: number; readonly otherPorts: number };
}
