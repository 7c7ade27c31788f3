import { describe, expect, it } from 'vitest';
import type { ServerDevice } from '../../src/device/device.ts';
import { format } from '../../src/servers/networkd/format.ts';
import { parseIni, valuesOf } from '../support/ini.ts';
import { checkNetworkd } from '../support/networkd.ts';
import { describeWith } from '../support/verifier.ts';
import { context, management, nic, port, server, servers } from './fixtures.ts';
import { describeFormat } from './format-tests.ts';
import { readNetworkd } from './networkd-reader.ts';

describeFormat(format, {
  read: readNetworkd,
  unread: [
    'ConfigureWithoutCarrier',
    'DNS',
    'Domains',
    'GratuitousARP',
    'IPv6AcceptRA',
    'LinkLocalAddressing',
    'RequiredForOnline',
    'UpDelaySec',
  ],
});

const isRouter = /^(frr\.conf|daemons|sysctl\.conf|resolved\.conf)$/;
const filesOf = (device: ServerDevice) => format.render(device, context).filter(({ path }) => !isRouter.test(path));

function settings(name: string, path: string, section: string, key: string): string[] {
  const file = format.render(servers[name]!, context).find((one) => one.path === path);
  return valuesOf(parseIni(file!.content), section, key);
}

describe('networkd files', () => {
  it('let no interface hear a router but FRR', () => {
    for (const device of Object.values(servers)) {
      const networks = filesOf(device).filter(({ path }) => path.endsWith('.network') && path !== '10-lo.network');
      for (const { content } of networks.filter((file) => !file.content.includes('\nBond='))) {
        expect(valuesOf(parseIni(content), 'Network', 'IPv6AcceptRA')).toEqual(['no']);
      }
    }
  });

  it('let booting wait for what has an address, be it with half a bond, and for no port of a router', () => {
    expect(settings('lacp-tagged', '20-bond0.network', 'Link', 'RequiredForOnline')).toEqual(['no']);
    expect(settings('lacp-tagged', '30-vlan10.network', 'Link', 'RequiredForOnline')).toEqual([]);
    expect(settings('lacp-untagged', '20-bond0.network', 'Link', 'RequiredForOnline')).toEqual(['degraded-carrier']);
    expect(settings('routed-numbered', '10-lan0.network', 'Link', 'RequiredForOnline')).toEqual(['no']);
  });

  it('give resolvers to the interface of the default route, or of a router to systemd-resolved itself', () => {
    expect(settings('lacp-tagged', '30-vlan10.network', 'Network', 'DNS')).toEqual(['10.0.0.53', '10.0.1.53']);
    expect(settings('lacp-tagged', '30-vlan20.network', 'Network', 'DNS')).toEqual([]);
    expect(settings('routed', 'resolved.conf', 'Resolve', 'DNS')).toEqual(['10.0.0.53 10.0.1.53']);
  });

  it('hold a member back that returns, where no LACP does', () => {
    expect(settings('static-tagged', '20-bond0.netdev', 'Bond', 'UpDelaySec')).toEqual(['30000ms']);
    expect(settings('active-backup', '20-bond0.netdev', 'Bond', 'UpDelaySec')).toEqual(['30000ms']);
    expect(settings('active-backup', '20-bond0.netdev', 'Bond', 'GratuitousARP')).toEqual(['3']);
  });

  it('leave the routes of FRR alone when networkd restarts', () => {
    expect(settings('routed', 'networkd.conf', 'Network', 'ManageForeignRoutes')).toEqual(['no']);
  });
});

describeWith({ programs: ['unshare', 'udevadm'], root: true }, 'systemd-networkd and udev', () => {
  it.each(Object.keys(servers))('accept %s', (name) => {
    const { status, stderr } = checkNetworkd(filesOf(servers[name]!));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('accept comments in any characters', () => {
    const odd = server('one', [nic(port(1), management, 1500)], { role: 'ünï磁盘 \ufeff\u0000: # "x" \\ %' });
    const { status, stderr } = checkNetworkd(filesOf(odd));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.each([
    ['Mode=802.3ad', 'Mode=802.3ae', '20-bond0.netdev'],
    ['LACPTransmitRate=fast', 'LACPTransmitRate=warp', '20-bond0.netdev'],
    ['TransmitHashPolicy=layer3+4', 'TransmitHashPolicy=layer34', '20-bond0.netdev'],
    ['MIIMonitorSec=100ms', 'MIIMonitorSec=soon', '20-bond0.netdev'],
    ['MinLinks=1', 'MinimumLinks=1', '20-bond0.netdev'],
    ['Id=30', 'Id=4096', '30-vlan30.netdev'],
    ['MTUBytes=9000', 'MTUBytes=jumbo', '30-vlan30.network'],
    ['Address=10.30.1.11/24', 'Address=10.30.1.11/33', '30-vlan30.network'],
    ['Destination=10.30.0.0/16', 'Destination=10.30.0.0/99', '30-vlan30.network'],
    ['Gateway=10.30.1.1', 'Gateway=10.30.1.999', '30-vlan30.network'],
    ['IPv6AcceptRA=no', 'IPv6AcceptRA=perhaps', '30-vlan30.network'],
    ['DNS=10.0.0.53', 'DNS=10.0.0.530', '30-vlan10.network'],
    ['Bond=bond0', 'Bond=bond/0', '10-eth0.network'],
    ['[Route]', '[Rout]', '30-vlan30.network'],
  ])('refuse %s made %s', (good, bad, path) => {
    const files = filesOf(servers['lacp-tagged']!);
    expect(files.find((file) => file.path === path)?.content).toContain(good);
    const planted = files.map((file) => ({ ...file, content: file.content.replaceAll(good, bad) }));
    expect(checkNetworkd(planted).stderr).toContain(`/etc/systemd/network/${path}:`);
  });

  it.each([
    ['PermanentMACAddress=52:54:00:aa:bb:01', 'PermanentMACAddress=52:54:00:aa:bb', '10-lan0.link'],
    ['Name=lan0', 'Nam=lan0', '10-lan0.link'],
    ['ManageForeignRoutes=no', 'ManageForeignRoutes=never', 'networkd.conf.d/60-heddle.conf'],
  ])('refuse %s made %s', (good, bad, path) => {
    const files = filesOf(servers['routed-numbered']!);
    const planted = files.map((file) => ({ ...file, content: file.content.replaceAll(good, bad) }));
    expect(checkNetworkd(planted).stderr).toContain(path);
  });
});
