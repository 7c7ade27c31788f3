import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { managementVrf } from '../names.ts';
import { layer3Interfaces } from '../layer3-interfaces.ts';

/**
 * The vPC domain. Its delay holds back vPC ports and, so that no gateway is up before them, VLAN interfaces; other ports
 * are up at once.
 */
export function mlagViews({ device }: Job) {
  const { mlag } = device;
  if (!mlag) return [];
  const { domain, priority, systemMac, keepalive, reloadDelay } = mlag;
  if (!keepalive) throw new Error(`${device.name} has no keepalive path`);
  return [
    {
      domain,
      priority,
      systemMac,
      destination: formatIp(keepalive.remote),
      source: formatIp(keepalive.local),
      vrf: managementVrf,
      delay: reloadDelay.mlagPorts,
      // Routing protocols over a VLAN of the pair: packets for the peer must not be taken by this switch (peer-gateway).
      routed: layer3Interfaces(device).some(
        ({ one, ospf, ospf3 }) => one.kind === 'svi' && (ospf ?? ospf3)?.passive === false,
      ),
      ipv6: layer3Interfaces(device).some(
        ({ one, addresses }) => one.kind === 'svi' && addresses.some(({ ip }) => ip.family === 6),
      ),
    },
  ];
}
