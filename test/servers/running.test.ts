import { expect, it } from 'vitest';
import { format as ifupdown2 } from '../../src/servers/ifupdown2/format.ts';
import { format as netplan } from '../../src/servers/netplan/format.ts';
import { bringUp } from '../support/bring-up.ts';
import { describeWith } from '../support/verifier.ts';
import { context, servers } from './fixtures.ts';
import { meaningsOf } from './meaning.ts';

// The kernels that tests run on often have neither bonding nor VLANs, so one port must stand for all.
const onePort = ['single-untagged', 'no-default-route', 'ipv6'];

describeWith({ programs: ['ifup', 'ip', 'unshare', 'sysctl'], root: true }, 'a host run by ifupdown2', () => {
  it.each(onePort)('has what the model of %s says', (name) => {
    const { mtu, addresses, routes } = meaningsOf(servers[name]!)['eth0']!;
    const running = bringUp('ifupdown2', ifupdown2.render(servers[name]!, context)[0]!.content);
    expect(running).toEqual({ mtu, addresses, routes, acceptsRouterAdvertisements: false });
  });
});

const networkd = ['netplan', 'ip', 'unshare'];
describeWith({ programs: networkd, root: true }, 'a host run by netplan and systemd-networkd', () => {
  it.each(onePort)('has what the model of %s says', (name) => {
    const { mtu, addresses, routes } = meaningsOf(servers[name]!)['eth0']!;
    const running = bringUp('netplan', netplan.render(servers[name]!, context)[0]!.content);
    expect(running).toEqual({ mtu, addresses, routes, acceptsRouterAdvertisements: false });
  });
});
