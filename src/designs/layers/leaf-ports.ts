import type { BridgedMode, Interface } from '../../device/device.ts';
import type { ServerNode } from '../../fabric/fabric.ts';
import type { Layer } from '../design.ts';
import { type ServerCable, byLeaf, cablesOf, serverMtu } from '../server-links.ts';

function bridgedMode(server: ServerNode): BridgedMode {
  const { networks, untagged } = server;
  return {
    type: 'bridged',
    tagged: networks
      .filter((network) => network !== untagged)
      .map((network) => network.vlan)
      .sort((a, b) => a - b),
    ...(untagged ? { native: untagged.vlan } : {}),
    edge: true,
  };
}

/** Ports of one leaf to one server: a LAG where the server has one, else single ports. */
function portsTo(
  server: ServerNode,
  cables: readonly ServerCable[],
  id: number | undefined,
  mlag: number | undefined,
): Interface[] {
  const mtu = serverMtu(server);
  const mode = bridgedMode(server);
  const description = server.role;
  if (id === undefined) {
    return cables.map(({ leafPort, toServer }) => ({
      kind: 'ethernet',
      description,
      mtu,
      port: leafPort,
      peer: toServer,
      mode,
    }));
  }
  return [
    ...cables.map(({ leafPort, toServer }): Interface => ({
      kind: 'ethernet',
      description,
      mtu,
      port: leafPort,
      peer: toServer,
      mode: { type: 'member', lag: id },
    })),
    {
      kind: 'lag',
      id,
      description,
      mtu,
      protocol:
        server.group.bond === 'lacp' ? { type: 'lacp', rate: server.group.lacpRate, active: true } : { type: 'static' },
      members: cables.map((cable) => cable.leafPort),
      minLinks: 1,
      hash: 'layer3+4',
      miimon: 100,
      peer: { device: server.name, kind: 'server' },
      ...(mlag === undefined ? {} : { mlag }),
      mode,
    },
  ];
}

/** The leafs' side of every server's cables. */
export const leafPorts: Layer = {
  name: 'leaf-ports',
  apply(plan, drafts) {
    for (const { node } of plan.servers.values()) {
      if (node.networks.length === 0) continue;
      for (const [leaf, cables] of byLeaf(cablesOf(plan.fabric, node))) {
        const key = `${leaf}/${node.name}`;
        drafts.switches.get(leaf)?.interfaces.push(...portsTo(node, cables, plan.lags.get(key), plan.mlags.get(key)));
      }
    }
  },
};
