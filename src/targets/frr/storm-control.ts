import type { EdgePolicy, EthernetInterface, LagInterface, SwitchDevice } from '../../device/device.ts';

/** Kilobits in a gigabit. */
const kilobits = 1_000_000;

/** Bytes that may come at once: 10 ms at the rate, and room for a few jumbo frames. */
function burstOf(rate: number): number {
  return Math.max(65_536, Math.round((rate * 1000 * 0.01) / 8));
}

const classifier = (at: number, match: string, action: string): string =>
  `tc filter replace dev $IFACE ingress pref ${at} handle 1 protocol all flower ${match} action ${action}`;

const ready = 'tc qdisc replace dev $IFACE clsact';

function police(percent: number, gbps: number): string {
  const rate = Math.max(8, Math.round((gbps * kilobits * percent) / 100));
  return `police rate ${rate}kbit burst ${burstOf(rate)} conform-exceed drop`;
}

/**
 * Storm control of a server's port by policing what comes in (Linux has no other). Frames to the addresses of link
 * protocols pass first: LACP must not be lost in a storm.
 */
export function stormCommands({ stormControl }: EdgePolicy, one: EthernetInterface): string[] {
  const { speed } = one.port;
  return [
    ready,
    classifier(1, 'dst_mac 01:80:c2:00:00:00/ff:ff:ff:ff:ff:f0', 'pass'),
    classifier(2, 'dst_mac ff:ff:ff:ff:ff:ff', police(stormControl.broadcast, speed)),
    classifier(3, 'dst_mac 01:00:00:00:00:00/01:00:00:00:00:00', police(stormControl.multicast, speed)),
  ];
}

/**
 * On the link between two leafs: what the other sends from the gateway's address stops here. Each leaf answers for the
 * gateway itself, and Linux would log every such frame as one with its own address.
 */
export function gatewayCommands(device: SwitchDevice, one: EthernetInterface | LagInterface): string[] {
  const between = one.mode.type === 'bridged' && !one.mode.edge;
  return device.gatewayMac !== undefined && between
    ? [ready, classifier(1, `src_mac ${device.gatewayMac}`, 'drop')]
    : [];
}
