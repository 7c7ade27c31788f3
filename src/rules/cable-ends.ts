import type { Device, EthernetInterface, LagInterface, ServerDevice, SwitchDevice } from '../device/device.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Link, LinkEnd } from '../fabric/fabric.ts';
import { spanOf } from '../topology/topology.ts';
import { groupBy } from '../fabric/group-by.ts';
import type { LoweredFabric } from './rule.ts';

/** One end of a cable, as the model of its device has it. */
export interface CableEnd<Of extends Device = Device> {
  readonly device: Of;
  readonly port: EthernetInterface;
  readonly lag?: LagInterface;
  /** What has the configuration: the LAG, else the port. */
  readonly carrier: EthernetInterface | LagInterface;
}

/** A cable with both ends; `a` is the lower one. */
export interface Cable<A extends Device = Device, Z extends Device = Device> {
  readonly link: Link;
  /** The user's line: that of the cable where it was given, or of one that was and is in the same bundle. */
  readonly span: Span;
  readonly a: CableEnd<A>;
  readonly z: CableEnd<Z>;
}

const keyOf = (device: string, panel: number, channel = 0): string => `${device} ${panel}/${channel}`;

function* endsOf(device: Device): Generator<readonly [string, CableEnd]> {
  const lags = new Map(device.interfaces.flatMap((one) => (one.kind === 'lag' ? [[one.id, one] as const] : [])));
  for (const port of device.interfaces) {
    if (port.kind !== 'ethernet') continue;
    const lag = port.mode.type === 'member' ? lags.get(port.mode.lag) : undefined;
    const key = keyOf(device.name, port.port.panel, port.port.channel);
    yield [key, { device, port, ...(lag ? { lag } : {}), carrier: lag ?? port }];
  }
}

const bundleOf = ({ device, lag }: CableEnd): string | undefined => (lag ? `${device.name} ${lag.id}` : undefined);
const placeOf = ({ file, start }: Span): string => `${file.path}:${start}`;

/** The line of a cable that the user gave, among those in the bundles that a cable is in; else the cable's own. */
function spanFinder({ topology }: LoweredFabric['fabric'], cables: readonly Omit<Cable, 'span'>[]) {
  const given = new Set(topology.data.links.map((link) => placeOf(spanOf(topology, link))));
  const [below, above] = (['a', 'z'] as const).map((end) => groupBy(cables, (cable) => bundleOf(cable[end])));
  return (cable: Omit<Cable, 'span'>): Span => {
    const bundled = [below?.get(bundleOf(cable.a) ?? ''), above?.get(bundleOf(cable.z) ?? '')].flatMap(
      (one) => one ?? [],
    );
    const found = [cable, ...bundled].find(({ link }) => given.has(placeOf(link.span)));
    return (found ?? cable).link.span;
  };
}

/** Every cable between devices of the fabric that use it at both ends. */
function cablesOf({ fabric, devices }: LoweredFabric): Cable[] {
  const ends = new Map(devices.flatMap((device) => [...endsOf(device)]));
  const endAt = ({ node, port }: LinkEnd) => ends.get(keyOf(node, port.port, port.channel));
  const cables = fabric.links.flatMap((link) => {
    const [a, z] = [endAt(link.a), endAt(link.z)];
    return a && z ? [{ link, a, z }] : [];
  });
  const spanFor = spanFinder(fabric, cables);
  return cables.map((cable) => ({ ...cable, span: spanFor(cable) }));
}

/** Cables between a server and a switch. */
export function serverCables(lowered: LoweredFabric): Cable<ServerDevice, SwitchDevice>[] {
  return cablesOf(lowered).filter(
    (cable): cable is Cable<ServerDevice, SwitchDevice> =>
      cable.a.device.kind === 'server' && cable.z.device.kind === 'switch',
  );
}

/** Cables between two switches. */
export function switchCables(lowered: LoweredFabric): Cable<SwitchDevice, SwitchDevice>[] {
  return cablesOf(lowered).filter(
    (cable): cable is Cable<SwitchDevice, SwitchDevice> =>
      cable.a.device.kind === 'switch' && cable.z.device.kind === 'switch',
  );
}
