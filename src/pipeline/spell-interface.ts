import { portOf } from '../designs/ports.ts';
import { bondName } from '../designs/layers/server-nics.ts';
import type { FabricNode, PortRef } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';
import { formatByName, targetByName } from './registries.ts';

const portForm = /^(\d+)(?:\/(\d+))?(?: (.+))?$/;

/** A server's interface in its untagged network: its bond, or its one port. */
function onServer(node: FabricNode, network: string): string | undefined {
  if (node.kind !== 'server' || node.untagged?.name !== network) return undefined;
  return node.group.bond === 'none' ? node.nics[0] : bondName;
}

/**
 * Spells interfaces as the plans for people show them: ports as the device's own system does,
 * a network as its VLAN, the rest (`loopback`, `oob`, `backup`) as it is.
 */
export function spellInterface(plan: Plan): (device: string, one: PortRef | string) => string {
  const { fabric } = plan;
  const vlans = new Map(fabric.networks.map((network) => [network.name, `vlan${network.vlan}`]));
  return (device, one) => {
    const match = typeof one === 'string' ? portForm.exec(one) : null;
    if (typeof one === 'string' && !match)
      return onServer(fabric.graph.getNodeAttributes(device), one) ?? vlans.get(one) ?? one;
    const ref =
      typeof one === 'string'
        ? { port: Number(match?.[1]), ...(match?.[2] === undefined ? {} : { channel: Number(match[2]) }) }
        : one;
    const node = fabric.graph.getNodeAttributes(device);
    const spelling = node.kind === 'switch' ? targetByName.get(node.os) : formatByName.get(node.group.config);
    const port = portOf(fabric, { node: device, port: ref });
    const vlan = match?.[3] === undefined ? undefined : plan.vrfVlans.get(match[3]);
    return `${spelling?.spellPort(port) ?? ref.port}${vlan === undefined ? '' : `.${vlan}`}`;
  };
}
