import { describe, expect, it } from 'vitest';
import type { LagInterface, SwitchDevice } from '../../src/device/device.ts';
import { sameIp } from '../../src/ip/index.ts';
import { compileText, complaints, lagsOf, switchesOf } from './compile-text.ts';

const rest = `
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/22, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: [10.20.0.0/16, "2001:db8:20::/64"], defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }
racks:
  - name: r{1..3}
    servers:
      - { name: "web-{rack}-{1..3}", role: web, nics: { speed: 25G }, networks: [service, storage] }
      - { name: "db-{rack}", role: db, nics: { speed: 25G }, networks: [service, storage], untagged: service, bond: active-backup }
  - name: r4
    servers:
      - { name: "control-{1..2}", role: control, nics: { speed: 25G }, networks: [service] }
`;

const routed = (design: string): string =>
  `name: pairs
design: ${design}
access: { leafPair: mlag }
fabric:
  asn: 65000
  spines: { count: 3, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, perRack: 2 }
${rest.replace('10.20.0.0/16, "2001:db8:20::/64"', '10.20.0.0/16')}`;

const bridged = `name: pairs
design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, perRack: 2 }
${rest.replace('  - name: r4\n', '  - name: r4\n    leafs: 1\n')}`;

/** Servers that a switch has such LAGs to. */
function namesTo(device: SwitchDevice, test: (lag: LagInterface) => boolean): string[] {
  return lagsOf(device)
    .filter((lag) => lag.peer?.kind === 'server' && test(lag))
    .map((lag) => lag.peer!.device);
}

/** What both switches of a pair must say of a LAG that they form together. */
function shared({ protocol, minLinks, hash, mlag, mtu, mode, peer }: LagInterface) {
  return { protocol, minLinks, hash, mlag, mtu, mode, peer };
}

describe.each([
  ['l3-ospf-ibgp', routed('l3-ospf-ibgp'), 4],
  ['l3-ebgp', routed('l3-ebgp'), 4],
  ['mlag', bridged, 4],
] as const)('MLAG pairs of the design %s', (design, text, count) => {
  const compilation = compileText(text);
  const switches = switchesOf(compilation);
  const paired = [...switches.values()].flatMap((device) =>
    device.mlag ? [{ device, mlag: device.mlag, other: switches.get(device.mlag.peer)! }] : [],
  );

  it('compile without a word', () => {
    expect(complaints(compilation)).toEqual([]);
  });

  it('are all there', () => {
    expect(paired).toHaveLength(count * 2);
    const domains = new Set(paired.map(({ mlag }) => mlag.domain));
    expect(domains.size).toBe(count);
    expect(new Set(paired.map(({ mlag }) => mlag.systemMac)).size).toBe(count);
  });

  it('mirror each other', () => {
    for (const { device, mlag, other } of paired) {
      const far = other.mlag!;
      expect(far.peer).toBe(device.name);
      expect(sameIp(far.remote, mlag.local) && sameIp(far.local, mlag.remote)).toBe(true);
      expect(sameIp(far.keepalive!.remote, mlag.keepalive!.local)).toBe(true);
      expect({ ...far, peer: '', local: 0, remote: 0, priority: 0, keepalive: 0, peerLink: 0 }).toEqual({
        ...mlag,
        peer: '',
        local: 0,
        remote: 0,
        priority: 0,
        keepalive: 0,
        peerLink: 0,
      });
      expect(far.priority).not.toBe(mlag.priority);
      expect(sameIp(device.management.address!.ip, mlag.keepalive!.local)).toBe(true);
      expect(mlag.keepalive!.vrf).toBe(device.management.vrf);
    }
  });

  it('have a peer link with all VLANs that the two have, and their own VLAN on nothing else', () => {
    for (const { device, mlag, other } of paired) {
      const link = lagsOf(device).find(({ id }) => id === mlag.peerLink)!;
      expect(link.peer).toEqual({ device: other.name, kind: 'switch' });
      expect(link.members).toHaveLength(2);
      expect(link.mlag).toBeUndefined();
      expect(link.mode).toEqual({ type: 'bridged', tagged: device.vlans.map(({ id }) => id), edge: false });
      const others = device.interfaces.filter(
        (one) =>
          (one.kind === 'lag' || one.kind === 'ethernet') &&
          one.mode.type === 'bridged' &&
          one.mode.tagged.includes(mlag.vlan),
      );
      expect(others).toEqual([link]);
      const svi = device.interfaces.find((one) => one.kind === 'svi' && one.vlan === mlag.vlan);
      expect(svi).toMatchObject({ addresses: [{ ip: mlag.local, length: 31 }], gateways: [] });
      expect(svi).not.toHaveProperty('ospf');
    }
  });

  it('say the same of every LAG that they form together, and have each number once', () => {
    for (const { device, other } of paired) {
      const own = lagsOf(device).filter(({ mlag }) => mlag !== undefined);
      const far = new Map(lagsOf(other).flatMap((one) => (one.mlag === undefined ? [] : [[one.mlag, one] as const])));
      expect(own.length).toBeGreaterThan(0);
      expect(far.size).toBe(own.length);
      for (const lag of own) {
        expect(shared(far.get(lag.mlag!)!)).toEqual(shared(lag));
        expect(lag.mlag).toBeGreaterThanOrEqual(1);
        expect(lag.mlag).toBeLessThanOrEqual(2000);
      }
    }
  });

  it('join each server that speaks LACP to both, and the others as orphans', () => {
    for (const { device } of paired.filter(({ device: { role } }) => role === 'leaf')) {
      const { rack } = device.location;
      const lacp = rack === 'r4' ? ['control-1', 'control-2'] : [1, 2, 3].map((number) => `web-${rack}-${number}`);
      expect(namesTo(device, ({ mlag }) => mlag !== undefined)).toEqual(lacp);
      expect(namesTo(device, ({ mlag }) => mlag === undefined)).toEqual([]);
      const alone = device.interfaces.flatMap((one) =>
        one.kind === 'ethernet' && one.mode.type === 'bridged' ? [one.peer?.device] : [],
      );
      expect(alone).toEqual(rack === 'r4' ? [] : [`db-${rack}`]);
    }
  });

  it('are of leafs that still answer for the rack, where the design routes', () => {
    for (const { device } of paired.filter(() => design !== 'mlag')) {
      const gateways = device.interfaces.flatMap((one) => (one.kind === 'svi' ? one.gateways : []));
      expect(gateways.length).toBeGreaterThan(0);
      expect(gateways.every(({ type }) => type === 'anycast')).toBe(true);
      expect(device.vlans.some(({ name }) => name === 'leaf-pair')).toBe(true);
      expect(device.bgp?.networks.length).toBeGreaterThan(0);
    }
  });
});
