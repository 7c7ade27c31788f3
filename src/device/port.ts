/**
 * A port, neutrally: a place on the front panel that each target spells its own way.
 * On a server, `panel` is the NIC from 1 and `name` what its operating system calls it.
 */
export interface Port {
  readonly panel: number;
  /** Channel from 1 where the port is broken out. */
  readonly channel?: number;
  /** How many channels the panel port is broken out into; 1 when it is whole. */
  readonly channels: number;
  /** Electrical lanes of the panel port: 1 SFP, 4 QSFP, 8 QSFP-DD/OSFP. */
  readonly lanes: number;
  /** Gigabits per second, of the channel where broken out. */
  readonly speed: number;
  /** Highest speed of the whole panel port, Gb/s; differs from `speed` when it runs slower. */
  readonly maxSpeed: number;
  /** Number, from 1, of the group of neighbouring panel ports that share one lane rate; absent where each has its own. */
  readonly speedGroup?: number;
  /** Id of the switch's platform, for systems that name a port after the hardware behind it. */
  readonly platform?: string;
  /** Interface name given by the user (servers). */
  readonly name?: string;
  /** MAC address given by the user (servers). */
  readonly mac?: string;
}

/** The far end of the cable. */
export interface Peer {
  readonly device: string;
  readonly port: Port;
  readonly kind: 'switch' | 'server';
  /** `os` of the far switch, `format` of the far server: the spelling of its port in descriptions. */
  readonly target: string;
}
