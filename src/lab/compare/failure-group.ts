import type { Device } from '../../device/device.ts';
import { type Scenario, type ScenarioKind, scenarioKinds } from '../fail/scenario.ts';

/**
 * Where in a fabric something breaks. uplink: between a leaf and what is above it. pair: between two switches of one
 * tier, such as the peer link of MLAG. server: a cable to a server. outside: an upstream. leaf and core: a whole switch,
 * of racks or above.
 */
export const places = ['uplink', 'pair', 'server', 'outside', 'leaf', 'core'] as const;

export type Place = (typeof places)[number];

/** Failures that mean the same in any design: of one kind, at one place. */
export interface FailureGroup {
  readonly kind: ScenarioKind;
  readonly place: Place;
}

const kindTitles: Readonly<Record<ScenarioKind, string>> = {
  link: 'port shut',
  silent: 'silent, carrier stays',
  power: 'no power',
  hang: 'hangs, carrier stays',
  daemons: 'daemons killed',
  nic: 'port shut',
  'peer-link': 'all its cables cut',
  upstream: 'lost',
};

const placeTitles: Readonly<Record<Place, string>> = {
  uplink: 'link leaf - core',
  pair: 'link within a pair',
  server: 'NIC of a server',
  outside: 'upstream',
  leaf: 'leaf',
  core: 'core',
};

/** `leaf: no power` */
export const groupTitle = ({ kind, place }: FailureGroup): string => `${placeTitles[place]}: ${kindTitles[kind]}`;

/** All groups there can be, kinds in their order and places within. */
export const failureGroups: readonly FailureGroup[] = scenarioKinds.flatMap((kind) =>
  places.map((place) => ({ kind, place })),
);

/** Where a scenario happens. */
export function placeOf({ kind, devices }: Pick<Scenario, 'kind' | 'devices'>, running: readonly Device[]): Place {
  if (kind === 'nic') return 'server';
  if (kind === 'upstream') return 'outside';
  if (kind === 'peer-link') return 'pair';
  const roles = running.filter(({ name }) => devices.includes(name)).map(({ role }) => role);
  const leafs = roles.filter((role) => role === 'leaf').length;
  if (devices.length === 1) return leafs === 1 ? 'leaf' : 'core';
  return new Set(roles).size === 1 ? 'pair' : 'uplink';
}

/**
 * Some scenarios of each group, spread over it; all where it has no more.
 * @param most of each group.
 */
export function sampleScenarios(scenarios: readonly Scenario[], running: readonly Device[], most: number): Scenario[] {
  return failureGroups.flatMap((group) => {
    const own = scenarios.filter((one) => one.kind === group.kind && placeOf(one, running) === group.place);
    if (own.length <= most) return own;
    return Array.from({ length: most }, (_, index) => own[Math.floor((index * own.length) / most)] ?? []).flat();
  });
}
