import { describe, expect, it } from 'vitest';
import type { Device, EthernetInterface, Interface, LagInterface, Port } from '../../src/device/device.ts';
import { contains, networkOf } from '../../src/ip/index.ts';
import { compiledTopology, topologies } from './compiled.ts';

const portKey = (port: Port): string => `${port.panel}/${port.channel ?? 0}`;

interface End {
  readonly device: Device;
  readonly one: EthernetInterface;
  readonly lag: LagInterface | undefined;
}

/** Every port of every device with the LAG it is in, by device and port. */
function endsOf(devices: readonly Device[]): Map<string, End> {
  const ends = new Map<string, End>();
  for (const device of devices) {
    const lags = new Map(device.interfaces.flatMap((one) => (one.kind === 'lag' ? [[one.id, one] as const] : [])));
    for (const one of device.interfaces) {
      if (one.kind !== 'ethernet') continue;
      const lag = one.mode.type === 'member' ? lags.get(one.mode.lag) : undefined;
      ends.set(`${device.name} ${portKey(one.port)}`, { device, one, lag });
    }
  }
  return ends;
}

/** True for the port of a server that is a router itself. */
const isRouter = ({ device }: End): boolean => device.kind === 'server' && device.routing !== undefined;

/** What the session on a port says, in words that both ends share. */
function sessionOf({ device, one }: End) {
  const bgp = device.kind === 'switch' ? device.bgp : device.routing?.bgp;
  const neighbor = bgp?.neighbors.find(({ peer }) => peer.type === 'port' && portKey(peer.port) === portKey(one.port));
  const group = bgp?.groups.find(({ name }) => name === neighbor?.group);
  return {
    own: bgp?.asn,
    far: neighbor?.remoteAs ?? group?.remoteAs,
    name: neighbor?.description,
    families: group?.families.map(({ family }) => family),
    bfd: group?.bfd,
    extendedNextHop: group?.extendedNextHop,
    timers: group?.timers,
    password: group?.password,
  };
}

/** VLANs that an end sends with a tag, and the one without. */
function vlansOf({ device, one, lag }: End): { tagged: number[]; native: boolean } {
  const carrier = lag ?? one;
  if (device.kind === 'switch') {
    const { mode } = carrier;
    if (mode.type !== 'bridged') throw new Error(`${device.name} does not bridge ${portKey(one.port)}`);
    return { tagged: [...mode.tagged], native: mode.native !== undefined };
  }
  const subs = device.interfaces.flatMap((sub: Interface) => (sub.kind === 'sub' ? [sub.vlan] : []));
  const native = carrier.mode.type === 'routed' && carrier.mode.addresses.length > 0;
  return { tagged: subs.sort((a, b) => a - b), native };
}

/** Members of the LAG that an end is in, those at the MLAG peer included. */
function membersOf(devices: readonly Device[], { device, lag }: End): number {
  const peer = device.kind === 'switch' && lag?.mlag !== undefined ? device.mlag?.peer : undefined;
  const others = devices.find(({ name }) => name === peer)?.interfaces ?? [];
  const shared = others.flatMap((one) => (one.kind === 'lag' && one.mlag === lag?.mlag ? one.members : []));
  return (lag?.members.length ?? 0) + shared.length;
}

describe.each(topologies)('both ends of every cable of %s', (name) => {
  const { devices, fabric } = compiledTopology(name);
  const ends = endsOf(devices);
  // What an upstream has at its end is not heddle's.
  const outside = [...ends.values()].filter((end) => !end.one.peer);
  const pairs = [...ends.values()].flatMap((end) => {
    const { peer } = end.one;
    return peer ? [{ end, far: ends.get(`${peer.device} ${portKey(peer.port)}`) }] : [];
  });

  it('name each other', () => {
    expect(pairs.length).toBe((fabric?.links.length ?? 0) * 2);
    expect(outside.length).toBe(fabric?.upstreams.length);
    for (const { end, far } of pairs) expect(far?.one.peer?.device).toBe(end.device.name);
  });

  it('agree in MTU and speed', () => {
    for (const { end, far } of pairs) {
      expect(far?.one.port.speed).toBe(end.one.port.speed);
      // A server's lone port has the MTU of its untagged network, which may be below what the cable carries.
      const lone = [end, far!].some(
        ({ device, one }) => device.kind === 'server' && one.mode.type === 'routed' && !one.mode.linkLocal,
      );
      if (!lone) expect(far?.one.mtu).toBe(end.one.mtu);
    }
  });

  it('are one subnet of each family and one OSPF adjacency where they are routed', () => {
    const routed = pairs.filter(({ end }) => end.device.kind === 'switch' && end.one.mode.type === 'routed');
    expect(routed.length).toBeGreaterThan(0);
    for (const { end, far } of routed) {
      const [mine, theirs] = [end.one.mode, far!.one.mode];
      if (mine.type !== 'routed' || theirs.type !== 'routed') throw new Error('one end is not routed');
      expect(theirs.addresses.length).toBe(mine.addresses.length);
      if (mine.addresses.length === 0) expect([mine.linkLocal, theirs.linkLocal]).toEqual([true, true]);
      for (const [index, { ip, length }] of mine.addresses.entries()) {
        const other = theirs.addresses[index]!.ip;
        expect(contains({ base: networkOf(ip, length), length }, other)).toBe(true);
        expect(other.value).not.toBe(ip.value);
      }
      expect(theirs.ospf).toEqual(mine.ospf);
      expect(theirs.ospf3).toEqual(mine.ospf3);
    }
  });

  it('agree in LACP and VLANs where they are not', () => {
    const bridged = pairs.filter(({ end }) => end.device.kind === 'server' && !isRouter(end));
    expect(bridged.length + pairs.filter(({ end }) => isRouter(end)).length).toBeGreaterThan(0);
    for (const { end, far } of bridged) {
      expect(vlansOf(far!)).toEqual(vlansOf(end));
      const bundle = ({ lag }: End): unknown => (lag && lag.protocol.type !== 'active-backup' ? lag.protocol : 'none');
      expect(bundle(far!)).toEqual(bundle(end));
      if (end.lag && bundle(end) !== 'none') expect(membersOf(devices, far!)).toBe(end.lag.members.length);
    }
  });

  it('agree in BGP where servers are routers', () => {
    for (const { end, far } of pairs.filter((pair) => isRouter(pair.end))) {
      const [mine, theirs] = [sessionOf(end), sessionOf(far!)];
      expect(mine.own).toBeGreaterThan(0);
      expect({ ...theirs, own: theirs.far, far: theirs.own }).toEqual({ ...mine, name: end.device.name });
      expect(mine.name).toBe(far!.device.name);
    }
  });
});
