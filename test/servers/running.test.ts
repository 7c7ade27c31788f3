import { expect, it } from 'vitest';
import { format as ifupdown2 } from '../../src/servers/ifupdown2/format.ts';
import { format as netplan } from '../../src/servers/netplan/format.ts';
import type { RenderedFile } from '../../src/render/rendered-file.ts';
import { format as networkd } from '../../src/servers/networkd/format.ts';
import { format as networkmanager } from '../../src/servers/networkmanager/format.ts';
import { type Running, bringUp } from '../support/bring-up.ts';
import { describeWith } from '../support/verifier.ts';
import { context, servers } from './fixtures.ts';
import { meaningsOf } from './meaning.ts';

// The kernels that tests run on often have neither bonding nor VLANs, so one port must stand for all.
const onePort = ['single-untagged', 'no-default-route', 'ipv6', 'routed'];

function expected(name: string): Running {
  const { eth0, lo } = meaningsOf(servers[name]!);
  const { mtu, ipv6, addresses, routes } = eth0!;
  const loopback = lo?.addresses ?? [];
  return { mtu: mtu!, addresses, routes, linkLocal: ipv6!, acceptsRouterAdvertisements: false, loopback };
}

describeWith({ programs: ['ifup', 'ip', 'unshare', 'sysctl'], root: true }, 'a host run by ifupdown2', () => {
  // A second port of a router is not there.
  it.each(onePort)('has what the model of %s says', (name) => {
    const text = ifupdown2.render(servers[name]!, context)[0]!.content;
    expect(bringUp('ifupdown2', text.replace(/\n# \S+ \S+ port 49[^]*$/, ''))).toEqual(expected(name));
  });
});

const programs = ['netplan', 'ip', 'unshare'];
describeWith({ programs, root: true }, 'a host run by netplan and systemd-networkd', () => {
  it.each(onePort)('has what the model of %s says', (name) => {
    const running = bringUp('netplan', netplan.render(servers[name]!, context)[0]!.content);
    expect(running).toEqual(expected(name));
  });
});

/** A script that writes files. */
const scriptOf = (files: readonly RenderedFile[]): string =>
  files.map(({ path, content }) => `cat > ${path} <<'END-OF-FILE'\n${content}END-OF-FILE\n`).join('');

describeWith({ programs: ['networkctl', 'ip', 'unshare'], root: true }, 'a host run by systemd-networkd', () => {
  it.each(onePort)('has what the model of %s says', (name) => {
    const files = networkd.render(servers[name]!, context).filter(({ path }) => path.endsWith('.network'));
    expect(bringUp('networkd', scriptOf(files))).toEqual(expected(name));
  });
});

describeWith({ programs: ['NetworkManager', 'ip', 'unshare'], root: true }, 'a host run by NetworkManager', () => {
  it.each(onePort)('has what the model of %s says', (name) => {
    const files = networkmanager.render(servers[name]!, context).filter(({ path }) => path.endsWith('.nmconnection'));
    expect(bringUp('networkmanager', scriptOf(files))).toEqual(expected(name));
  });
});
