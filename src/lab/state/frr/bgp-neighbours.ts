import type { NeighbourFamily, NeighbourState } from '../bgp-state.ts';
import { inVrf } from '../router-state.ts';
import { type RouterAnswers, jsonOf } from './ask-router.ts';

interface Family {
  readonly routeReflectorClient?: boolean;
  readonly routerAlwaysNextHop?: boolean;
  readonly addpathTxAllPaths?: boolean;
  readonly defaultSent?: boolean;
  readonly defaultNotSent?: boolean;
  readonly allowAsInCount?: number;
  readonly prefixAllowedMax?: number;
  readonly routeMapForIncomingAdvertisements?: string;
  readonly routeMapForOutgoingAdvertisements?: string;
}

interface Neighbour {
  readonly remoteAs?: number;
  readonly bgpState?: string;
  readonly bgpTimerConfiguredHoldTimeMsecs?: number;
  readonly bgpTimerConfiguredKeepAliveIntervalMsecs?: number;
  /** Present where BFD watches the session. */
  readonly peerBfdInfo?: object;
  readonly addressFamilyInfo?: Readonly<Record<string, Family>>;
  readonly neighborCapabilities?: {
    readonly multiprotocolExtensions?: Readonly<Record<string, { readonly advertisedAndReceived?: boolean }>>;
  };
}

const families = [
  ['ipv4', 'ipv4Unicast'],
  ['ipv6', 'ipv6Unicast'],
] as const;

function familyOf(one: Family): NeighbourFamily {
  return {
    reflectorClient: one.routeReflectorClient ?? false,
    nextHopSelf: one.routerAlwaysNextHop ?? false,
    allPaths: one.addpathTxAllPaths ?? false,
    defaultOriginate: (one.defaultSent ?? one.defaultNotSent) !== undefined,
    allowOwnAs: one.allowAsInCount ?? 0,
    maximumPrefixes: one.prefixAllowedMax ?? 0,
    importPolicy: one.routeMapForIncomingAdvertisements ?? '',
    exportPolicy: one.routeMapForOutgoingAdvertisements ?? '',
  };
}

/** Every BGP neighbour, by name as `inVrf` gives it. */
function neighboursOf(answers: RouterAnswers): [string, Neighbour][] {
  const instances = jsonOf(answers, 'show bgp vrf all neighbors json') as Record<string, Record<string, unknown>>;
  return Object.entries(instances ?? {}).flatMap(([vrf, own]) =>
    Object.entries(own).flatMap(([peer, one]): [string, Neighbour][] =>
      typeof one === 'object' && one !== null && 'remoteAs' in one ? [[inVrf(peer, vrf), one as Neighbour]] : [],
    ),
  );
}

/** Settings of every session. */
export function neighbourStates(answers: RouterAnswers): Map<string, NeighbourState> {
  return new Map(
    neighboursOf(answers).map(([peer, one]) => [
      peer,
      {
        remoteAs: one.remoteAs ?? 0,
        keepalive: (one.bgpTimerConfiguredKeepAliveIntervalMsecs ?? 0) / 1000,
        hold: (one.bgpTimerConfiguredHoldTimeMsecs ?? 0) / 1000,
        bfd: one.peerBfdInfo !== undefined,
        families: new Map(
          families.flatMap(([name, key]) => {
            const family = one.addressFamilyInfo?.[key];
            return family ? [[name, familyOf(family)] as const] : [];
          }),
        ),
      },
    ]),
  );
}

/** State of each session by `<peer> <family>`: `up` where both ends carry the family. */
export function sessionStates(answers: RouterAnswers): Map<string, string> {
  return new Map(
    neighboursOf(answers).flatMap(([peer, { bgpState = '', neighborCapabilities, addressFamilyInfo }]) => {
      const agreed = neighborCapabilities?.multiprotocolExtensions ?? {};
      const isUp = (key: string): boolean => bgpState === 'Established' && agreed[key]?.advertisedAndReceived === true;
      return families
        .filter(([, key]) => isUp(key) || addressFamilyInfo?.[key] !== undefined)
        .map(([name, key]) => [`${peer} ${name}`, isUp(key) ? 'up' : bgpState] as const);
    }),
  );
}
