import { portKey } from '../../../analysis/forwarding/interface-key.ts';
import type { Device, SecretRef } from '../../../device/device.ts';
import type { Upstream } from '../../../fabric/fabric.ts';
import { type InterfaceAddress, type Ip, type Prefix, sameIp } from '../../../ip/index.ts';
import type { Plan } from '../../../plan/plan.ts';
import type { CableEnd } from '../cables.ts';
import { linuxName } from '../linux-names.ts';
import { outsideHost, unwantedPrefixes } from './outside-prefixes.ts';

/** One session of an upstream with the fabric, as the upstream has it. */
export interface UpstreamSession {
  /** Its own address on the link, and that of the switch. */
  readonly own: InterfaceAddress;
  readonly peer: Ip;
  /** An address behind it, which servers are to reach. */
  readonly host: Ip;
  /** What the switch is to take from it. */
  readonly wanted: readonly Prefix[];
  /** What it announces although nobody asked for it, and the switch is to refuse. */
  readonly unwanted: readonly Prefix[];
}

/** A router outside the fabric, as a lab puts one at the far end of an upstream's cable. */
export interface LabUpstream {
  /** Of its namespace. */
  readonly name: string;
  readonly plan: Upstream;
  /** AS number of the switch. */
  readonly peerAsn: number;
  readonly password: SecretRef | undefined;
  readonly sessions: readonly UpstreamSession[];
  /** The switch's end of the cable, and its own. */
  readonly cable: readonly [CableEnd, CableEnd];
}

/** What an upstream calls its port to the fabric. */
const ownPort = 'fabric';

/** The name of an upstream, which a device may have too. */
function nameOf({ name }: Upstream, devices: readonly Device[]): string {
  return devices.some((one) => one.name === name) ? `${name}-upstream` : name;
}

function sessionsOf(plan: Plan, upstream: Upstream): UpstreamSession[] {
  return upstream.sessions.map(({ own, peer }) => {
    const wanted = upstream.imports.filter(({ base }) => base.family === peer.family);
    const host = outsideHost(plan, wanted, peer.family);
    return {
      own: { ip: peer, length: own.length },
      peer: own.ip,
      host,
      wanted,
      unwanted: unwantedPrefixes(plan, wanted, host),
    };
  });
}

/** The upstreams of a lab: those whose switch runs. */
export function labUpstreams(plan: Plan, running: readonly Device[]): LabUpstream[] {
  return plan.fabric.upstreams.flatMap((upstream): LabUpstream[] => {
    const device = running.find(({ name }) => name === upstream.end.node);
    if (device?.kind !== 'switch' || !device.bgp) return [];
    const [first] = upstream.sessions;
    const port = device.interfaces.find(
      (one) =>
        one.kind === 'ethernet' &&
        one.mode.type === 'routed' &&
        one.mode.addresses.some(({ ip }) => first && sameIp(ip, first.own.ip)),
    );
    if (port?.kind !== 'ethernet') return [];
    const neighbor = device.bgp.neighbors.find(({ peer }) => peer.type === 'address' && sameIp(peer.ip, first!.peer));
    const group = device.bgp.groups.find((one) => one.name === neighbor?.group);
    const name = nameOf(upstream, running);
    return [
      {
        name,
        plan: upstream,
        peerAsn: device.bgp.asn,
        password: group?.password,
        sessions: sessionsOf(plan, upstream),
        cable: [
          { device: device.name, port: portKey(port.port), link: linuxName(device, port) },
          { device: name, port: ownPort, link: ownPort },
        ],
      },
    ];
  });
}
