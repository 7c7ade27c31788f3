import type { SviInterface, SwitchDevice } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { formatIp } from '../../../ip/index.ts';
import { type Job, type Named, isPeerSvi, routedPart } from '../job.ts';
import { type Tree, keys, settings } from '../tree.ts';

interface Relay {
  readonly downstream: string[];
  readonly servers: Set<string>;
}

/** SVIs whose hosts ask for addresses of one family, and whom they are to ask, by VRF. */
function relays({ interfaces }: Job, family: 4 | 6): Map<string, Relay> {
  const found = new Map<string, Relay>();
  for (const { name, one } of interfaces) {
    const servers = one.kind === 'svi' ? relayServers(one, family) : [];
    if (servers.length === 0) continue;
    const vrf = (one as SviInterface).vrf ?? 'default';
    const relay = found.get(vrf) ?? { downstream: [], servers: new Set<string>() };
    relay.downstream.push(name);
    for (const server of servers) relay.servers.add(server);
    found.set(vrf, relay);
  }
  return found;
}

const relayServers = (svi: SviInterface, family: 4 | 6): string[] =>
  svi.dhcpRelay.filter((ip) => ip.family === family).map(formatIp);

/**
 * Where servers' answers come from: the routed interfaces of the VRF that lead to other switches, the path over the
 * peer link among them, which is an SVI that is nobody's gateway.
 */
function leadsOut({ one }: Named, vrf: string, device: SwitchDevice): boolean {
  if (one.kind === 'loopback' || (routedPart(one).vrf ?? 'default') !== vrf) return false;
  if (one.kind === 'svi') return one.gateways.length === 0 && !isPeerSvi(one, device);
  return one.mode.type === 'routed' && (one.kind === 'sub' || one.peer?.kind !== 'server');
}

/** The relay of DHCP for IPv4: one for each VRF, with all its servers. That for IPv6 has other keys in each release. */
export function dhcpRelayPart(job: Job): Tree {
  if (relays(job, 6).size > 0) {
    throw new ExpectedError(`${job.device.name} is to relay DHCP for IPv6, for which heddle has no words of NVUE`);
  }
  const relay = [...relays(job, 4)].map(([vrf, { downstream, servers }]) => {
    const upstream = job.interfaces.filter((named) => leadsOut(named, vrf, job.device)).map(({ name }) => name);
    return [vrf, { interface: keys([...downstream, ...upstream]), server: keys([...servers]) }] as const;
  });
  return settings({ service: settings({ 'dhcp-relay': Object.fromEntries(relay) }) });
}
