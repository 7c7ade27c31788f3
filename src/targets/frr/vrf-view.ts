import type { SwitchDevice } from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import { formatInterfaceAddress, formatIp, parseIp } from '../../ip/index.ts';
import { managementPort } from './names.ts';

/** Routing table of the management VRF, the first that ifupdown2 keeps for VRFs; fixed, so that rules can name it. */
export const managementTable = 1001;

/**
 * Rules that lead the switch's own queries into the management VRF, whichever program asks for a name there or
 * outside. `iif lo` keeps them to what starts here: servers' packets to the same resolver stay in the fabric.
 */
function resolverRules(resolvers: readonly string[], table: number) {
  return resolvers.map((resolver) => ({
    ip: parseIp(resolver)?.family === 6 ? 'ip -6' : 'ip',
    match: `pref 99 iif lo to ${resolver} lookup ${table}`,
  }));
}

/** Every VRF of the switch, the management one first. */
export function vrfViews(device: SwitchDevice) {
  const { vrf } = device.management;
  const used = device.interfaces.flatMap((one) => layer3Of(one).vrf ?? []);
  const names = new Set([vrf, ...device.vrfs.map(({ name }) => name), ...used]);
  return [...names].map((name, index) => ({
    name,
    table: managementTable + index,
    rules: name === vrf ? resolverRules(device.system.dns, managementTable + index) : [],
  }));
}

export function managementView({ management }: SwitchDevice) {
  const { address, gateway, vrf } = management;
  return {
    port: managementPort,
    vrf,
    address: address ? formatInterfaceAddress(address) : null,
    gateway: gateway ? formatIp(gateway) : null,
  };
}
