import type { Mlag, SwitchDevice } from '../../device/device.ts';
import type { SwitchNode } from '../../fabric/fabric.ts';
import type { Ip } from '../../ip/index.ts';
import type { MlagDomain, Plan } from '../../plan/plan.ts';
import type { Draft } from '../draft.ts';
import type { Layer } from '../design.ts';

/** 169.254.1.0/31, in every pair: its VLAN is on nothing but the peer link, and the address need not be told apart. */
const peerBase = 0xa9fe0100n;
const peerLength = 31;

function peerAddress(index: 0 | 1): Ip {
  return { family: 4, value: peerBase + BigInt(index) };
}

/** Of the first of a pair, which is primary, and of the second. */
const priorities = [100, 200] as const;

/** Seconds for which a started switch keeps its ports down: what Arista's own validated designs have. */
const reloadDelay = { mlagPorts: 300, otherPorts: 330 } as const;

/** LACP system id of a domain: locally administered (IEEE 802), so that no switch was made with it. */
function systemMac(serial: number): string {
  const bytes = [Math.floor(serial / 256), serial % 256].map((byte) => byte.toString(16).padStart(2, '0'));
  return `02:00:5e:01:${bytes.join(':')}`;
}

function keepaliveOf(plan: Plan, node: SwitchNode, other: SwitchNode, vrf: string): Pick<Mlag, 'keepalive'> {
  const [local, remote] = [plan.switches.get(node.name)?.oob, plan.switches.get(other.name)?.oob];
  return local && remote ? { keepalive: { local: local.ip, remote: remote.ip, vrf } } : {};
}

function addPeer(
  plan: Plan,
  { id, serial }: MlagDomain,
  vlan: number,
  [node, other]: readonly [SwitchNode, SwitchNode],
  index: 0 | 1,
  draft: Draft<SwitchDevice>,
): void {
  const peerLink = plan.lags.get(`${node.name}/${other.name}`);
  if (peerLink === undefined) return;
  const lag = draft.interfaces.find((one) => one.kind === 'lag' && one.id === peerLink);
  const [local, remote] = [peerAddress(index), peerAddress(index === 0 ? 1 : 0)];
  draft.vlans.push({ id: vlan, name: 'mlag-peer' });
  draft.interfaces.push({
    kind: 'svi',
    vlan,
    description: `MLAG peer ${other.name}`,
    mtu: Math.min(node.mtu, lag?.mtu ?? node.mtu),
    addresses: [{ ip: local, length: peerLength }],
    gateways: [],
    dhcpRelay: [],
  });
  draft.mlag = {
    domain: id,
    peer: other.name,
    peerLink,
    vlan,
    local,
    remote,
    ...keepaliveOf(plan, node, other, draft.management.vrf),
    priority: priorities[index],
    systemMac: systemMac(serial),
    reloadDelay,
  };
}

/** MLAG pairs: what the two switches need to be one to others. Their peer link is there already. */
export const mlagPeers: Layer = {
  name: 'mlag-peers',
  apply(plan, drafts) {
    const vlan = plan.mlagVlan;
    if (vlan === undefined) return;
    for (const domain of plan.mlagDomains) {
      const { first, second } = domain;
      const [one, two] = [drafts.switches.get(first.name), drafts.switches.get(second.name)];
      if (one) addPeer(plan, domain, vlan, [first, second], 0, one);
      if (two) addPeer(plan, domain, vlan, [second, first], 1, two);
    }
  },
};
