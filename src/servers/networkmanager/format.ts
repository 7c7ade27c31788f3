import type { ServerDevice } from '../../device/device.ts';
import type { RenderedFile } from '../../render/rendered-file.ts';
import { stanzas } from '../../render/templates.ts';
import { failover, type Host, type HostBond, type HostLoopback, type HostNic, type HostVlan } from '../host.ts';
import { linkFiles } from '../link-files.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import { routerFiles } from '../router-files.ts';
import type { ServerContext, ServerFormat } from '../server-format.ts';
import { type Addressed, familyViews } from './family-views.ts';
import { connectionUuid } from './uuid.ts';

const stanza = stanzas('networkmanager');

function headerOf(host: Host, type: string, { name, comment }: { name: string; comment: string }): string {
  return stanza('header', { name, comment, type, fabric: host.fabric, uuid: connectionUuid(host.name, name) });
}

function layer3(host: Host, link: Addressed): string {
  return familyViews(host, link)
    .map((view) => stanza('family', view))
    .join('');
}

function connection(name: string, content: string): RenderedFile {
  return { path: `${name}.nmconnection`, content };
}

/** As NetworkManager writes them. */
const macText = (mac: string | null): string | null => mac?.toUpperCase() ?? null;

function nicFile(host: Host, { link, mac, bond }: HostNic): RenderedFile {
  const header = headerOf(host, 'ethernet', link);
  const own = bond === null ? layer3(host, link) : '';
  return connection(link.name, stanza('ethernet', { header, bond, mac: macText(mac), mtu: link.mtu, layer3: own }));
}

function bondFile(host: Host, bond: HostBond): RenderedFile {
  const { link } = bond;
  const header = headerOf(host, 'bond', link);
  const view = { ...bond, header, mac: macText(bond.mac), mtu: link.mtu, failover, layer3: layer3(host, link) };
  return connection(link.name, stanza('bond', view));
}

function vlanFile(host: Host, { link, id, parent }: HostVlan): RenderedFile {
  const header = headerOf(host, 'vlan', link);
  return connection(link.name, stanza('vlan', { header, id, parent, mtu: link.mtu, layer3: layer3(host, link) }));
}

function loopbackFile(host: Host, { comment, addresses }: HostLoopback): RenderedFile {
  const header = headerOf(host, 'loopback', { name: 'lo', comment });
  const own = layer3(host, { addresses, ipv6: false, resolves: true, routes: [] });
  return connection('lo', stanza('loopback', { header, layer3: own }));
}

/** NetworkManager 1.42 (Debian 12, RHEL 9.2) and later: the first that has connections of the loopback. It renames no NIC. */
export const format: ServerFormat = {
  name: 'networkmanager',
  title: 'NetworkManager (keyfile)',
  spellPort: nicName,
  render(device: ServerDevice, context: ServerContext) {
    const host = readHost(device);
    return [
      ...linkFiles(host, (nic) => `10-heddle-nic${nic.number}`),
      ...(host.loopback ? [loopbackFile(host, host.loopback)] : []),
      ...host.nics.map((nic) => nicFile(host, nic)),
      ...host.bonds.map((bond) => bondFile(host, bond)),
      ...host.vlans.map((vlan) => vlanFile(host, vlan)),
      ...routerFiles(device, host, context),
    ];
  },
};
