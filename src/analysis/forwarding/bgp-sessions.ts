import type { BgpGroup, BgpInstance, BgpNeighbor } from '../../device/device.ts';
import { type Family, type Ip, type Prefix, contains, formatIp, sameIp } from '../../ip/index.ts';
import { portKey } from './interface-key.ts';
import type { Neighbourhood } from './neighbours.ts';
import type { OspfTable } from './ospf.ts';
import { subnetOf } from './routes.ts';
import type { RoutedInterface, Router } from './routers.ts';

/** A router outside the fabric that a lab, or a test, puts at an upstream's place. */
export interface ExternalRouter {
  readonly address: Ip;
  readonly asn: number;
  readonly announces: readonly Prefix[];
}

/** One end of a session that is up. */
export interface SessionEnd {
  readonly router: Router;
  /** Absent: the default table. */
  readonly vrf: string | undefined;
  readonly group: BgpGroup;
  readonly neighbor: BgpNeighbor;
  /** Interface that the far end is on; absent for sessions between loopbacks. */
  readonly at: RoutedInterface | undefined;
  /** Address of the far end; absent where it is a link-local one. */
  readonly far: Ip | undefined;
  /** Own address as the far end sees it. */
  readonly own: Ip | undefined;
}

/** A session that is up, by its two ends; or by one, to a router outside. */
export interface Session {
  readonly ends: readonly [SessionEnd, SessionEnd] | readonly [SessionEnd];
  readonly external?: ExternalRouter;
  /** Families that both ends carry. */
  readonly families: readonly Family[];
}

interface Candidate extends SessionEnd {
  readonly remoteAs: number;
}

/** Name that a table has: `leaf1`, `leaf1|storage`. */
export function tableName(router: string, vrf: string | undefined): string {
  return vrf === undefined ? router : `${router}|${vrf}`;
}

function instancesOf(router: Router): { readonly vrf: string | undefined; readonly instance: BgpInstance }[] {
  const { bgp } = router;
  if (!bgp) return [];
  return [{ vrf: undefined, instance: bgp }, ...bgp.vrfs.map((one) => ({ vrf: one.vrf, instance: one }))];
}

/** Finds which of the sessions that the devices ask for come up. */
export class SessionFinder {
  readonly #routers: ReadonlyMap<string, Router>;
  readonly #neighbourhood: Neighbourhood;
  readonly #ospf: (router: string, family: Family) => OspfTable | undefined;

  constructor(
    routers: ReadonlyMap<string, Router>,
    neighbourhood: Neighbourhood,
    ospf: (router: string, family: Family) => OspfTable | undefined,
  ) {
    this.#routers = routers;
    this.#neighbourhood = neighbourhood;
    this.#ospf = ospf;
  }

  /** Sessions that come up; each once. */
  find(externals: readonly ExternalRouter[] = []): Session[] {
    const sessions: Session[] = [];
    for (const router of this.#routers.values()) {
      for (const { vrf, instance } of instancesOf(router)) {
        for (const neighbor of instance.neighbors) {
          const end = this.#endOf(router, vrf, neighbor);
          const session = end && this.#pair(end, externals);
          if (session) sessions.push(session);
        }
      }
    }
    return sessions;
  }

  /** One end, where the neighbour can be reached. */
  #endOf(router: Router, vrf: string | undefined, neighbor: BgpNeighbor): Candidate | undefined {
    const group = router.bgp?.groups.find(({ name }) => name === neighbor.group);
    if (!group) return undefined;
    const remoteAs = neighbor.remoteAs ?? group.remoteAs ?? 0;
    const base = { router, vrf, group, neighbor, remoteAs };
    const { peer } = neighbor;
    if (peer.type === 'port') {
      const key = peer.vlan === undefined ? portKey(peer.port) : `${portKey(peer.port)}.${peer.vlan}`;
      const at = router.interfaces.get(key);
      return at ? { ...base, at, far: undefined, own: undefined } : undefined;
    }
    const { ip } = peer;
    if (group.updateSourceLoopback) {
      const own = router.interfaces.get('lo')?.addresses.find((one) => one.ip.family === ip.family)?.ip;
      const reached = this.#ospf(router.name, ip.family)?.has(`${formatIp(ip)}/${ip.family === 4 ? 32 : 128}`);
      return own && reached ? { ...base, at: undefined, far: ip, own } : undefined;
    }
    for (const at of router.interfaces.values()) {
      if (at.vrf !== vrf) continue;
      const own = at.addresses.find(
        (one) => one.ip.family === ip.family && contains(subnetOf(one), ip) && !sameIp(one.ip, ip),
      )?.ip;
      if (own) return { ...base, at, far: ip, own };
    }
    return undefined;
  }

  #pair(end: Candidate, externals: readonly ExternalRouter[]): Session | undefined {
    if (end.at && this.#neighbourhood.isSilent({ router: end.router, at: end.at })) return undefined;
    const other = this.#otherEnd(end);
    if (!other) {
      const external = externals.find(({ address }) => end.far && sameIp(address, end.far));
      if (!external || external.asn !== end.remoteAs) return undefined;
      return { ends: [end], external, families: end.group.families.map(({ family }) => family) };
    }
    // Found from both ends: the first in order makes it.
    const [own, far] = [tableOf(end), tableOf(other)];
    const first = own < far || (own === far && nameOf(end) < nameOf(other));
    const agreed = end.remoteAs === other.router.bgp?.asn && other.remoteAs === end.router.bgp?.asn;
    if (!first || !agreed) return undefined;
    const theirs = new Set(other.group.families.map(({ family }) => family));
    const families = end.group.families.map(({ family }) => family).filter((family) => theirs.has(family));
    return { ends: [end, other], families };
  }

  /** The neighbour's own idea of the session. */
  #otherEnd(end: Candidate): Candidate | undefined {
    if (end.neighbor.peer.type === 'port') {
      const [far] = this.#neighbourhood.across({ router: end.router, at: end.at! });
      if (!far) return undefined;
      return this.#ends(far.router, end.vrf).find((other) => other.at?.key === far.at.key && !other.far);
    }
    const owner = this.#neighbourhood.ownerOf(end.neighbor.peer.ip, end.vrf);
    if (!owner) return undefined;
    return this.#ends(owner.router, end.vrf).find((other) => other.far && end.own && sameIp(other.far, end.own));
  }

  #ends(router: Router, vrf: string | undefined): Candidate[] {
    const instance = instancesOf(router).find((one) => one.vrf === vrf)?.instance;
    return (instance?.neighbors ?? []).flatMap((neighbor) => this.#endOf(router, vrf, neighbor) ?? []);
  }
}

const tableOf = ({ router, vrf }: SessionEnd): string => tableName(router.name, vrf);

function nameOf({ far, at }: SessionEnd): string {
  return far ? formatIp(far) : (at?.key ?? '');
}
