import type { ServerDevice } from '../../device/device.ts';
import type { RenderedFile } from '../../render/rendered-file.ts';
import { stanzas } from '../../render/templates.ts';
import { failover, type Host, type HostInterface, type HostRoute } from '../host.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import type { ServerFormat } from '../server-format.ts';

const stanza = stanzas('ifupdown2');

/** `gateway` takes no MTU, so a default route that has one is added as the others are. */
function route(one: HostRoute): string {
  return stanza(one.isDefault && one.mtu === null ? 'gateway' : 'route', one);
}

/** What all stanzas but those of members print. */
function common(link: HostInterface) {
  return {
    link,
    method: link.addresses.length > 0 ? 'static' : 'manual',
    layer3: stanza('layer3', {
      addrgen: link.ipv6 ? 'on' : 'off',
      addresses: link.addresses.map((address) => stanza('address', { address })).join(''),
      routes: link.routes.map(route).join(''),
    }),
  };
}

function interfaces(host: Host): string {
  const nics = host.nics.map((nic) =>
    nic.bond === null ? stanza('ethernet', common(nic.link)) : stanza('member', nic),
  );
  const bonds = host.bonds.map((bond) =>
    stanza('bond', { ...common(bond.link), bond, members: bond.members.join(' '), failover }),
  );
  const vlans = host.vlans.map((vlan) => stanza('vlan', { ...common(vlan.link), vlan }));
  return [stanza('header', host), ...nics, ...bonds, ...vlans].join('');
}

/** ifupdown2 renames nothing: udev gives NICs their names by MAC address, from a file each. */
function linkFiles(host: Host): RenderedFile[] {
  return host.nics
    .filter((nic) => nic.mac !== null)
    .map((nic) => {
      const path = `10-heddle-nic${nic.number}.link`;
      return { path, content: stanza('link', { nic, host: host.name, path }) };
    });
}

/** Nor does it know resolvers: it passes `dns-nameservers` to scripts that need not be there. */
function resolverFile(host: Host): RenderedFile[] {
  return host.dns.length === 0 ? [] : [{ path: 'resolv.conf', content: stanza('resolv', host) }];
}

/** ifupdown2 3.0 (Debian 12) and later. */
export const format: ServerFormat = {
  name: 'ifupdown2',
  title: 'ifupdown2',
  spellPort: nicName,
  render(device: ServerDevice) {
    const host = readHost(device);
    return [{ path: 'interfaces', content: interfaces(host) }, ...linkFiles(host), ...resolverFile(host)];
  },
};
