import type { NeighbourState, ProcessState } from './bgp-state.ts';
import type { Finding } from './finding.ts';
import type { InterfaceState, OspfState, RouterState } from './router-state.ts';
import { neighbourTexts, ospfTexts } from './settings-texts.ts';

const none = 'none';

const addressText = (addresses: readonly string[]): string => addresses.join(' ') || 'no address';

const without = (some: readonly string[], others: readonly string[]): string =>
  some.filter((text) => !others.includes(text)).join(', ');

/** What differs between two lists of settings, on each side. */
const difference = (own: readonly string[], seen: readonly string[]): [string, string] => [
  without(own, seen),
  without(seen, own),
];

/** Where OSPF differs; twice the same where it does not. */
function ospfDifference(version: string, own: OspfState | undefined, seen: OspfState | undefined): [string, string] {
  const name = (text: string): string => (text === '' ? '' : `${version}${version && ' '}${text}`);
  const running = `${version || 'OSPF'}`;
  if (!own) return seen ? [`no ${running}`, name(ospfTexts(seen).join(', '))] : ['', ''];
  if (!seen) return [name(ospfTexts(own).join(', ')), `no ${running}`];
  const { cost, ...rest } = seen;
  const [predicted, found] = difference(
    ospfTexts(own),
    ospfTexts(own.cost === undefined || cost === undefined ? rest : seen),
  );
  return [name(predicted), name(found)];
}

function interfaceFindings(device: string, subject: string, own: InterfaceState, seen?: InterfaceState): Finding[] {
  const finding = (check: 'interface' | 'ospf', predicted: string, found: string): Finding[] =>
    predicted === found ? [] : [{ check, device, subject, predicted, found }];
  if (!seen) return finding('interface', 'an interface', none);
  return [
    ...finding('interface', own.link, seen.link),
    // The kernel's own loopback has no planned MTU.
    ...(subject === 'lo' ? [] : finding('interface', `MTU ${own.mtu}`, `MTU ${seen.mtu}`)),
    ...finding('interface', addressText(own.addresses), addressText(seen.addresses)),
    ...finding('ospf', ...ospfDifference('', own.ospf, seen.ospf)),
    ...finding('ospf', ...ospfDifference('OSPFv3', own.ospf3, seen.ospf3)),
  ];
}

function processFindings(device: string, subject: string, own: ProcessState, seen?: ProcessState): Finding[] {
  const base = { check: 'process', device, subject } as const;
  if (!seen) return [{ ...base, predicted: 'configured', found: none }];
  return [...own]
    .map(([name, value]) => ({ name, value, other: seen.get(name) ?? none }))
    .filter(({ value, other }) => value !== other)
    .map(({ name, value, other }) => ({ ...base, predicted: `${name} ${value}`, found: `${name} ${other}` }));
}

function neighbourFindings(
  device: string,
  own: ReadonlyMap<string, NeighbourState>,
  seen: ReadonlyMap<string, NeighbourState>,
): Finding[] {
  return [...new Set([...own.keys(), ...seen.keys()])].flatMap((subject): Finding[] => {
    const base = { check: 'neighbour', device, subject } as const;
    const [planned, running] = [own.get(subject), seen.get(subject)];
    if (!planned) return [{ ...base, predicted: none, found: 'a session' }];
    if (!running) return [{ ...base, predicted: 'a session', found: none }];
    const [predicted, found] = difference(neighbourTexts(planned, running), neighbourTexts(running, planned));
    return predicted === found ? [] : [{ ...base, predicted, found }];
  });
}

const originText = (isThere: boolean): string => (isThere ? 'announced' : 'not announced');

function originFindings(device: string, own: ReadonlySet<string>, seen: ReadonlySet<string>): Finding[] {
  return [...new Set([...own, ...seen])].flatMap((subject): Finding[] => {
    const [predicted, found] = [originText(own.has(subject)), originText(seen.has(subject))];
    return predicted === found ? [] : [{ check: 'origin', device, subject, predicted, found }];
  });
}

/** Where the settings of a router are not as planned. */
export function compareSettings(device: string, own: RouterState, seen: RouterState): Finding[] {
  return [
    ...[...own.interfaces].flatMap(([name, one]) => interfaceFindings(device, name, one, seen.interfaces.get(name))),
    ...[...own.processes].flatMap(([name, one]) => processFindings(device, name, one, seen.processes.get(name))),
    ...neighbourFindings(device, own.neighbours, seen.neighbours),
    ...originFindings(device, own.originated, seen.originated),
  ];
}
