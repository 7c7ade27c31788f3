import type { Finding } from './finding.ts';
import type { InterfaceState, OspfState, RouterState } from './router-state.ts';

type States = ReadonlyMap<string, RouterState>;

const none = 'none';

/** What both ends of a link must agree on, each with its name. */
function ospfTexts({ area, network, passive, hello, dead }: OspfState): string[] {
  const active = [`a ${network} network`, `hello ${hello} s`, `dead ${dead} s`];
  return [`area ${area}`, ...(passive ? ['passive'] : active)];
}

const addressText = (addresses: readonly string[]): string => addresses.join(' ') || 'no address';

const without = (some: readonly string[], others: readonly string[]): string =>
  some.filter((text) => !others.includes(text)).join(', ');

/** Where OSPF differs: what was predicted, and what was seen; twice the same where it does not. */
function ospfDifference(own: OspfState, seen: OspfState | undefined): [string, string] {
  const predicted = ospfTexts(own);
  if (!seen) return [predicted.join(', '), 'no OSPF'];
  const found = ospfTexts(seen);
  return [without(predicted, found), without(found, predicted)];
}

function interfaceFindings(device: string, subject: string, own: InterfaceState, seen?: InterfaceState): Finding[] {
  const finding = (check: 'interface' | 'ospf', predicted: string, found: string): Finding[] =>
    predicted === found ? [] : [{ check, device, subject, predicted, found }];
  if (!seen) return finding('interface', 'an interface', none);
  return [
    ...finding('interface', own.up ? 'up' : 'down', seen.up ? 'up' : 'down'),
    // The kernel's own loopback has no planned MTU.
    ...(subject === 'lo' ? [] : finding('interface', `MTU ${own.mtu}`, `MTU ${seen.mtu}`)),
    ...finding('interface', addressText(own.addresses), addressText(seen.addresses)),
    ...(own.ospf ? finding('ospf', ...ospfDifference(own.ospf, seen.ospf)) : []),
  ];
}

function setFindings(
  check: 'adjacency' | 'session',
  device: string,
  predicted: ReadonlySet<string>,
  seen: ReadonlySet<string>,
): Finding[] {
  return [
    ...[...predicted]
      .filter((one) => !seen.has(one))
      .map((subject): Finding => ({ check, device, subject, predicted: 'up', found: 'not up' })),
    ...[...seen]
      .filter((one) => !predicted.has(one))
      .map((subject): Finding => ({ check, device, subject, predicted: none, found: 'up' })),
  ];
}

const hopsText = (hops: readonly string[] | undefined): string =>
  hops === undefined ? none : hops.length === 0 ? 'discard' : hops.join(', ');

function routeFindings(device: string, predicted: RouterState['routes'], seen: RouterState['routes']): Finding[] {
  const prefixes = new Set([...predicted.keys(), ...seen.keys()]);
  return [...prefixes].toSorted().flatMap((subject): Finding[] => {
    const [own, found] = [hopsText(predicted.get(subject)), hopsText(seen.get(subject))];
    return own === found ? [] : [{ check: 'route', device, subject, predicted: own, found }];
  });
}

/** Where routers differ from their prediction: interfaces first, then what follows from them. */
export function compareStates(predicted: States, seen: States): Finding[] {
  const pairs = [...predicted].flatMap(([name, own]) => {
    const found = seen.get(name);
    return found ? [{ name, own, found }] : [];
  });
  return [
    ...pairs.flatMap(({ name, own, found }) =>
      [...own.interfaces].flatMap(([subject, one]) =>
        interfaceFindings(name, subject, one, found.interfaces.get(subject)),
      ),
    ),
    ...pairs.flatMap(({ name, own, found }) => setFindings('adjacency', name, own.adjacencies, found.adjacencies)),
    ...pairs.flatMap(({ name, own, found }) => setFindings('session', name, own.sessions, found.sessions)),
    ...pairs.flatMap(({ name, own, found }) => routeFindings(name, own.routes, found.routes)),
  ];
}
