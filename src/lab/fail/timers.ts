import type { BgpGroup, Device, Interface, OspfInterface } from '../../device/device.ts';

/** What decides how soon a fabric notices what breaks; of each the values that come in it, least first. */
export interface Timers {
  /** Milliseconds, as `interval x multiplier`. */
  readonly bfd: readonly string[];
  /** Seconds, as `hello/dead`. */
  readonly ospf: readonly string[];
  /** Seconds, as `keepalive/hold`. */
  readonly bgp: readonly string[];
  /** Milliseconds before a shortest-path run, as `initial/hold/maximum`. */
  readonly spf: readonly string[];
  /** Seconds for which a switch that has just started tells others to go elsewhere (RFC 6987). */
  readonly startup: number;
}

/** What FRR does where a config sets no timers of BGP (`frr defaults traditional`), in seconds. */
const frrTimers = { keepalive: 60, hold: 180 } as const;

function ospfOf(one: Interface): OspfInterface[] {
  if (one.kind === 'loopback') return [];
  const mode = one.kind === 'svi' ? one : one.mode.type === 'routed' ? one.mode : undefined;
  return [mode?.ospf, mode?.ospf3].flatMap((ospf) => (ospf && !ospf.passive ? ospf : []));
}

const bgpOf = (device: Device) => (device.kind === 'switch' ? device.bgp : device.routing?.bgp);
const bfdOf = (device: Device) => (device.kind === 'switch' ? device.bfd : device.routing?.bfd);
const holdOf = ({ timers = frrTimers }: BgpGroup): number => timers.hold;

const distinct = (texts: readonly string[]): string[] =>
  [...new Set(texts)].toSorted((a, z) => a.localeCompare(z, 'en', { numeric: true }));

/** Seconds for which a switch that has just started tells others to go elsewhere (RFC 6987). */
export function startupSeconds(devices: readonly Device[]): number {
  return Math.max(0, ...devices.map((one) => (one.kind === 'switch' ? (one.ospf?.maxMetricOnStartup ?? 0) : 0)));
}

/** The timers of a lab's devices. */
export function timersOf(devices: readonly Device[]): Timers {
  const ospf = devices.flatMap(({ interfaces }) => interfaces.flatMap(ospfOf));
  const groups = devices.flatMap((device) => bgpOf(device)?.groups ?? []);
  const throttles = devices.flatMap((device) => (device.kind === 'switch' ? (device.ospf?.spfThrottle ?? []) : []));
  return {
    bfd: distinct(devices.flatMap((device) => bfdOf(device) ?? []).map((one) => `${one.interval}x${one.multiplier}`)),
    ospf: distinct(ospf.map((one) => `${one.helloInterval}/${one.deadInterval}`)),
    bgp: distinct(groups.map((one) => `${(one.timers ?? frrTimers).keepalive}/${holdOf(one)}`)),
    spf: distinct(throttles.map(({ initial, hold, maximum }) => `${initial}/${hold}/${maximum}`)),
    startup: startupSeconds(devices),
  };
}

/**
 * Seconds within which the neighbours of devices notice that nothing comes any more, by BFD, the dead interval of OSPF or
 * the hold time of BGP, whatever watches each. Sessions between loopbacks need not notice: routes by them follow OSPF.
 */
export function detectionSeconds(devices: readonly Device[], concerned: readonly string[]): number {
  const own = devices.filter(({ name }) => concerned.includes(name));
  const seconds = own.flatMap((device) => {
    const bfd = bfdOf(device);
    const watched = bfd ? (bfd.interval * bfd.multiplier) / 1000 : 0;
    const bgp = bgpOf(device);
    const used = new Set([bgp, ...(bgp?.vrfs ?? [])].flatMap((one) => one?.neighbors.map(({ group }) => group) ?? []));
    return [
      ...device.interfaces.flatMap(ospfOf).map((one) => (one.bfd ? watched : one.deadInterval)),
      ...(bgp?.groups ?? [])
        .filter(({ name, updateSourceLoopback }) => used.has(name) && !updateSourceLoopback)
        .map((group) => (group.bfd ? watched : holdOf(group))),
    ];
  });
  return Math.max(0, ...seconds);
}
