import type { Bgp, Device, Interface, Ospf, OspfInterface, Policies, Port, RoutedMode } from '../../device/device.ts';
import type { InterfaceAddress } from '../../ip/index.ts';
import { interfaceKey, portKey } from './interface-key.ts';

/** What is broken. */
export interface Failures {
  /** Names of devices without power. */
  readonly devices?: ReadonlySet<string>;
  /** Cut cables, by either end: `<device> <port>` as `portKey` writes it. */
  readonly cables?: ReadonlySet<string>;
  /** Names of devices with power whose routing protocols say nothing: hung, or without their daemons. */
  readonly mute?: ReadonlySet<string>;
  /** Cables with carrier over which nothing passes, in one direction at least; by either end, as cut ones. */
  readonly silent?: ReadonlySet<string>;
}

/** A routed interface that is up. */
export interface RoutedInterface {
  readonly key: string;
  readonly one: Interface;
  readonly vrf: string | undefined;
  readonly addresses: readonly InterfaceAddress[];
  readonly linkLocal: boolean;
  readonly ospf: OspfInterface | undefined;
  readonly ospf3: OspfInterface | undefined;
}

/** A device that routes, with its interfaces that are up. */
export interface Router {
  readonly name: string;
  readonly device: Device;
  readonly interfaces: ReadonlyMap<string, RoutedInterface>;
  /** Ports with carrier, as `portKey` writes them. */
  readonly livePorts: ReadonlySet<string>;
  /** Those of them over which nothing passes. */
  readonly silentPorts: ReadonlySet<string>;
  readonly ospf: Ospf | undefined;
  readonly ospf3: Ospf | undefined;
  readonly bgp: Bgp | undefined;
  readonly policies: Policies;
  readonly drained: boolean;
}

/** Which cables carry: both ends have power and the cable is whole. */
export class Cables {
  readonly #powered: ReadonlyMap<string, Device>;
  readonly #cut: ReadonlySet<string>;
  readonly #silent: ReadonlySet<string>;

  constructor(
    devices: readonly Device[],
    { devices: dead = new Set(), cables = new Set(), silent = new Set() }: Failures,
  ) {
    this.#powered = new Map(devices.filter(({ name }) => !dead.has(name)).map((device) => [device.name, device]));
    this.#cut = cables;
    this.#silent = silent;
  }

  isPowered(device: string): boolean {
    return this.#powered.has(device);
  }

  /** True where a port has carrier; what is at the end of a cable that leads outside the fabric is taken to be up. */
  isUp(device: string, one: Extract<Interface, { kind: 'ethernet' }>): boolean {
    if (!this.isPowered(device) || this.#cut.has(`${device} ${portKey(one.port)}`)) return false;
    const { peer } = one;
    return !peer || (this.isPowered(peer.device) && !this.#cut.has(`${peer.device} ${portKey(peer.port)}`));
  }

  /** True where nothing passes over a port's cable, whether it has carrier or not. */
  isSilent(device: string, { port, peer }: Extract<Interface, { kind: 'ethernet' }>): boolean {
    const far = peer && `${peer.device} ${portKey(peer.port)}`;
    return this.#silent.has(`${device} ${portKey(port)}`) || (far !== undefined && this.#silent.has(far));
  }
}

function modeOf(one: Interface): Partial<RoutedMode> | undefined {
  if (one.kind === 'loopback' || one.kind === 'svi') return one;
  return one.mode.type === 'routed' ? one.mode : undefined;
}

/** VLANs of a device that some port with carrier is in. */
function liveVlans(device: Device, isPortUp: (port: Port) => boolean): Set<number> {
  const vlans = new Set<number>();
  for (const one of device.interfaces) {
    if ((one.kind !== 'ethernet' && one.kind !== 'lag') || one.mode.type !== 'bridged') continue;
    const ports = one.kind === 'lag' ? one.members : [one.port];
    if (!ports.some(isPortUp)) continue;
    for (const vlan of one.mode.tagged) vlans.add(vlan);
    if (one.mode.native !== undefined) vlans.add(one.mode.native);
  }
  return vlans;
}

function routerOf(device: Device, cables: Cables): Router {
  const up = new Set(
    device.interfaces.flatMap((one) =>
      one.kind === 'ethernet' && cables.isUp(device.name, one) ? portKey(one.port) : [],
    ),
  );
  const silent = new Set(
    device.interfaces.flatMap((one) =>
      one.kind === 'ethernet' && cables.isSilent(device.name, one) ? portKey(one.port) : [],
    ),
  );
  const isPortUp = (port: Port): boolean => up.has(portKey(port));
  const lags = new Map(device.interfaces.flatMap((one) => (one.kind === 'lag' ? [[one.id, one] as const] : [])));
  const vlans = liveVlans(device, isPortUp);
  const isUp = (one: Interface): boolean => {
    switch (one.kind) {
      case 'loopback':
        return true;
      case 'ethernet':
        return isPortUp(one.port);
      case 'lag':
        return one.members.some(isPortUp);
      case 'svi':
        return vlans.has(one.vlan);
      case 'sub':
        return 'port' in one.parent
          ? isPortUp(one.parent.port)
          : (lags.get(one.parent.lag)?.members.some(isPortUp) ?? false);
    }
  };
  const interfaces = new Map<string, RoutedInterface>();
  for (const one of device.interfaces) {
    const mode = modeOf(one);
    if (!mode || !isUp(one)) continue;
    const key = interfaceKey(one);
    interfaces.set(key, {
      key,
      one,
      vrf: mode.vrf,
      addresses: mode.addresses ?? [],
      linkLocal: mode.linkLocal ?? false,
      ospf: mode.ospf,
      ospf3: mode.ospf3,
    });
  }
  const none: Policies = { prefixLists: [], communityLists: [], policies: [] };
  return {
    name: device.name,
    device,
    interfaces,
    livePorts: up,
    silentPorts: silent,
    ...(device.kind === 'switch'
      ? {
          ospf: device.ospf,
          ospf3: device.ospf3,
          bgp: device.bgp,
          policies: device.policies,
          drained: device.maintenance,
        }
      : {
          ospf: undefined,
          ospf3: undefined,
          bgp: device.routing?.bgp,
          policies: device.routing?.policies ?? none,
          drained: false,
        }),
  };
}

/** The devices that route and take part in it, by name, with what of them is up. */
export function routersOf(devices: readonly Device[], failures: Failures = {}): ReadonlyMap<string, Router> {
  const cables = new Cables(devices, failures);
  const routing = devices.filter(
    (device) =>
      cables.isPowered(device.name) &&
      !failures.mute?.has(device.name) &&
      (device.kind === 'switch' || device.routing !== undefined),
  );
  return new Map(routing.map((device) => [device.name, routerOf(device, cables)]));
}
