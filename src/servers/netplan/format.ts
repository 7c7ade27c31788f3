import type { ServerDevice } from '../../device/device.ts';
import { stanzas } from '../../render/templates.ts';
import { nicName } from '../linux-names.ts';
import { readHost } from '../read-host.ts';
import type { ServerFormat } from '../server-format.ts';
import { bondView, nicView, vlanView } from './view.ts';

const stanza = stanzas('netplan');

/** A section of the file, such as `bonds`; none where there is nothing in it. */
function section(name: string, views: readonly object[]): string {
  if (views.length === 0) return '';
  const interfaces = views.map((view) => ({ view, layer3: stanza('layer3', view) }));
  return stanza(name, { interfaces });
}

/** netplan of Debian 12 and Ubuntu 22.04 (0.106) and later, rendered by systemd-networkd. */
export const format: ServerFormat = {
  name: 'netplan',
  title: 'netplan (systemd-networkd)',
  spellPort: nicName,
  render(device: ServerDevice) {
    const host = readHost(device);
    const content =
      stanza('header', host) +
      section(
        'ethernets',
        host.nics.map((nic) => nicView(nic, host)),
      ) +
      section(
        'bonds',
        host.bonds.map((bond) => bondView(bond, host)),
      ) +
      section(
        'vlans',
        host.vlans.map((vlan) => vlanView(vlan, host)),
      );
    // After what installers and cloud-init write (00- and 50-), so that this file has the last word.
    return [{ path: '60-heddle.yaml', content }];
  },
};
