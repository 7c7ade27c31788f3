import type { ServerDevice } from '../../device/device.ts';
import type { RenderedFile } from '../../render/rendered-file.ts';
import { stanzas } from '../../render/templates.ts';
import type { Host } from '../host.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import type { ServerFormat } from '../server-format.ts';
import { bondView, nicView, vlanView } from './view.ts';

const stanza = stanzas('ifupdown2');

const interfaceStanza = (name: string, view: object) => stanza(name, view) + stanza('layer3', view);

/** ifupdown2 renames nothing: udev gives NICs their names by MAC address, from a file each. */
function linkFiles(host: Host): RenderedFile[] {
  return host.nics
    .filter((nic) => nic.mac !== null)
    .map((nic) => {
      const path = `10-heddle-nic${nic.number}.link`;
      return { path, content: stanza('link', { ...nic, host: host.name, path }) };
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
    const content = [
      stanza('header', host),
      ...host.nics.map((nic) => {
        const view = nicView(nic);
        return view.member ? stanza('member', view) : interfaceStanza('ethernet', view);
      }),
      ...host.bonds.map((bond) => interfaceStanza('bond', bondView(bond))),
      ...host.vlans.map((vlan) => interfaceStanza('vlan', vlanView(vlan))),
    ].join('');
    return [{ path: 'interfaces', content }, ...linkFiles(host), ...resolverFile(host)];
  },
};
