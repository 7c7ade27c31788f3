import { compareSettings } from './compare-settings.ts';
import type { Finding } from './finding.ts';
import type { RouterState } from './router-state.ts';

type States = ReadonlyMap<string, RouterState>;
type Texts = ReadonlyMap<string, string>;

const none = 'none';

/** Compares states by name; what is there beside the plan counts only where it is up. */
function stateFindings(
  check: 'adjacency' | 'session',
  device: string,
  own: Texts,
  seen: Texts,
  isUp: string,
): Finding[] {
  return [...new Set([...own.keys(), ...seen.keys()])].flatMap((subject): Finding[] => {
    const [planned, running] = [own.get(subject), seen.get(subject)];
    if (planned === running || (planned === undefined && running !== isUp)) return [];
    return [{ check, device, subject, predicted: planned ?? none, found: running ?? none }];
  });
}

function bfdFindings(device: string, own: Texts, seen: Texts): Finding[] {
  return [...new Set([...own.keys(), ...seen.keys()])].flatMap((subject): Finding[] => {
    const [predicted, found] = [own.get(subject) ?? none, seen.get(subject) ?? none];
    return predicted === found ? [] : [{ check: 'bfd', device, subject, predicted, found }];
  });
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

/** Where routers differ from their prediction: settings first, then what follows from them. */
export function compareStates(predicted: States, seen: States): Finding[] {
  const pairs = [...predicted].flatMap(([name, own]) => {
    const found = seen.get(name);
    return found ? [{ name, own, found }] : [];
  });
  return [
    ...pairs.flatMap(({ name, own, found }) => compareSettings(name, own, found)),
    ...pairs.flatMap(({ name, own, found }) =>
      stateFindings('adjacency', name, own.adjacencies, found.adjacencies, 'Full'),
    ),
    ...pairs.flatMap(({ name, own, found }) => stateFindings('session', name, own.sessions, found.sessions, 'up')),
    ...pairs.flatMap(({ name, own, found }) => bfdFindings(name, own.bfd, found.bfd)),
    ...pairs.flatMap(({ name, own, found }) => routeFindings(name, own.routes, found.routes)),
  ];
}
