import { setTimeout as sleep } from 'node:timers/promises';
import { each } from '../../host/each.ts';
import type { Namespaces } from '../../host/namespaces.ts';

/** A bond as the kernel has it. */
export interface Bond {
  readonly name: string;
  readonly mode: string;
  /** Members with a link. */
  readonly members: readonly {
    readonly name: string;
    /** 802.3ad: the group that it is in. */
    readonly aggregator?: number;
    /** Whether both ends send and receive over it (IEEE 802.1AX: synchronised, collecting, distributing). */
    readonly inUse: boolean;
  }[];
}

interface Link {
  readonly ifname: string;
  readonly master?: string;
  readonly linkinfo?: {
    readonly info_kind?: string;
    readonly info_data?: { readonly mode?: string };
    readonly info_slave_kind?: string;
    readonly info_slave_data?: {
      readonly mii_status?: string;
      readonly ad_aggregator_id?: number;
      readonly ad_actor_oper_port_state?: number;
      readonly ad_partner_oper_port_state?: number;
    };
  };
}

/** Synchronisation, collecting, distributing. */
const flowing = 0b0011_1000;

/** Reads what `ip -j -d link` prints. */
export function readBonds(text: string): Bond[] {
  const links = JSON.parse(text || '[]') as Link[];
  return links.flatMap(({ ifname, linkinfo }): Bond[] => {
    if (linkinfo?.info_kind !== 'bond') return [];
    const mode = linkinfo.info_data?.mode ?? '';
    const members = links.flatMap(({ ifname: name, master, linkinfo: own }) => {
      const port = own?.info_slave_kind === 'bond' && master === ifname ? own.info_slave_data : undefined;
      if (port?.mii_status !== 'UP') return [];
      const states = [port.ad_actor_oper_port_state ?? 0, port.ad_partner_oper_port_state ?? 0];
      const inUse = mode !== '802.3ad' || states.every((state) => (state & flowing) === flowing);
      return [{ name, inUse, ...(port.ad_aggregator_id === undefined ? {} : { aggregator: port.ad_aggregator_id }) }];
    });
    return [{ name: ifname, mode, members }];
  });
}

/** Whether all members with a link carry packets, in one group. */
export function isReady({ members }: Bond): boolean {
  return members.every(({ inUse }) => inUse) && new Set(members.map(({ aggregator }) => aggregator)).size <= 1;
}

/** Bonds of a device's kernel. */
export async function bondsOf(lab: Namespaces, device: string): Promise<Bond[]> {
  return readBonds(await lab.run(['ip', '-j', '-d', 'link', 'show'], { device }));
}

/** Seconds that LACP may take: a frame in 30 s, where the rate is slow, and some for the machine. */
const most = 60;

/** Waits until all bonds carry packets; a bond that never does is for tests to tell. */
export async function waitForBonds(lab: Namespaces, devices: readonly { readonly name: string }[]): Promise<void> {
  const end = performance.now() + most * 1000;
  let left = devices;
  for (;;) {
    const bonds = await each(left, 4, async ({ name }) => bondsOf(lab, name));
    left = left.filter((_, index) => !bonds[index]?.every(isReady));
    if (left.length === 0 || performance.now() > end) return;
    await sleep(500);
  }
}
