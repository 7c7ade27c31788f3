import type { ServerDevice } from '../../device/device.ts';
import type { RenderedFile } from '../../render/rendered-file.ts';
import { stanzas } from '../../render/templates.ts';
import { failover, type Host, type HostBond, type HostInterface, type HostNic, type HostVlan } from '../host.ts';
import { linkFiles } from '../link-files.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import { networkdFiles } from '../networkd-files.ts';
import { routerFiles } from '../router-files.ts';
import type { ServerContext, ServerFormat } from '../server-format.ts';
import { networkView } from './network-view.ts';

const stanza = stanzas('networkd');

/** A file, from a stanza whose view gets the header. */
function file(
  host: Host,
  { name, comment }: Pick<HostInterface, 'name' | 'comment'>,
  path: string,
  render: (header: string) => string,
): RenderedFile {
  return { path, content: render(stanza('header', { name, comment, path, host: host.name, fabric: host.fabric })) };
}

function networkFile(host: Host, link: HostInterface, order: number): RenderedFile {
  const routes = link.routes.map((route) => stanza('route', route)).join('');
  return file(host, link, `${order}-${link.name}.network`, (header) =>
    stanza('network', networkView(host, link, header, routes)),
  );
}

function memberFile(host: Host, { link, mac, bond }: HostNic): RenderedFile {
  const primary = host.bonds.some((one) => one.primary === link.name);
  return file(host, link, `10-${link.name}.network`, (header) =>
    stanza('member', { header, name: link.name, mtu: link.mtu, mac, bond, primary }),
  );
}

function loopbackFiles(host: Host): RenderedFile[] {
  const { loopback } = host;
  if (!loopback) return [];
  return [
    file(host, { name: 'lo', comment: loopback.comment }, '10-lo.network', (header) =>
      stanza('loopback', { header, addresses: loopback.addresses }),
    ),
  ];
}

function deviceFiles(host: Host, kind: 'bond' | 'vlan', order: number, one: HostBond | HostVlan): RenderedFile[] {
  const device = file(host, one.link, `${order}-${one.link.name}.netdev`, (header) =>
    stanza(kind, { ...one, header, failover }),
  );
  return [device, networkFile(host, one.link, order)];
}

/** systemd-networkd of systemd 252 (Debian 12) and later. */
export const format: ServerFormat = {
  name: 'networkd',
  title: 'systemd-networkd',
  spellPort: nicName,
  render(device: ServerDevice, context: ServerContext) {
    const host = readHost(device);
    return [
      ...linkFiles(host, (nic) => `10-${nic.link.name}`),
      ...loopbackFiles(host),
      ...host.nics.map((nic) => (nic.bond === null ? networkFile(host, nic.link, 10) : memberFile(host, nic))),
      ...host.bonds.flatMap((bond) => deviceFiles(host, 'bond', 20, bond)),
      ...host.vlans.flatMap((vlan) => deviceFiles(host, 'vlan', 30, vlan)),
      ...networkdFiles(host),
      ...routerFiles(device, host, context),
    ];
  },
};
