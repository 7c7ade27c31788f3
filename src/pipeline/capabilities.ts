import type { Interface, OspfAuthentication, SwitchDevice } from '../device/device.ts';
import type { Device } from '../device/device.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import type { Target } from '../targets/target.ts';
import { type Topology, spanOf } from '../topology/topology.ts';
import { unsupported } from './problems.ts';
import { targetByName } from './registries.ts';

interface Lack {
  readonly what: string;
  readonly span: Span;
}

function authenticationOf(one: Interface): OspfAuthentication | undefined {
  if (one.kind === 'ethernet') return one.mode.type === 'routed' ? one.mode.ospf?.authentication : undefined;
  return one.kind === 'svi' ? one.ospf?.authentication : undefined;
}

/** What a switch is asked and its target cannot express. */
function lacksOf(topology: Topology, device: SwitchDevice, target: Target): Lack[] {
  const lacks: Lack[] = [];
  const { capabilities } = target;
  const { data } = topology;
  const authentication = device.interfaces.map(authenticationOf).find((one) => one !== undefined);
  if (authentication && !capabilities.ospfAuthentication.includes(authentication.algorithm)) {
    lacks.push({ what: `OSPF authentication with ${authentication.algorithm}`, span: authentication.key.span });
  }
  const routed = device.interfaces.filter(
    (one) => one.kind === 'svi' || (one.kind === 'ethernet' && one.mode.type === 'routed'),
  );
  const mtu = Math.max(0, ...routed.map((one) => one.mtu));
  if (mtu > capabilities.maximumMtu) {
    lacks.push({
      what: `an MTU of ${mtu} (at most ${capabilities.maximumMtu})`,
      span: spanOf(topology, data.fabric, 'mtu'),
    });
  }
  if (device.gatewayMac !== undefined && !capabilities.anycastGateway)
    lacks.push({ what: 'a gateway shared by two leafs', span: device.span });
  if (device.system.snmp && !capabilities.snmp)
    lacks.push({ what: 'SNMP', span: spanOf(topology, data.system, 'snmp') });
  for (const user of data.system.users) {
    if (user.sshKeys.length <= capabilities.sshKeys) continue;
    const what = `${user.sshKeys.length} SSH keys of one user (at most ${capabilities.sshKeys})`;
    lacks.push({ what, span: spanOf(topology, user, 'sshKeys') });
  }
  const asked = data.access.stormControl;
  const given = topology.spans.has(data.access, 'stormControl') ? asked : undefined;
  if (given && !capabilities.stormControl && device.role === 'leaf') {
    lacks.push({ what: 'storm control', span: spanOf(topology, data.access, 'stormControl') });
  }
  return lacks;
}

/** One diagnostic for each setting and target that cannot express it, with the first device it concerns. */
export function checkCapabilities(topology: Topology, devices: readonly Device[]): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const device of devices) {
    const target = device.kind === 'switch' ? targetByName.get(device.os) : undefined;
    if (device.kind !== 'switch' || !target) continue;
    for (const { what, span } of lacksOf(topology, device, target)) {
      const key = `${target.name} ${what}`;
      if (!found.has(key))
        found.set(key, diagnose(unsupported, { device: device.name, target: target.title, what }, span));
    }
  }
  return [...found.values()];
}
