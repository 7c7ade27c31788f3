import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { serverFormats } from '../../src/servers/registry.gen.ts';
import type { ServerFormat } from '../../src/servers/server-format.ts';
import { describeWith, run } from '../support/verifier.ts';
import { checkFrr } from '../support/vtysh.ts';
import { anyServer } from './any-server.ts';
import { context, nic, port, routed, routedServer, servers } from './fixtures.ts';
import { numbered } from './routing.ts';

const [first] = serverFormats;

function fileOf(device: ServerDevice, path: string, format: ServerFormat = first!): string | undefined {
  return format.render(device, context).find((file) => file.path === path)?.content;
}

const routers = ['routed', 'routed-numbered'];

describe('a server that is a router', () => {
  it.each(serverFormats.map((format) => [format.name, format] as const))(
    'has the files of FRR beside %s',
    (_, format) => {
      for (const path of ['frr.conf', 'daemons', 'sysctl.conf']) {
        expect(fileOf(servers['routed']!, path, format)).toBe(fileOf(servers['routed']!, path));
        expect(fileOf(servers['routed']!, path, format)).toBeDefined();
        expect(fileOf(servers['single-untagged']!, path, format)).toBeUndefined();
      }
    },
  );

  it('announces its addresses to the leafs', () => {
    const conf = fileOf(servers['routed']!, 'frr.conf');
    expect(conf).toContain(' neighbor eth0 interface v6only peer-group LEAFS\n neighbor eth0 remote-as 4200000001\n');
    expect(conf).toContain('  network 10.255.1.13/32\n  network 10.99.0.1/32\n');
    expect(conf).toContain('  network 2001:db8:255::13/128\n');
  });

  it('sends from the first of its addresses, and from none that it shares with others', () => {
    const conf = fileOf(servers['routed']!, 'frr.conf');
    expect(conf?.match(/set src .*/g)).toEqual(['set src 10.255.1.13', 'set src 2001:db8:255::13']);
    expect(conf?.match(/^ip(?:v6)? protocol bgp .*$/gm)).toEqual([
      'ip protocol bgp route-map HOST-SOURCE-IPV4',
      'ipv6 protocol bgp route-map HOST-SOURCE-IPV6',
    ]);
    expect(conf?.match(/^end$/gm)).toHaveLength(1);
    expect(conf).toMatch(/\nend\n$/);
  });

  it('starts bfdd only where BFD watches', () => {
    expect(fileOf(servers['routed']!, 'daemons')).toContain('bfdd=yes\n');
    const { bfd: _, ...routing } = numbered;
    const device = routedServer('one', [nic(port(1), routed(['10.254.0.0/31']), 9000)], routing);
    expect(fileOf(device, 'daemons')).toContain('bfdd=no\n');
  });

  it('takes its passwords from where they are', () => {
    const secret = { source: 'env', name: 'BGP_KEY', span: servers['routed']!.span } as const;
    const groups = numbered.bgp.groups.map((group) => ({ ...group, password: secret }));
    const device = routedServer('one', [nic(port(1), routed(['10.254.0.0/31']), 9000)], {
      ...numbered,
      bgp: { ...numbered.bgp, groups },
    });
    expect(fileOf(device, 'frr.conf')).toContain(' neighbor LEAFS password BGP_KEY-of-tests\n');
  });
});

describeWith({ programs: ['vtysh'] }, 'vtysh', () => {
  it.each(routers)('accepts the FRR config of %s', (name) => {
    const { status, stderr } = checkFrr(fileOf(servers[name]!, 'frr.conf')!);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('accepts that of a router whatever its place is called', () => {
    const odd = { ...servers['routed']!, role: 'ünï磁盘 \ufeff\u0000: # "x" | \\ % !\nexit' };
    const { status, stderr } = checkFrr(fileOf(odd, 'frr.conf')!);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['set src 10.255.1.13', 'set src 10.255.1.1333'],
    ['ip protocol bgp', 'ip protocol bgpp'],
    ['remote-as 4200000001', 'remote-as 42000000010'],
    ['interface v6only', 'interface v6alone'],
  ])('refuses %s made %s', (good, bad) => {
    const text = fileOf(servers['routed']!, 'frr.conf')!;
    expect(text).toContain(good);
    const { status, stderr } = checkFrr(text.replace(good, bad));
    expect({ status, stderr }).not.toEqual({ status: 0, stderr: '' });
  });
});

/** Gives each setting to the kernel, in a network namespace of its own; an unknown one fails. */
const settle = (text: string) => run('unshare', ['--net', '--', 'sysctl', '-p', '-'], { input: text });

describeWith({ programs: ['sysctl', 'unshare'], root: true }, 'the kernel', () => {
  it('has every setting of a router', () => {
    const { status, stderr } = settle(fileOf(servers['routed']!, 'sysctl.conf')!);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('has none that does not exist', () => {
    expect(settle('net.ipv4.conf.all.rp_filtre = 2\n').stderr).not.toBe('');
  });
});

it('no format writes a file of FRR for a server that is none', () => {
  fc.assert(
    fc.property(anyServer, (device) => {
      expect(fileOf(device, 'frr.conf') === undefined).toBe(device.routing === undefined);
    }),
  );
});
