import type { ServerDevice } from '../../device/device.ts';
import type { RenderedFile } from '../../render/rendered-file.ts';
import { stanzas } from '../../render/templates.ts';
import { failover, type Host, type HostInterface, type HostLoopback } from '../host.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import { routerFiles } from '../router-files.ts';
import type { ServerContext, ServerFormat } from '../server-format.ts';
import { layer3View, otherRoutes, splitAddresses } from './layer3-view.ts';

const stanza = stanzas('ifcfg');

type Named = Pick<HostInterface, 'name' | 'comment'>;

function headerOf(host: Host, { name, comment }: Named, path: string): string {
  return stanza('header', { name, comment, path, host: host.name, fabric: host.fabric });
}

function routeFile(host: Host, link: HostInterface, ipv6: boolean): RenderedFile[] {
  const routes = otherRoutes(link, ipv6);
  if (routes.length === 0) return [];
  const path = `${ipv6 ? 'route6' : 'route'}-${link.name}`;
  const lines = routes.map((route) => stanza('route', { ...route, device: link.name })).join('');
  return [{ path, content: headerOf(host, { name: link.name, comment: 'routes' }, path) + lines }];
}

/** The files of an interface, from what is said of its kind; a member of a bond has nothing of layer 3. */
function deviceFiles(host: Host, link: HostInterface, kind: string, member = false): RenderedFile[] {
  const path = `ifcfg-${link.name}`;
  const layer3 = member ? '' : stanza('layer3', layer3View(host, link));
  const content = stanza('device', { header: headerOf(host, link, path), link, kind, layer3 });
  return [{ path, content }, ...routeFile(host, link, false), ...routeFile(host, link, true)];
}

/** The scripts give lo itself addresses that leave the host from no port, but its aliases usual ones: one an IPv4 address. */
function loopbackFiles(host: Host, { comment, addresses }: HostLoopback): RenderedFile[] {
  const { ipv4, ipv6, secondaries } = splitAddresses(addresses);
  return Array.from({ length: Math.max(ipv4.length, ipv6 === null ? 0 : 1) }, (_, index) => {
    const name = `lo:${index + 1}`;
    const path = `ifcfg-${name}`;
    const header = headerOf(host, { name, comment }, path);
    const own = index === 0 ? { ipv6, secondaries } : { ipv6: null, secondaries: null };
    return { path, content: stanza('loopback', { header, name, ipv4: ipv4[index] ?? null, ...own }) };
  });
}

/**
 * The files of network-scripts, as RHEL 7 and 8 have them; not independently parsed, since no program that reads them is
 * to be had elsewhere. NetworkManager, which RHEL 9 has alone, reads them too, but no addresses of the loopback: it is
 * told to leave them alone, and has a format of its own.
 */
export const format: ServerFormat = {
  name: 'ifcfg',
  title: 'ifcfg (RHEL network-scripts)',
  spellPort: nicName,
  render(device: ServerDevice, context: ServerContext) {
    const host = readHost(device);
    return [
      ...(host.loopback ? loopbackFiles(host, host.loopback) : []),
      ...host.nics.flatMap(({ link, mac, bond }) =>
        deviceFiles(host, link, stanza('ethernet', { mac, bond }), bond !== null),
      ),
      ...host.bonds.flatMap((bond) => deviceFiles(host, bond.link, stanza('bond', { ...bond, failover }))),
      ...host.vlans.flatMap((vlan) => deviceFiles(host, vlan.link, stanza('vlan', vlan))),
      ...routerFiles(device, host, context),
    ];
  },
};
