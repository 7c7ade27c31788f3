import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device } from '../../device/device.ts';
import { type Cable, directionsOf, keysOf } from './link-scenarios.ts';
import type { Scenario } from './scenario.ts';

/** Cables of the peer link of an MLAG pair; none but for the first of the two switches. */
function peerLinkOf(device: Device, cables: readonly Cable[]): Cable[] {
  if (device.kind !== 'switch' || !device.mlag || device.name > device.mlag.peer) return [];
  const { mlag, name } = device;
  const lag = device.interfaces.find((one) => one.kind === 'lag' && one.id === mlag.peerLink);
  const ports = new Set(lag?.kind === 'lag' ? lag.members.map(portKey) : []);
  return cables.filter(
    (cable) =>
      cable.some((end) => end.device === mlag.peer) && cable.some((end) => end.device === name && ports.has(end.port)),
  );
}

/** The switch of a pair that shuts its ports when it hears the other over the keepalive path alone. */
function yielding(device: Device, running: readonly Device[]): string | undefined {
  if (device.kind !== 'switch' || !device.mlag?.keepalive) return undefined;
  const other = running.find(({ name }) => name === device.mlag?.peer);
  const far = other?.kind === 'switch' ? other.mlag?.priority : undefined;
  return far !== undefined && far < device.mlag.priority ? device.name : other?.name;
}

/**
 * The loss of all cables of a peer link at once, with their carrier and without, which LACP notices: then one of the two
 * shuts its ports.
 */
export function peerLinkScenarios(device: Device, running: readonly Device[], cables: readonly Cable[]): Scenario[] {
  const own = peerLinkOf(device, cables);
  const [first] = own;
  if (!first) return [];
  const devices = first.map((end) => end.device).toSorted();
  const shut = yielding(device, running);
  const lost = cables.filter((cable) => own.includes(cable) || cable.some((end) => end.device === shut));
  const keys = new Set(lost.flatMap((cable) => [...keysOf(cable)]));
  const name = `peer link ${devices.join(' - ')}`;
  const ends = own.flatMap((cable) => cable.filter((end) => end.device === devices[0]));
  return [
    { kind: 'peer-link', name: `${name}: down`, act: { type: 'shut', ends }, failures: { cables: keys }, devices },
    {
      kind: 'peer-link',
      name: `${name}: silent both ways`,
      act: { type: 'silence', directions: own.flatMap(directionsOf) },
      failures: { cables: keys },
      devices,
    },
  ];
}
