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

function addEnds(ends: Map<string, CableEnd>, device: Device): void {
  const lags = new Map<LagInterface['id'], LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  for (const port of device.interfaces) {
    if (port.kind !== 'ethernet') continue;
    const lag = port.mode.type === 'member' ? lags.get(port.mode.lag) : undefined;
    const key = keyOf(device.name, port.port.panel, port.port.channel);
    ends.set(key, { device, port, ...(lag ? { lag } : {}), carrier: lag ?? port });
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

const known = new WeakMap<LoweredFabric, readonly Cable[]>();

/** Every cable between devices of the fabric that use it at both ends; its line is looked for when it is asked for. */
function cablesOf(lowered: LoweredFabric): readonly Cable[] {
  const earlier = known.get(lowered);
  if (earlier) return earlier;
  const { fabric, devices } = lowered;
  const ends = new Map<string, CableEnd>();
  for (const device of devices) addEnds(ends, device);
  const endAt = ({ node, port }: LinkEnd) => ends.get(keyOf(node, port.port, port.channel));
  let spanFor: ((cable: Omit<Cable, 'span'>) => Span) | undefined;
  const cables = fabric.links.flatMap((link): Cable[] => {
    const [a, z] = [endAt(link.a), endAt(link.z)];
    if (!a || !z) return [];
    return [
      {
        link,
        a,
        z,
        get span() {
          spanFor ??= spanFinder(fabric, cables);
          return spanFor(this);
        },
      },
    ];
  });
  known.set(lowered, cables);
  return cables;
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
