import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { peerLinkVlan } from '../names.ts';
import type { Tree } from '../tree.ts';

/**
 * The pair. The two talk over link-local addresses of peerlink.4094, as NVIDIA has it everywhere: other addresses could
 * be 169.254.0.1, which Cumulus Linux uses itself.
 */
export function mlagPart({ device }: Job): Tree {
  const { mlag, vlans } = device;
  if (!mlag) return {};
  if (vlans.some(({ id }) => id === peerLinkVlan && id !== mlag.vlan)) {
    throw new ExpectedError(`${device.name} has a VLAN ${peerLinkVlan}, on which an MLAG pair of Cumulus Linux talks`);
  }
  const { keepalive } = mlag;
  if (!keepalive) {
    throw new ExpectedError(`${device.name}: an MLAG pair of Cumulus Linux must have a backup path`, {
      hint: 'it goes over the management ports: give them addresses',
    });
  }
  return {
    mlag: {
      enable: 'on',
      'mac-address': mlag.systemMac,
      'peer-ip': 'linklocal',
      backup: { [formatIp(keepalive.remote)]: { vrf: keepalive.vrf } },
      priority: mlag.priority,
      'init-delay': mlag.reloadDelay.mlagPorts,
    },
  };
}
