import { describe, expect, it } from 'vitest';
import type { Bgp, Interface } from '../../src/device/device.ts';
import type { Router } from '../../src/frr/router.ts';
import { fixtureDevices } from '../readback/devices.ts';
import { describeWith } from '../support/verifier.ts';
import { checkFrr } from '../support/vtysh.ts';
import { confOf } from './router.ts';

const good = { status: 0, stdout: '', stderr: '' };
const { dualStackLeaf, unnumberedLeaf, vrfLeaf, routedHostLeaf, ebgpLeaf, border } = fixtureDevices as Record<
  string,
  Router & { bgp: Bgp }
>;

/** A server that routes: its loopback, and a session on each of two ports; nothing of a switch. */
const server: Router = {
  name: 'server1',
  interfaces: unnumberedLeaf!.interfaces.filter(({ kind }) => kind !== 'svi'),
  bgp: unnumberedLeaf!.bgp,
  policies: unnumberedLeaf!.policies,
};

const withOspfKey = (one: Interface, algorithm: 'md5' | 'sha256'): Interface => {
  if (one.kind !== 'ethernet' || one.mode.type !== 'routed' || !one.mode.ospf3) return one;
  const key = { source: 'env', name: 'KEY', span: { file: { path: 'x', text: '' }, start: 0, end: 0 } } as const;
  const { ospf: _, ...mode } = one.mode;
  return { ...one, mode: { ...mode, ospf3: { ...one.mode.ospf3, authentication: { algorithm, keyId: 3, key } } } };
};

describeWith({ programs: ['vtysh'] }, 'vtysh', () => {
  it.each(Object.keys(fixtureDevices))('accepts the routing of %s', (name) => {
    expect(checkFrr(confOf(fixtureDevices[name]!))).toEqual(good);
  });

  it('accepts a server that routes', () => {
    expect(checkFrr(confOf(server))).toEqual(good);
  });

  it.each(['md5', 'sha256'] as const)('accepts OSPF version 3 with keys of %s', (algorithm) => {
    const { interfaces } = dualStackLeaf!;
    const text = confOf({ ...dualStackLeaf!, interfaces: interfaces.map((one) => withOspfKey(one, algorithm)) });
    expect(text).toMatch(/authentication key-id 3 hash-algo (md5|hmac-sha-256) key secret\n/);
    expect(checkFrr(text)).toEqual(good);
  });
});

/** What a leaf is told whose VLANs send advertisements. */
function sent(lifetime: number): string {
  const interfaces = dualStackLeaf!.interfaces.flatMap((one): Interface[] =>
    one.kind === 'svi' && one.routerAdvertisements
      ? [{ ...one, routerAdvertisements: { ...one.routerAdvertisements, lifetime } }]
      : [],
  );
  return confOf({ name: 'x', policies: dualStackLeaf!.policies, interfaces });
}

/** Lines of one `router bgp`. */
const sectionOf = (text: string, head: string): string =>
  new RegExp(`^${head}\\n([^]*?)^exit\\n`, 'm').exec(text)?.[1] ?? '';

describe('frr.conf', () => {
  it('gives eBGP a policy that permits everything where the model has none, and iBGP none', () => {
    const text = confOf(unnumberedLeaf!);
    expect(text).toContain('route-map PERMIT-ALL permit 10\nexit\n');
    expect(text).toContain('  neighbor SPINES route-map FROM-FABRIC in\n  neighbor SPINES route-map TO-SPINES out\n');
    expect(text).toContain('  neighbor SPINES route-map PERMIT-ALL in\n  neighbor SPINES route-map PERMIT-ALL out\n');
    expect(text).not.toContain('ebgp-requires-policy');
    expect(confOf(fixtureDevices['spine']!)).not.toContain('PERMIT-ALL');
    expect(confOf(border!)).not.toContain('PERMIT-ALL');
  });

  it('leaves a group without a policy where each of its neighbours has its own', () => {
    const text = confOf(routedHostLeaf!);
    expect(text).not.toContain('PERMIT-ALL');
    expect(text).toContain('  neighbor HOSTS route-map TO-HOSTS out\n');
    expect(text).toContain('  neighbor swp1 route-map FROM-server1 in\n');
  });

  it('finds a neighbour without an address on its port, whose link sends advertisements', () => {
    const text = confOf(unnumberedLeaf!);
    expect(text).toContain(' neighbor swp49 interface v6only peer-group SPINES\n neighbor swp49 remote-as 65001\n');
    expect(text).toContain('interface swp49\n no ipv6 nd suppress-ra\n ipv6 nd ra-interval 10\nexit\n');
  });

  it('has limits of equal paths for the kinds of session that there are', () => {
    expect(confOf(ebgpLeaf!)).toMatch(/^ {2}maximum-paths 32$/m);
    expect(confOf(ebgpLeaf!)).not.toContain('maximum-paths ibgp');
    expect(confOf(dualStackLeaf!)).toMatch(/^ {2}maximum-paths ibgp 64$/m);
    expect(confOf(dualStackLeaf!)).not.toMatch(/^ {2}maximum-paths 64$/m);
  });

  it('peers from the loopback address of the family of the session', () => {
    const text = confOf(dualStackLeaf!);
    expect(text).toContain(' neighbor SPINES update-source 10.255.0.11\n');
    expect(text).toContain(' neighbor SPINES-V6 update-source 2001:db8:ff::11\n');
  });

  it('gives each VRF its own instance, with the groups that are used there', () => {
    const text = confOf(vrfLeaf!);
    const [own, other] = ['router bgp 65107', 'router bgp 65107 vrf storage'].map((head) => sectionOf(text, head));
    expect(own).toContain('  import vrf storage\n  import vrf route-map LEAK-storage\n');
    expect(own).toContain(' neighbor 10.254.0.64 peer-group SPINES\n');
    expect(other).toContain(' neighbor SPINES peer-group\n');
    expect(other).toContain(' neighbor 10.254.0.66 peer-group SPINES\n');
    expect(other).toContain('  network 10.30.1.0/24\n');
    expect(other).not.toContain('import vrf');
  });

  it('takes routes over from several VRFs by the policy of each', () => {
    const leaks = ['storage', 'service'].map((from) => ({
      from,
      policies: [{ family: 4, policy: `LEAK-${from}` }] as const,
    }));
    const text = confOf({ ...vrfLeaf!, bgp: { ...vrfLeaf!.bgp, leaks } });
    expect(text).toContain(
      [
        'route-map LEAKS-TO-default-IP permit 10',
        ' match source-vrf storage',
        ' call LEAK-storage',
        'exit',
        '!',
        'route-map LEAKS-TO-default-IP permit 20',
        ' match source-vrf service',
        ' call LEAK-service',
        'exit',
        '!',
        '',
      ].join('\n'),
    );
    expect(text).toContain('  import vrf storage\n  import vrf service\n  import vrf route-map LEAKS-TO-default-IP\n');
    expect(checkFrr(text)).toEqual(good);
  });

  it('redistributes the connected networks that other instances take over, besides announcing them', () => {
    const text = confOf(vrfLeaf!);
    const [own, other] = ['router bgp 65107', 'router bgp 65107 vrf storage'].map((head) => sectionOf(text, head));
    expect(other).toContain('  network 10.30.1.0/24\n  redistribute connected route-map LEAK-storage\n');
    expect(own).not.toContain('redistribute');
    const spine = { ...vrfLeaf!.bgp, vrfs: vrfLeaf!.bgp.vrfs.map((vrf) => ({ ...vrf, networks: [] })) };
    expect(confOf({ ...vrfLeaf!, bgp: spine })).not.toContain('redistribute');
  });

  it('redistributes what any of several instances takes over', () => {
    const [storage] = vrfLeaf!.bgp.vrfs;
    const policy = vrfLeaf!.policies.policies.find(({ name }) => name === 'LEAK-storage')!;
    const second = { ...policy, name: 'LEAK-second' };
    const leaks = [{ from: 'storage', policies: [{ family: 4, policy: 'LEAK-second' }] }] as const;
    const vrfs = [storage!, { ...storage!, vrf: 'second', networks: [], neighbors: [], leaks }];
    const policies = { ...vrfLeaf!.policies, policies: [...vrfLeaf!.policies.policies, second] };
    const text = confOf({ ...vrfLeaf!, policies, bgp: { ...vrfLeaf!.bgp, vrfs } });
    expect(text).toContain('  redistribute connected route-map LEAKS-FROM-storage-IP\n');
    const steps = [...text.matchAll(/^route-map LEAKS-FROM-storage-IP permit (\d+)$/gm)].map(([, number]) => number);
    expect(steps).toEqual(policy.steps.concat(second.steps).map((_, index) => String((index + 1) * 10)));
    expect(checkFrr(text)).toEqual(good);
  });

  it('drains every protocol that it runs, in every instance', () => {
    const drained = {
      ' bgp graceful-shutdown': 1,
      ' stub-router administrative': 1,
      ' max-metric router-lsa administrative': 1,
    };
    const text = confOf({ ...dualStackLeaf!, maintenance: true }).split('\n');
    for (const [line, count] of Object.entries(drained)) expect(text.filter((one) => one === line)).toHaveLength(count);
    const both = confOf({ ...vrfLeaf!, maintenance: true }).split('\n');
    expect(both.filter((one) => one === ' bgp graceful-shutdown')).toHaveLength(2);
    expect(confOf(vrfLeaf!)).not.toContain('graceful-shutdown\n');
  });

  it('sends advertisements to hosts, at least thrice in the lifetime of one', () => {
    const prefix = ' ipv6 nd prefix 2001:db8:10::/64 no-autoconfig\n';
    expect(sent(1800)).toContain(` no ipv6 nd suppress-ra\n ipv6 nd ra-lifetime 1800\n${prefix}`);
    expect(sent(0)).toContain(` no ipv6 nd suppress-ra\n ipv6 nd ra-lifetime 0\n${prefix}`);
    expect(sent(90)).toContain(` no ipv6 nd suppress-ra\n ipv6 nd ra-interval 30\n ipv6 nd ra-lifetime 90\n${prefix}`);
  });

  it('ends with the lines of the topology, marked', () => {
    const extra = ['ip route 192.0.2.0/24 blackhole', 'interface swp49', ' ip pim', 'exit'];
    expect(confOf(ebgpLeaf!, { extra })).toMatch(
      /\n! Lines of the topology's own, as they stand there\.\nip route 192\.0\.2\.0\/24 blackhole\ninterface swp49\n ip pim\nexit\n! End of the topology's own lines\.\nend\n$/,
    );
  });
});
