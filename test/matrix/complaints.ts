import type { Compilation } from '../../src/pipeline/compilation.ts';
import { familyOf, hostOf, isInSubnet } from './subnets.ts';
import { type RenderedFabric, readFabric } from './rendered-fabric.ts';
import { serverComplaints } from './server-ends.ts';
import { sessionComplaints } from './session-ends.ts';
import { pairComplaints, switchComplaints } from './switch-ends.ts';

/** In what any two ends in a fabric do not agree, by the cable or session. */
export function complaintsIn(fabric: RenderedFabric): string[] {
  const { switches, servers } = fabric;
  const ofCables = fabric.cables.flatMap((cable) => {
    // An upstream's configuration is not heddle's.
    if (!switches.has(cable.z.device)) return [];
    const found = servers.has(cable.a.device) ? serverComplaints(fabric, cable) : switchComplaints(fabric, cable);
    return found.map((complaint) => `${cable.name}: ${complaint}`);
  });
  return [...ofCables, ...pairComplaints(fabric), ...sessionComplaints(fabric).complaints];
}

/** Cables with an end that has not been read, other than those of upstreams. */
function unread({ switches, servers, cables }: RenderedFabric, upstreams: ReadonlySet<string>): string[] {
  const isKnown = (name: string): boolean => switches.has(name) || servers.has(name) || upstreams.has(name);
  return cables.filter(({ a, z }) => !isKnown(a.device) || !isKnown(z.device)).map(({ name }) => name);
}

/** In what the rendered files of a topology do not agree with each other, or with the upstreams that it names. */
export function complaintsAbout(compilation: Compilation): string[] {
  const fabric = readFabric(compilation);
  const { upstreams = [] } = compilation.topology?.data ?? {};
  const own = upstreams.flatMap(({ addresses }) => addresses);
  const { outside, sessions } = sessionComplaints(fabric);
  const isUpstream = (ip: string): boolean =>
    own.some((address) => familyOf(address) === familyOf(ip) && isInSubnet(address, ip) && hostOf(address) !== ip);
  return [
    ...complaintsIn(fabric),
    ...outside.filter((ip) => !isUpstream(ip)).map((ip) => `session with ${ip}, which nobody has`),
    ...unread(fabric, new Set(upstreams.map(({ name }) => name))).map((name) => `${name}: an end that is not read`),
    ...(sessions > 0 || [...fabric.switches.values()].every(({ reading }) => !reading.bgp) ? [] : ['no sessions']),
  ];
}
