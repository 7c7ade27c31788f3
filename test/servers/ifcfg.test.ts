import { describe, expect, it } from 'vitest';
import { format } from '../../src/servers/ifcfg/format.ts';
import { context, servers } from './fixtures.ts';
import { describeFormat } from './format-tests.ts';
import { readIfcfg } from './ifcfg-reader.ts';
import type { Meanings } from './meaning.ts';

/** The scripts leave the kernel's link-local addresses on every interface, so that no file says anything of them. */
function withoutLinkLocal(meanings: Meanings): Meanings {
  const entries = Object.entries(meanings).map(([name, meaning]) => {
    const copy = { ...meaning };
    delete copy.ipv6;
    return [name, copy] as const;
  });
  return Object.fromEntries(entries);
}

describeFormat(format, {
  read: readIfcfg,
  adapt: withoutLinkLocal,
  unread: ['BOOTPROTO', 'DNS1', 'DNS2', 'DOMAIN', 'IPV6INIT', 'IPV6_AUTOCONF', 'NM_CONTROLLED', 'NOZEROCONF', 'TYPE'],
});

const contentOf = (name: string, path: string): string =>
  format.render(servers[name]!, context).find((file) => file.path === path)!.content;

describe('ifcfg files', () => {
  it('let no interface hear a router but FRR', () => {
    for (const device of Object.values(servers)) {
      for (const { path, content } of format.render(device, context)) {
        if (!path.startsWith('ifcfg-') || path.startsWith('ifcfg-lo:') || content.includes('\nSLAVE=yes')) continue;
        expect(content).toContain('\nNOZEROCONF=yes\nIPV6INIT=yes\nIPV6_AUTOCONF=no\n');
      }
    }
  });

  it('are kept from NetworkManager, which reads none of those of the loopback', () => {
    const files = Object.values(servers).flatMap((device) => format.render(device, context));
    const own = files.filter(({ path }) => path.startsWith('ifcfg-'));
    expect(own.filter(({ content }) => !content.includes('\nNM_CONTROLLED=no\n'))).toEqual([]);
  });

  it('hold a member back that returns, where no LACP does', () => {
    expect(contentOf('static-tagged', 'ifcfg-bond0')).toContain(' updelay=30000 ');
    expect(contentOf('active-backup', 'ifcfg-bond0')).toContain(' updelay=30000 num_grat_arp=3 ');
  });

  it('give resolvers to the interface of the default route, or of a router to its first NIC', () => {
    expect(contentOf('lacp-tagged', 'ifcfg-vlan10')).toContain(
      'DNS1=10.0.0.53\nDNS2=10.0.1.53\nDOMAIN=dc1.example.net\n',
    );
    expect(contentOf('lacp-tagged', 'ifcfg-vlan20')).not.toContain('DNS');
    expect(contentOf('routed', 'ifcfg-eth0')).toContain('DNS1=10.0.0.53\n');
    expect(contentOf('routed', 'ifcfg-eth1')).not.toContain('DNS');
  });

  it('name no more than the three resolvers that libc asks', () => {
    const device = servers['single-untagged']!;
    const dns = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'];
    const [file] = format.render({ ...device, system: { ...device.system, dns } }, context);
    expect(file!.content.match(/^DNS.*$/gm)).toEqual(['DNS1=10.0.0.1', 'DNS2=10.0.0.2', 'DNS3=10.0.0.3']);
  });
});
