import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { format } from '../../src/servers/networkmanager/format.ts';
import { connectionUuid } from '../../src/servers/networkmanager/uuid.ts';
import { parseIni, valuesOf } from '../support/ini.ts';
import { checkKeyfile } from '../support/keyfile.ts';
import { describeWith } from '../support/verifier.ts';
import { context, management, nic, port, server, servers } from './fixtures.ts';
import { describeFormat } from './format-tests.ts';
import { readKeyfiles } from './keyfile-reader.ts';

describeFormat(format, {
  read: readKeyfiles,
  unread: [
    'Name',
    'PermanentMACAddress',
    '[Link]',
    '[Match]',
    '[loopback]',
    'autoconnect-priority',
    'dns',
    'dns-search',
    'num_grat_arp',
    'updelay',
    'uuid',
  ],
});

const connectionsOf = (device: ServerDevice) =>
  format.render(device, context).filter(({ path }) => path.endsWith('.nmconnection'));

function setting(name: string, connection: string, section: string, key: string): string | undefined {
  const file = connectionsOf(servers[name]!).find((one) => one.path === `${connection}.nmconnection`);
  return valuesOf(parseIni(file!.content), section, key)[0];
}

describe('keyfiles', () => {
  it('have UUIDs of version 5, which are the same in every build and different in all else', () => {
    const devices = Object.values(servers);
    const all = devices.flatMap((device) =>
      connectionsOf(device).map(({ content }) => valuesOf(parseIni(content), 'connection', 'uuid')[0]!),
    );
    for (const uuid of all)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(all).size).toBe(all.length);
    expect(connectionUuid('a', 'eth0')).toBe(connectionUuid('a', 'eth0'));
  });

  it('give resolvers to the connection of the default route, by family, or to the loopback', () => {
    expect(setting('lacp-tagged', 'vlan10', 'ipv4', 'dns')).toBe('10.0.0.53;10.0.1.53;');
    expect(setting('lacp-tagged', 'vlan10', 'ipv4', 'dns-search')).toBe('dc1.example.net;');
    expect(setting('lacp-tagged', 'vlan20', 'ipv4', 'dns')).toBeUndefined();
    expect(setting('routed', 'lo', 'ipv4', 'dns')).toBe('10.0.0.53;10.0.1.53;');
  });

  it('hold a member back that returns, where no LACP does', () => {
    expect(setting('static-tagged', 'bond0', 'bond', 'updelay')).toBe('30000');
    expect(setting('active-backup', 'bond0', 'bond', 'updelay')).toBe('30000');
    expect(setting('active-backup', 'bond0', 'bond', 'num_grat_arp')).toBe('3');
  });

  it('come with files by which udev names NICs of known MAC address', () => {
    const files = format.render(servers['dual-stack']!, context).filter(({ path }) => path.endsWith('.link'));
    const said = files.map(({ content }) => [
      valuesOf(parseIni(content), 'Match', 'PermanentMACAddress')[0],
      valuesOf(parseIni(content), 'Link', 'Name')[0],
    ]);
    expect(said).toEqual([
      ['52:54:00:aa:bb:01', 'lan0'],
      ['52:54:00:aa:bb:02', 'lan1'],
    ]);
  });
});

describeWith({ programs: ['nmcli'] }, 'nmcli', () => {
  it.each(Object.keys(servers))('takes all that is said of %s', (name) => {
    for (const { path, content } of connectionsOf(servers[name]!)) {
      const { status, stderr } = checkKeyfile(content);
      expect({ path, status, stderr }).toEqual({ path, status: 0, stderr: '' });
    }
  });

  it('takes comments in any characters', () => {
    const odd = server('one', [nic(port(1), management, 1500)], { role: 'ünï磁盘 \ufeff\u0000: # "x" \\ %' });
    const { status, stderr } = checkKeyfile(connectionsOf(odd)[0]!.content);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['bond0', 'mode=802.3ad', 'mode=802.3ae'],
    ['bond0', 'lacp_rate=fast', 'lacp_rate=warp'],
    ['bond0', 'xmit_hash_policy=layer3+4', 'xmit_hash_policy=layer34'],
    ['bond0', 'miimon=100', 'miimon=soon'],
    ['bond0', 'min_links=1', 'minimum_links=1'],
    ['bond0', 'mtu=9000', 'mtu=jumbo'],
    ['bond0', 'uuid=', 'uuid=x'],
    ['eth0', 'master=bond0', 'controler=bond0'],
    ['vlan10', 'method=manual', 'method=manually'],
    ['vlan10', 'id=10', 'id=4096'],
    ['vlan10', 'parent=bond0', 'parents=bond0'],
    ['vlan10', 'address1=10.10.1.11/24', 'address1=10.10.1.11/33'],
    ['vlan10', 'gateway=10.10.1.1', 'gateway=10.10.1.999'],
    ['vlan30', 'route1=10.30.0.0/16', 'route1=10.30.0.0/99'],
    ['vlan10', 'dns=10.0.0.53', 'dns=10.0.0.530'],
    ['vlan10', '[vlan]', '[vlna]'],
  ])('refuses, of %s, %s made %s', (connection, good, bad) => {
    const file = connectionsOf(servers['lacp-tagged']!).find(({ path }) => path === `${connection}.nmconnection`);
    expect(file?.content).toContain(good);
    const { status, stderr } = checkKeyfile(file!.content.replace(good, bad));
    expect({ status, stderr }).not.toEqual({ status: 0, stderr: '' });
  });
});
