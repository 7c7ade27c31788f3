import type { ServerDevice } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import { failover, type Host, type HostInterface, type HostRoute } from '../host.ts';
import { linkFiles } from '../link-files.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import { resolvConf } from '../resolver-files.ts';
import { routerFiles } from '../router-files.ts';
import type { ServerContext, ServerFormat } from '../server-format.ts';

const stanza = stanzas('ifupdown2');

/** `gateway` takes no MTU, so a default route that has one is added as the others are. */
function route(one: HostRoute): string {
  return stanza(one.isDefault && one.mtu === null ? 'gateway' : 'route', one);
}

const addressLines = (addresses: readonly string[]): string =>
  addresses.map((address) => stanza('address', { address })).join('');

/** What all stanzas but those of members print. */
function common(link: HostInterface) {
  return {
    link,
    method: link.addresses.length > 0 ? 'static' : 'manual',
    layer3: stanza('layer3', {
      addrgen: link.ipv6 ? 'on' : 'off',
      addresses: addressLines(link.addresses),
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
  const loopback = addressLines(host.loopback?.addresses ?? []);
  return [stanza('header', host), loopback, ...nics, ...bonds, ...vlans].join('');
}

/** ifupdown2 3.0 (Debian 12) and later. It renames no NIC, and passes `dns-nameservers` to scripts that need not be there. */
export const format: ServerFormat = {
  name: 'ifupdown2',
  title: 'ifupdown2',
  spellPort: nicName,
  render(device: ServerDevice, context: ServerContext) {
    const host = readHost(device);
    return [
      { path: 'interfaces', content: interfaces(host) },
      ...linkFiles(host, (nic) => `10-heddle-nic${nic.number}`),
      ...resolvConf(host),
      ...routerFiles(device, host, context),
    ];
  },
};
