import type { ServerDevice } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import type { Host, HostInterface, HostRoute } from '../host.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import { networkdFiles } from '../networkd-files.ts';
import { routerFiles } from '../router-files.ts';
import type { ServerContext, ServerFormat } from '../server-format.ts';
import { scalar } from './scalar.ts';
import { bondView, layer3View, loopbackView, nicView, vlanView } from './view.ts';

const stanza = stanzas('netplan');

function route({ isDefault, prefix, via, mtu }: HostRoute): string {
  return stanza('route', { to: isDefault ? 'default' : scalar(prefix), via: scalar(via), mtu });
}

function layer3(link: HostInterface, host: Host): string {
  return stanza('layer3', layer3View(link, host, link.routes.map(route).join('')));
}

/** A section of the file, such as `bonds`; none where there is nothing in it. */
function section(name: string, interfaces: readonly string[]): string {
  return interfaces.length === 0 ? '' : stanza('section', { name, interfaces: interfaces.join('') });
}

/** netplan 0.106 (Debian 12) and later, rendered by systemd-networkd. */
export const format: ServerFormat = {
  name: 'netplan',
  title: 'netplan (systemd-networkd)',
  spellPort: nicName,
  render(device: ServerDevice, context: ServerContext) {
    const host = readHost(device);
    const loopback = host.loopback ? [stanza('loopback', loopbackView(host.loopback))] : [];
    const nics = host.nics.map((nic) =>
      stanza('ethernet', nicView(nic, nic.bond === null ? layer3(nic.link, host) : '')),
    );
    const bonds = host.bonds.map((bond) => stanza('bond', bondView(bond, layer3(bond.link, host))));
    const vlans = host.vlans.map((vlan) => stanza('vlan', vlanView(vlan, layer3(vlan.link, host))));
    const content =
      stanza('header', host) +
      section('ethernets', [...loopback, ...nics]) +
      section('bonds', bonds) +
      section('vlans', vlans);
    // After what installers and cloud-init write (00- and 50-), so that this file has the last word.
    return [{ path: '60-heddle.yaml', content }, ...networkdFiles(host), ...routerFiles(device, host, context)];
  },
};
