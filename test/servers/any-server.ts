import * as fc from 'fast-check';
import type { Interface, LagProtocol, RoutedMode, ServerDevice } from '../../src/device/device.ts';
import { bond, empty, nic, routed, routedServer, server, sub } from './fixtures.ts';
import { unnumbered } from './routing.ts';
import { ip, port, prefix } from './values.ts';

interface Network {
  readonly vlan: number;
  readonly mtu: number;
  readonly mode: RoutedMode;
}

/** A rack's subnets of 10.<vlan mod 256>.0.0/16 and 2001:db8:<vlan>::/48, or of one of them, with or without a gateway. */
const anyNetwork = fc
  .record({
    vlan: fc.integer({ min: 1, max: 4094 }),
    mtu: fc.integer({ min: 576, max: 9216 }),
    rack: fc.integer({ min: 0, max: 255 }),
    host: fc.integer({ min: 2, max: 254 }),
    gateway: fc.boolean(),
    families: fc.constantFrom<readonly (4 | 6)[]>([4], [6], [4, 6]),
  })
  .map(({ vlan, mtu, rack, host, gateway, families }): Network => {
    const subnets = families.map((family) =>
      family === 4
        ? { all: `10.${vlan % 256}.0.0/16`, own: `10.${vlan % 256}.${rack}.`, length: 24 }
        : { all: `2001:db8:${vlan}::/48`, own: `2001:db8:${vlan}:${rack}::`, length: 64 },
    );
    return {
      vlan,
      mtu,
      mode: {
        type: 'routed',
        addresses: subnets.map(({ own, length }) => ({ ip: ip(`${own}${host}`), length })),
        routes: gateway ? subnets.map(({ all, own }) => ({ prefix: prefix(all), via: ip(`${own}1`) })) : [],
      },
    };
  });

const defaultRoute = (network: Network): Network => ({
  ...network,
  mode: {
    ...network.mode,
    routes: network.mode.routes.map(({ via }) => ({ prefix: prefix(via.family === 4 ? '0.0.0.0/0' : '::/0'), via })),
  },
});

const anyProtocol: fc.Arbitrary<'none' | LagProtocol> = fc.constantFrom<'none' | LagProtocol>(
  'none',
  { type: 'lacp', rate: 'fast', active: true },
  { type: 'lacp', rate: 'slow', active: true },
  { type: 'active-backup', primary: port(1) },
  { type: 'static' },
);

/** One port or a bond, some networks tagged, at most one not. */
const anySwitchedServer: fc.Arbitrary<ServerDevice> = fc
  .record({
    protocol: anyProtocol,
    ports: fc.integer({ min: 1, max: 4 }),
    macs: fc.boolean(),
    networks: fc.uniqueArray(anyNetwork, { minLength: 1, maxLength: 5, selector: ({ vlan }) => vlan % 256 }),
    untagged: fc.boolean(),
    description: fc.string({ unit: 'binary', maxLength: 40 }),
    dns: fc.subarray(['10.0.0.53', '2001:db8::53']),
  })
  .map(({ protocol, ports, macs, networks: [first, ...rest], untagged, description, dns }) => {
    const count = protocol === 'none' ? 1 : ports;
    const all = Array.from({ length: count }, (_, index) =>
      port(index + 1, macs ? { name: `lan${index}`, mac: `52:54:00:AA:00:0${index}` } : {}),
    );
    const main = defaultRoute(first!);
    const tagged = untagged ? rest : [main, ...rest];
    const largest = Math.max(...[main, ...rest].map((network) => network.mtu));
    const base = untagged ? main : { mode: empty, mtu: largest };
    const parent = protocol === 'none' ? { port: all[0]! } : { lag: 0 };
    const interfaces: Interface[] =
      protocol === 'none'
        ? [nic(all[0]!, base.mode, base.mtu)]
        : [
            ...all.map((at) => nic(at, { type: 'member', lag: 0 }, largest)),
            bond(
              all,
              protocol.type === 'active-backup' ? { ...protocol, primary: all[0]! } : protocol,
              base.mtu,
              base.mode,
            ),
          ];
    interfaces.push(...tagged.map(({ vlan, mtu, mode }) => sub(parent, vlan, description, mtu, mode)));
    const made = server('any', interfaces);
    return { ...made, role: description, system: { ...made.system, dns } };
  });

/** A router of one or more ports, with or without addresses of their own. */
const anyRoutedServer: fc.Arbitrary<ServerDevice> = fc
  .record({
    ports: fc.integer({ min: 1, max: 4 }),
    macs: fc.boolean(),
    mtu: fc.integer({ min: 1280, max: 9216 }),
    addressed: fc.boolean(),
    description: fc.string({ unit: 'binary', maxLength: 40 }),
  })
  .map(({ ports, macs, mtu, addressed, description }) => {
    const nics = Array.from({ length: ports }, (_, index) => {
      const at = port(index + 1, macs ? { name: `lan${index}`, mac: `52:54:00:AA:00:0${index}` } : {});
      return nic(at, addressed ? routed([`10.254.0.${index * 2}/31`]) : { ...empty, linkLocal: true }, mtu);
    });
    const device = routedServer('any', nics, { ...unnumbered, bgp: { ...unnumbered.bgp, neighbors: [] } });
    return { ...device, role: description };
  });

/** Any server that a design can make. */
export const anyServer: fc.Arbitrary<ServerDevice> = fc.oneof(
  { weight: 4, arbitrary: anySwitchedServer },
  { weight: 1, arbitrary: anyRoutedServer },
);
