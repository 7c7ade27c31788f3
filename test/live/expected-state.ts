import type { BgpFamily, Device, Interface, OspfInterface, SwitchDevice } from '../../src/device/device.ts';
import { formatPrefix } from '../../src/ip/index.ts';
import type { SwitchState } from './switch-observation.ts';

interface Adjacency {
  readonly neighbor: string;
  readonly ospf?: OspfInterface;
  readonly ospf3?: OspfInterface;
}

/** Cables to other switches, with what OSPF does on them. */
function adjacenciesOf({ interfaces }: SwitchDevice): Adjacency[] {
  return interfaces.flatMap((one: Interface) => {
    if (one.kind !== 'ethernet' || one.mode.type !== 'routed' || one.peer?.kind !== 'switch') return [];
    const { ospf, ospf3 } = one.mode;
    return [{ neighbor: one.peer.device, ...(ospf ? { ospf } : {}), ...(ospf3 ? { ospf3 } : {}) }];
  });
}

const familyName = ({ family }: BgpFamily): string => `ipv${family}`;

/** The far device stands in the description of a session, that of an upstream after the word. */
const farDevice = (description: string): string => description.replace(/^upstream /, '');

/** What sessions there are, as `NEIGHBOUR FAMILY`; and whether BFD watches them, by what kind of address. */
function sessionsOf({ bgp }: SwitchDevice): { session: string; bfd?: string }[] {
  return (bgp?.neighbors ?? []).flatMap(({ description, group, peer }) => {
    const { families = [], bfd = false } = bgp?.groups.find(({ name }) => name === group) ?? {};
    const far = farDevice(description);
    const kind = peer.type === 'port' ? 'link-local' : `ipv${peer.ip.family}`;
    return families.map((family) => ({
      session: `${far} ${familyName(family)}`,
      ...(bfd ? { bfd: `${far} ${kind}` } : {}),
    }));
  });
}

const active = (ospf: OspfInterface | undefined): boolean => ospf !== undefined && !ospf.passive;

/**
 * Next hops of a switch to what another one announces: over the cable between them, else over every switch that has a
 * cable to both; only leafs reach each other so, since none of them passes on what it hears.
 */
function nextHops(from: SwitchDevice, to: SwitchDevice): string[] {
  const near = adjacenciesOf(from).map(({ neighbor }) => neighbor);
  if (near.includes(to.name)) return [to.name];
  if (from.role === 'spine') return [];
  const beyond = adjacenciesOf(to).map(({ neighbor }) => neighbor);
  return near.filter((name) => beyond.includes(name)).toSorted();
}

function routesOf(device: SwitchDevice, switches: readonly SwitchDevice[]): SwitchState['routes'] {
  return Object.fromEntries(
    switches
      .filter((other) => other !== device)
      .flatMap((other) => {
        const hops = nextHops(device, other);
        const networks = hops.length > 0 ? (other.bgp?.networks ?? []) : [];
        return networks.map((prefix) => [formatPrefix(prefix), hops]);
      }),
  );
}

/**
 * What every switch of a fabric of leafs and spines shows when all is well, as the device model says it: these sessions
 * and no others, and every prefix that some switch announces over every path there is. Routes from upstreams are not
 * among it.
 */
export function expectedState(devices: readonly Device[]): Record<string, SwitchState> {
  const switches = devices.filter((device) => device.kind === 'switch');
  return Object.fromEntries(
    switches.map((device) => {
      const adjacencies = adjacenciesOf(device);
      const ospf = adjacencies.filter((one) => active(one.ospf));
      const ospf3 = adjacencies.filter((one) => active(one.ospf3));
      const sessions = sessionsOf(device);
      // Sessions of two families between two link-local addresses share one BFD session.
      const bfd = new Set([
        ...sessions.flatMap((one) => one.bfd ?? []),
        ...ospf.filter((one) => one.ospf?.bfd).map(({ neighbor }) => `${neighbor} ipv4`),
        ...ospf3.filter((one) => one.ospf3?.bfd).map(({ neighbor }) => `${neighbor} link-local`),
      ]);
      return [
        device.name,
        {
          ospf: ospf.map(({ neighbor }) => `${neighbor} Full/-`).toSorted(),
          ospf3: ospf3.map(({ neighbor }) => `${neighbor} Full`).toSorted(),
          bgp: sessions.map(({ session }) => `${session} Established`).toSorted(),
          bfd: [...bfd].map((session) => `${session} up`).toSorted(),
          routes: routesOf(device, switches),
        },
      ];
    }),
  );
}
