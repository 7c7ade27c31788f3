import type { SwitchDevice } from '../../../device/device.ts';
import { formatInterfaceAddress, formatIp } from '../../../ip/index.ts';
import { managementPort } from '../names.ts';
import { panelOf } from '../panels.ts';
import type { Tables } from './tables.ts';

/**
 * What the switch is. Routing: `split-unified` leaves frr.conf alone and loads it with `vtysh -b` (docker_init.sh of
 * docker-fpm-frr), and only with `frr_mgmt_framework_config` are bfdd and ospfd started (its supervisord.conf.j2); the
 * daemon that comes with it acts on tables of BGP, OSPF and BFD, of which there are none here. `LeafRouter` is the type
 * of a new switch; a ToRRouter would send router advertisements of its own.
 */
function localhost({ name, platform, system, bgp }: SwitchDevice) {
  const panel = panelOf(platform.id);
  if (!panel) throw new Error(`no ports of ${platform.id}`);
  return {
    hostname: name,
    hwsku: panel.hwsku,
    platform: panel.platform,
    type: 'LeafRouter',
    docker_routing_config_mode: 'split-unified',
    frr_mgmt_framework_config: 'true',
    timezone: system.timezone,
    ...(bgp ? { bgp_asn: String(bgp.asn) } : {}),
  };
}

/** What the switch is, and its out-of-band port; without an address there, SONiC asks DHCP. */
export function metadataTables(device: SwitchDevice): Tables {
  const { address, gateway } = device.management;
  const row = address && gateway ? { gwaddr: formatIp(gateway) } : undefined;
  return {
    DEVICE_METADATA: { localhost: localhost(device) },
    MGMT_PORT: { [managementPort]: { admin_status: 'up', alias: managementPort, description: 'management' } },
    MGMT_INTERFACE: address && row ? { [`${managementPort}|${formatInterfaceAddress(address)}`]: row } : {},
    MGMT_VRF_CONFIG: { vrf_global: { mgmtVrfEnabled: 'true' } },
    VRF: Object.fromEntries(device.vrfs.map(({ name }) => [name, {}])),
  };
}
