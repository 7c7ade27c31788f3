import { describe, expect, it } from 'vitest';
import { type Forwarding, predictForwarding } from '../../../src/analysis/forwarding/fib.ts';
import { type Route, nextHopKey } from '../../../src/analysis/forwarding/routes.ts';
import type { Device } from '../../../src/device/device.ts';
import { parseIp, parsePrefix } from '../../../src/ip/index.ts';
import { compiledTopology } from '../../pipeline/compiled.ts';

const devicesOf = (name: string): readonly Device[] => compiledTopology(name).devices;

function prefix(text: string) {
  const found = parsePrefix(text);
  if ('fault' in found) throw new Error(text);
  return found;
}

const shown = (route: Route | undefined): string =>
  route ? `${route.protocol} ${route.nextHops.map(nextHopKey).join(', ')}`.trim() : 'none';

const routeOf = ({ tables }: Forwarding, table: string, to: string): string => shown(tables.get(table)?.get(to));

const isp = (address: string, asn: number, ...announces: string[]) => ({
  address: parseIp(address)!,
  asn,
  announces: announces.map(prefix),
});

const upstreams = [
  isp('192.0.2.0', 64500, '0.0.0.0/0', '203.0.113.0/24'),
  isp('192.0.2.2', 64501, '0.0.0.0/0'),
  isp('2001:db8:a::', 64500, '::/0'),
];

describe('silence on eBGP links', () => {
  it.each(['ebgp-unnumbered', 'border'])('of %s ends the session at both ends', (name) => {
    const devices = devicesOf(name);
    const of = (silent: ReadonlySet<string>) =>
      predictForwarding(devices, { silent }).sessions.map(({ ends }) =>
        ends.map(({ router }) => router.name).join(' '),
      );
    const left = of(new Set(['spine1 1']));
    const lost = of(new Set()).filter((one) => !left.includes(one));
    expect(new Set(lost).size).toBe(1);
    expect(lost[0]).toContain('spine1');
  });
});

describe('OSPF and iBGP of two-rack', () => {
  const devices = devicesOf('two-rack');

  it('have every adjacency and session of the model', () => {
    const { adjacencies, sessions } = predictForwarding(devices);
    expect([...adjacencies.get(4)!.values()].flat()).toHaveLength(8);
    expect([...adjacencies.get(6)!.values()].flat()).toHaveLength(0);
    expect(sessions).toHaveLength(4);
  });

  it('reach the other rack over both spines', () => {
    const whole = predictForwarding(devices);
    expect(routeOf(whole, 'r1-leaf1', '10.20.1.0/24')).toBe('ibgp 5 10.254.0.0, 6 10.254.0.2');
    expect(routeOf(whole, 'r1-leaf1', '10.20.0.0/24')).toBe('connected vlan20');
    expect(routeOf(whole, 'spine1', '10.20.1.0/24')).toBe('ibgp 2 10.254.0.65');
    expect(routeOf(whole, 'spine1', '10.255.0.2/32')).toBe('ospf 1 10.254.0.1, 2 10.254.0.65');
  });

  it('go by the other spine when one is off, and by a third switch when a cable is cut', () => {
    const off = predictForwarding(devices, { devices: new Set(['spine1']) });
    expect(routeOf(off, 'r1-leaf1', '10.20.1.0/24')).toBe('ibgp 6 10.254.0.2');
    expect(off.tables.has('spine1')).toBe(false);
    const cut = predictForwarding(devices, { cables: new Set(['spine1 1']) });
    expect(routeOf(cut, 'r1-leaf1', '10.20.1.0/24')).toBe('ibgp 6 10.254.0.2');
    expect(routeOf(cut, 'spine1', '10.20.0.0/24')).toBe('ibgp 2 10.254.0.65');
    expect(routeOf(cut, 'r1-leaf1', '10.254.0.0/31')).toBe('none');
  });

  it('go by the other spine when one is mute, or a cable silent, whose subnets are there still', () => {
    const mute = predictForwarding(devices, { mute: new Set(['spine1']) });
    expect(routeOf(mute, 'r1-leaf1', '10.20.1.0/24')).toBe('ibgp 6 10.254.0.2');
    expect(routeOf(mute, 'r1-leaf1', '10.254.0.0/31')).toBe('connected 5');
    expect(routeOf(mute, 'spine2', '10.254.0.0/31')).toBe('ospf 1 10.254.0.3');
    expect(mute.tables.has('spine1')).toBe(false);
    const silent = predictForwarding(devices, { silent: new Set(['spine1 1']) });
    expect(routeOf(silent, 'r1-leaf1', '10.20.1.0/24')).toBe('ibgp 6 10.254.0.2');
    expect(routeOf(silent, 'spine1', '10.20.0.0/24')).toBe('ibgp 2 10.254.0.65');
    expect(routeOf(silent, 'r1-leaf1', '10.254.0.0/31')).toBe('connected 5');
  });

  it('lose a rack whose leaf is cut off, and nothing else', () => {
    const alone = predictForwarding(devices, { cables: new Set(['r2-leaf1 5', 'r2-leaf1 6']) });
    expect(routeOf(alone, 'r1-leaf1', '10.20.1.0/24')).toBe('none');
    expect(routeOf(alone, 'r2-leaf1', '10.20.0.0/24')).toBe('none');
    expect(routeOf(alone, 'spine1', '10.20.0.0/24')).toBe('ibgp 1 10.254.0.1');
  });

  it('have no adjacency where the two ends differ', () => {
    const differing = devices.map((device) =>
      device.name !== 'spine1'
        ? device
        : {
            ...device,
            interfaces: device.interfaces.map((one) =>
              one.kind === 'ethernet' && one.port.panel === 1 && one.mode.type === 'routed' && one.mode.ospf
                ? { ...one, mode: { ...one.mode, ospf: { ...one.mode.ospf, area: '0.0.0.1' } } }
                : one,
            ),
          },
    ) as Device[];
    const { adjacencies } = predictForwarding(differing);
    expect([...adjacencies.get(4)!.values()].flat()).toHaveLength(6);
  });
});

describe('two leafs in a rack (dual-leaf)', () => {
  const devices = devicesOf('dual-leaf');
  const rack1 = '10.10.0.0/24';

  it('are both next hops of their rack, over every spine', () => {
    const route = predictForwarding(devices).tables.get('rack2-leaf1')?.get(rack1);
    expect(route?.protocol).toBe('ibgp');
    expect(route?.nextHops).toHaveLength(2);
  });

  it('keep a path over each other when one has lost its uplinks', () => {
    const leaf = devices.find(({ name }) => name === 'rack1-leaf1')!;
    const uplinks = leaf.interfaces.flatMap((one) =>
      one.kind === 'ethernet' && one.mode.type === 'routed' ? [`${leaf.name} ${one.port.panel}`] : [],
    );
    expect(uplinks.length).toBeGreaterThan(1);
    const cut = predictForwarding(devices, { cables: new Set(uplinks) });
    const far = cut.tables.get('rack1-leaf1')?.get('10.10.1.0/24');
    expect(far?.nextHops.map(({ interface: name }) => name)).toEqual(['vlan3967']);
  });
});

describe('eBGP', () => {
  it('unnumbered: has next hops by interface alone', () => {
    const whole = predictForwarding(devicesOf('ebgp-unnumbered'));
    expect(whole.sessions).toHaveLength(8);
    expect(routeOf(whole, 'rack1-leaf1', '10.20.3.0/24')).toBe('ebgp 10, 9');
    expect(routeOf(whole, 'spine2', '10.20.3.0/24')).toBe('ebgp 4');
    // Leafs are no transit: no spine learns of another.
    expect(routeOf(whole, 'spine2', '10.255.0.1/32')).toBe('none');
  });

  it('with a border: takes the default route in over both upstreams, and nothing else', () => {
    const whole = predictForwarding(devicesOf('border'), {}, upstreams);
    expect(routeOf(whole, 'border1', '0.0.0.0/0')).toBe('ebgp 12 192.0.2.0');
    expect(routeOf(whole, 'spine1', '0.0.0.0/0')).toBe('ebgp 3 10.254.3.225, 4 10.254.3.193');
    expect(routeOf(whole, 'rack1-leaf1', '0.0.0.0/0')).toBe('ebgp 10 10.254.0.2, 9 10.254.0.0');
    for (const table of whole.tables.values()) expect(table.has('203.0.113.0/24')).toBe(false);
    // What no rack has of the pool is discarded where it comes in.
    expect(routeOf(whole, 'border1', '198.51.100.0/24')).toBe('local');
    expect(routeOf(whole, 'spine1', '198.51.100.0/24')).toBe('none');
    expect(routeOf(whole, 'rack1-leaf1', '::/0')).toBe('ebgp 10 2001:db8:fe::2, 9 2001:db8:fe::');
  });

  it('with a border: goes by the other when an upstream is gone, and has no default when both are', () => {
    const devices = devicesOf('border');
    const one = predictForwarding(devices, {}, upstreams.slice(1, 2));
    expect(routeOf(one, 'rack1-leaf1', '0.0.0.0/0')).toBe('ebgp 10 10.254.0.2, 9 10.254.0.0');
    expect(routeOf(one, 'spine1', '0.0.0.0/0')).toBe('ebgp 4 10.254.3.193');
    expect(routeOf(one, 'border1', '0.0.0.0/0')).toBe('ebgp 10 10.254.3.226, 9 10.254.3.224');
    const none = predictForwarding(devices);
    for (const table of none.tables.values()) expect(table.has('0.0.0.0/0')).toBe(false);
  });

  it('in VRFs: keeps them apart but for what leaks', () => {
    const whole = predictForwarding(devicesOf('tenants'));
    expect(whole.sessions).toHaveLength(8);
    expect(routeOf(whole, 'rack1-leaf1|storage', '10.30.1.0/24')).toBe('ebgp 10.3001 10.254.2.2, 9.3001 10.254.2.0');
    expect(routeOf(whole, 'spine1', '10.30.1.0/24')).toBe('none');
    expect(routeOf(whole, 'spine1|storage', '10.10.1.0/24')).toBe('none');
    // Taken over on every leaf, from the table that has the route.
    expect(routeOf(whole, 'rack1-leaf1', '10.30.1.0/24')).toBe('ebgp 10.3001 10.254.2.2, 9.3001 10.254.2.0');
    expect(routeOf(whole, 'rack1-leaf1|storage', '10.10.0.0/24')).toBe('local vlan10');
  });
});

describe('both families of dual-stack', () => {
  it('have the same ways', () => {
    const whole = predictForwarding(devicesOf('dual-stack'));
    const hops = (to: string): string[] =>
      whole.tables
        .get('rack1-leaf1')
        ?.get(to)
        ?.nextHops.map(({ interface: name }) => name) ?? [];
    expect(hops('10.20.1.0/24')).toEqual(['10', '9']);
    expect(hops('2001:db8:20:1::/64')).toEqual(['10', '9']);
  });
});

/** Ways from the first rack of the flagship to one of another zone. */
const count = ({ tables }: Forwarding): number => tables.get('z1r1-leaf1')?.get('10.10.129.0/24')?.nextHops.length ?? 0;

describe('the flagship', () => {
  it('has four ways between any two racks, three without a spine, and one router for each of its sessions', () => {
    const devices = devicesOf('swift-5zone');
    const whole = predictForwarding(devices);
    expect(whole.sessions).toHaveLength(80);
    expect(count(whole)).toBe(4);
    expect(count(predictForwarding(devices, { devices: new Set(['spine2']) }))).toBe(3);
  });
});
