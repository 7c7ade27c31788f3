import { describe, expect, it } from 'vitest';
import type { LagInterface, Port, SwitchDevice } from '../../src/device/device.ts';
import { formatIp } from '../../src/ip/index.ts';
import { targets } from '../../src/targets/registry.gen.ts';
import { compileText, complaints, lagsOf, serversOf, switchesOf } from './compile-text.ts';

const platforms: Readonly<Record<string, readonly [string, string]>> = {
  eos: ['arista-7060cx2-32s', 'arista-7050sx3-48yc8'],
  nxos: ['cisco-n9k-9336c-fx2', 'cisco-n9k-93180yc-fx'],
  'cumulus-nvue': ['nvidia-sn2700', 'nvidia-sn2410'],
  junos: ['juniper-qfx5200-32c', 'juniper-qfx5120-48y'],
  sonic: ['nvidia-sn2700', 'nvidia-sn2410'],
};

function topology(os: string): string {
  const [core, leaf] = platforms[os] ?? ['nvidia-sn2700', 'nvidia-sn2410'];
  return `name: layered
design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: ${core}, os: ${os}, name: "core{n}" }
  leafs: { platform: ${leaf}, os: ${os}, perRack: 2 }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/64"], perRack: 28, defaultRoute: true, gateway: last }
  storage: { vlan: 30, pool: 10.30.0.0/16, perRack: 28, mtu: 9000 }
  console: { vlan: 40, pool: 10.40.0.0/16, gateway: none }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..3}", role: web, nics: { speed: 25G }, networks: [service, storage] }
  - name: r3
    leafs: 1
    servers:
      - { name: "db-{1..2}", role: db, nics: { speed: 25G }, networks: [service, console] }
`;
}

const compilation = compileText(topology('eos'));
const switches = switchesOf(compilation);
const roles = (role: string): SwitchDevice[] => [...switches.values()].filter((one) => one.role === role);

/** VLANs of a rack's servers, in order. */
const needed: Readonly<Record<string, readonly number[]>> = { r1: [20, 30], r2: [20, 30], r3: [20, 40] };

function gatewaysOf(device: SwitchDevice): string[] {
  return device.interfaces.flatMap((one) =>
    one.kind === 'svi' ? one.gateways.map(({ ip, type }) => `${formatIp(ip)} ${type}`) : [],
  );
}

/** The LAG that a port is in. */
function lagOf(device: SwitchDevice, { panel }: Port): LagInterface {
  return lagsOf(device).find(({ members }) => members.some((member) => member.panel === panel))!;
}

/** What both ends of a LAG must say. */
function said({ protocol, minLinks, mtu, mode }: LagInterface) {
  return { protocol, minLinks, mtu, mode: { ...mode, rootGuard: false } };
}

/** Names of the switches at the far ends of a LAG's members. */
function farEnds(device: SwitchDevice, lag: LagInterface): string[] {
  return device.interfaces.flatMap((one) =>
    one.kind === 'ethernet' && one.mode.type === 'member' && one.mode.lag === lag.id ? [one.peer!.device] : [],
  );
}

describe('the design mlag', () => {
  it('compiles without a word', () => {
    expect(complaints(compilation)).toEqual([]);
  });

  it('routes nothing but at the cores, and has no routing protocol', () => {
    for (const device of switches.values()) {
      expect(device.bgp ?? device.ospf ?? device.ospf3).toBeUndefined();
      expect(device.interfaces.filter(({ kind }) => kind === 'loopback')).toEqual([]);
      const routed = device.interfaces.filter(
        (one) => (one.kind === 'ethernet' || one.kind === 'lag') && one.mode.type === 'routed',
      );
      expect(routed).toEqual([]);
    }
    for (const leaf of roles('leaf')) {
      const svis = leaf.interfaces.flatMap((one) => (one.kind === 'svi' ? [one.vlan] : []));
      expect(svis).toEqual(leaf.mlag ? [leaf.mlag.vlan] : []);
    }
  });

  it('has one LAG from the leafs of a rack to both cores, with what the rack needs on it', () => {
    for (const leaf of roles('leaf')) {
      const { rack } = leaf.location;
      const [up, ...more] = lagsOf(leaf).filter(
        ({ id, peer }) => peer?.kind === 'switch' && id !== leaf.mlag?.peerLink,
      );
      expect(more).toEqual([]);
      expect(farEnds(leaf, up!).sort()).toEqual(['core1', 'core2']);
      expect(up!.mode).toEqual({ type: 'bridged', tagged: needed[rack!], edge: false });
      expect(up!.mlag === undefined).toBe(rack === 'r3');
      expect(up!.protocol).toEqual({ type: 'lacp', rate: 'fast', active: true });
    }
    for (const core of roles('spine')) {
      const down = lagsOf(core).filter(({ id }) => id !== core.mlag?.peerLink);
      expect(down.map((lag) => farEnds(core, lag))).toEqual([
        ['r1-leaf1', 'r1-leaf2'],
        ['r2-leaf1', 'r2-leaf2'],
        ['r3-leaf1'],
      ]);
      expect(down.map(({ mode }) => mode)).toEqual(
        ['r1', 'r2', 'r3'].map((rack) => ({ type: 'bridged', tagged: needed[rack], edge: false, rootGuard: true })),
      );
      expect(down.every(({ mlag }) => mlag !== undefined)).toBe(true);
    }
  });

  it('says the same at both ends of every cable between switches', () => {
    let cables = 0;
    for (const device of switches.values()) {
      for (const one of device.interfaces) {
        if (one.kind !== 'ethernet' || one.peer?.kind !== 'switch') continue;
        const [own, far] = [lagOf(device, one.port), lagOf(switches.get(one.peer.device)!, one.peer.port)];
        expect(said(far)).toEqual(said(own));
        cables++;
      }
    }
    expect(cables).toBe(2 * (5 * 2 + 3 * 2));
  });

  it('has on each switch the VLANs that are needed there, and no others', () => {
    for (const { name, vlans, location, mlag } of switches.values()) {
      const own = location.rack === undefined ? [20, 30, 40] : needed[location.rack]!;
      expect(
        vlans.map(({ id }) => id),
        name,
      ).toEqual([...own, ...(mlag ? [mlag.vlan] : [])]);
    }
  });

  it('has the gateways on both cores, which are the root of the spanning tree', () => {
    const own = roles('spine').flatMap((device) =>
      device.interfaces.flatMap((one) =>
        one.kind === 'svi' && one.gateways.length > 0
          ? one.addresses.map(({ ip, length }) => `${device.name} ${formatIp(ip)}/${length}`)
          : [],
      ),
    );
    for (const core of roles('spine')) {
      expect(gatewaysOf(core)).toEqual(['10.20.255.254 anycast', '2001:db8:20::1 anycast', '10.30.0.1 anycast']);
      expect(core.gatewayMac).toBe('02:00:5e:00:01:01');
      expect(core.spanningTree.priority).toBe(4096);
    }
    expect(own).toEqual([
      'core1 10.20.255.253/16',
      'core1 2001:db8:20::2/64',
      'core1 10.30.0.2/16',
      'core2 10.20.255.252/16',
      'core2 2001:db8:20::3/64',
      'core2 10.30.0.3/16',
    ]);
    expect(roles('leaf').every(({ spanningTree }) => spanningTree.priority === 32768)).toBe(true);
  });

  it('gives servers addresses of the stretched subnet, and its gateway', () => {
    const [server] = serversOf(compilation);
    const [service, storage] = server!.interfaces.flatMap((one) => (one.kind === 'sub' ? [one.mode] : []));
    expect(service!.addresses.map(({ ip, length }) => `${formatIp(ip)}/${length}`)).toEqual([
      '10.20.0.4/16',
      '2001:db8:20::4/64',
    ]);
    expect(service!.routes.map(({ prefix, via }) => `${prefix.length} ${formatIp(via)}`)).toEqual([
      '0 10.20.255.254',
      '0 2001:db8:20::1',
    ]);
    expect(storage!.routes).toEqual([]);
    const all = compilation.plan!.addresses.map(({ ip }) => formatIp(ip));
    expect(new Set(all).size).toBe(all.length);
  });

  it('lists the addresses that devices have, and no others', () => {
    const purposes = new Set(compilation.plan!.addresses.map(({ purpose }) => purpose));
    expect([...purposes].sort()).toEqual(['core', 'gateway', 'oob', 'server']);
  });
});

describe('targets that know MLAG', () => {
  const able = targets.filter(({ capabilities }) =>
    (['mlag', 'anycast-gateway', 'ipv6', 'router-advertisements'] as const).every((one) =>
      capabilities.features.includes(one),
    ),
  );

  it('are some', () => {
    expect(able.map(({ name }) => name)).toEqual(expect.arrayContaining(['eos', 'nxos', 'cumulus-nvue']));
  });

  it.each(able.map(({ name }) => name))('%s renders the whole fabric', (os) => {
    const built = compileText(topology(os));
    expect(complaints(built)).toEqual([]);
    const paths = [...built.artifacts()].map(({ path }) => path);
    for (const name of switches.keys()) expect(paths.some((path) => path.startsWith(`switches/${name}/`))).toBe(true);
  });

  it.each(targets.filter((one) => !one.capabilities.features.includes('mlag')).map(({ name }) => name))(
    '%s is not given it, and the user is told',
    (os) => {
      expect(complaints(compileText(topology(os))).join('\n')).toMatch(/error TGT\d+ .*MLAG/);
    },
  );
});
