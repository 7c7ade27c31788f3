import type {
  EthernetInterface,
  Interface,
  LagInterface,
  LagProtocol,
  PortMode,
  Route,
  RoutedMode,
  SubInterface,
} from '../../device/device.ts';
import type { Network } from '../../fabric/fabric.ts';
import { everything } from '../../ip/index.ts';
import type { Plan, ServerPlan, SubnetPlan } from '../../plan/plan.ts';
import type { ServerGroup } from '../../topology/topology.ts';
import type { Layer } from '../design.ts';
import { type ServerCable, cablesOf, serverMtu } from '../server-links.ts';

/** Number of the bond in a server, which has one. */
const bondId = 0;

/** What a server calls its bond. */
export const bondName = 'bond0';

/** A network's default route, or the route to its whole pool, so that its traffic stays on it. */
function routesOf(network: Network, subnets: readonly SubnetPlan[]): Route[] {
  return subnets.flatMap(({ gateway, length }) => {
    const pool = network.pools.find(({ prefix }) => prefix.base.family === gateway?.family)?.prefix;
    if (!gateway || !pool) return [];
    if (network.defaultRoute) return [{ prefix: everything(pool.base.family), via: gateway }];
    // A subnet that is the whole pool needs no way to the rest of it.
    return length === pool.length ? [] : [{ prefix: pool, via: gateway }];
  });
}

const noAddress: RoutedMode = { type: 'routed', addresses: [], routes: [] };

/** Layer 3 of a server in one of its networks. */
function modeIn(server: ServerPlan, network: Network | undefined, subnets: readonly SubnetPlan[]): RoutedMode {
  const addresses = network && server.addresses.get(network.name);
  if (!network || !addresses) return noAddress;
  return {
    type: 'routed',
    addresses,
    routes: routesOf(
      network,
      subnets.filter((subnet) => subnet.network === network),
    ),
  };
}

/** What an interface is for, and its IP MTU. */
type Shown = Pick<Interface, 'description' | 'mtu'>;

/** The server's ports: members of a bond, or one that stands alone. */
function ports(cables: readonly ServerCable[], shown: Shown, mode: PortMode): EthernetInterface[] {
  return cables.map(({ nic, toLeaf }) => ({ kind: 'ethernet', ...shown, port: nic, peer: toLeaf, mode }));
}

function protocolOf({ bond: kind, lacpRate }: ServerGroup, cables: readonly ServerCable[]): LagProtocol {
  if (kind === 'lacp') return { type: 'lacp', rate: lacpRate, active: true };
  return kind === 'balance-xor' ? { type: 'static' } : { type: 'active-backup', primary: cables[0]!.nic };
}

function bond(server: ServerPlan, cables: readonly ServerCable[], shown: Shown, mode: RoutedMode): LagInterface {
  const { group } = server.node;
  return {
    kind: 'lag',
    id: bondId,
    name: bondName,
    ...shown,
    protocol: protocolOf(group, cables),
    members: cables.map((cable) => cable.nic),
    minLinks: 1,
    hash: 'layer3+4',
    miimon: 100,
    mode,
  };
}

function interfacesOf(plan: Plan, server: ServerPlan): Interface[] {
  const { node } = server;
  const cables = cablesOf(plan.fabric, node);
  const first = cables[0];
  if (!first || node.networks.length === 0) return [];
  const subnets = plan.subnets.get(node.rack.name) ?? [];
  const mtu = serverMtu(node);
  const untagged = modeIn(server, node.untagged, subnets);
  // What is untagged has its own MTU, though the port below carries larger frames of tagged networks.
  const own = { mtu: node.untagged?.mtu ?? mtu, description: node.untagged?.name ?? '' };
  const bonded = node.group.bond !== 'none';
  const parent: SubInterface['parent'] = bonded ? { lag: bondId } : { port: first.nic };
  const tagged = node.networks.filter((network) => network !== node.untagged);
  return [
    ...(bonded
      ? ports(cables, { mtu, description: '' }, { type: 'member', lag: bondId })
      : ports([first], own, untagged)),
    ...(bonded ? [bond(server, cables, own, untagged)] : []),
    ...tagged.map((network): SubInterface => ({
      kind: 'sub',
      parent,
      vlan: network.vlan,
      description: network.name,
      mtu: network.mtu,
      mode: modeIn(server, network, subnets),
    })),
  ];
}

/** The servers' side: bond, VLANs, addresses, and routes that keep each network's traffic on it. */
export const serverNics: Layer = {
  name: 'server-nics',
  apply(plan, drafts) {
    for (const [name, server] of plan.servers) drafts.servers.get(name)?.interfaces.push(...interfacesOf(plan, server));
  },
};
