import type { ProcessState } from '../bgp-state.ts';
import type { OspfState } from '../router-state.ts';
import { type RouterAnswers, jsonOf } from './ask-router.ts';
import { type ConfigBlocks, settingIn } from './running-config.ts';

interface Interface2 {
  readonly area?: string;
  readonly networkType?: string;
  readonly cost?: number;
  readonly timerMsecs?: number;
  readonly timerDeadSecs?: number;
  readonly timerRetransmitSecs?: number;
  readonly timerPassiveIface?: boolean;
  readonly peerBfdInfo?: object;
  readonly authentication?: string;
}

/** OSPF version 2 by interface. */
export function ospfInterfaces(answers: RouterAnswers): Map<string, OspfState> {
  const answer = jsonOf(answers, 'show ip ospf interface json') as { interfaces?: Record<string, Interface2> };
  return new Map(
    Object.entries(answer?.interfaces ?? {}).flatMap(([name, one]): [string, OspfState][] => {
      if (one.area === undefined) return [];
      const state: OspfState = {
        area: one.area.split(' ')[0] ?? '',
        network: one.networkType === 'POINTOPOINT' ? 'point-to-point' : 'broadcast',
        passive: one.timerPassiveIface ?? false,
        hello: (one.timerMsecs ?? 0) / 1000,
        dead: one.timerDeadSecs ?? 0,
        retransmit: one.timerRetransmitSecs ?? 0,
        cost: one.cost ?? 0,
        bfd: one.peerBfdInfo !== undefined,
        authenticated: one.authentication === 'authenticationMessageDigest',
      };
      return [[name, state]];
    }),
  );
}

interface Interface3 {
  readonly attachedToArea?: boolean;
  readonly areaId?: string;
  readonly type?: string;
  readonly operatingAsType?: string;
  readonly cost?: number;
  readonly timerIntervalsConfigHello?: number;
  readonly timerIntervalsConfigDead?: number;
  readonly timerIntervalsConfigRetransmit?: number;
  readonly peerBfdInfo?: object;
  readonly authInfo?: { readonly authType?: string };
}

/** OSPF version 3 by interface; its JSON does not say which are passive. */
export function ospf3Interfaces(answers: RouterAnswers, config: ConfigBlocks): Map<string, OspfState> {
  const answer = (jsonOf(answers, 'show ipv6 ospf6 interface json') ?? {}) as Record<string, Interface3>;
  return new Map(
    Object.entries(answer).flatMap(([name, one]): [string, OspfState][] => {
      if (!one.attachedToArea || one.areaId === undefined) return [];
      const state: OspfState = {
        area: one.areaId,
        network: (one.operatingAsType ?? one.type) === 'POINTOPOINT' ? 'point-to-point' : 'broadcast',
        passive: settingIn(config, `interface ${name}`, 'ipv6 ospf6 passive') !== undefined,
        hello: one.timerIntervalsConfigHello ?? 0,
        dead: one.timerIntervalsConfigDead ?? 0,
        retransmit: one.timerIntervalsConfigRetransmit ?? 0,
        cost: one.cost ?? 0,
        bfd: one.peerBfdInfo !== undefined,
        authenticated: (one.authInfo?.authType ?? 'NULL') !== 'NULL',
      };
      return [[name, state]];
    }),
  );
}

interface Process {
  readonly routerId?: string;
  readonly maximumPaths?: number;
  /** Version 2 only. */
  readonly postStartEnabledSecs?: number;
}

/** Settings of an OSPF process as a whole, in words. */
export function ospfProcess({ routerId = '', maximumPaths = 0, postStartEnabledSecs = 0 }: Process): ProcessState {
  return new Map([
    ['router id', routerId],
    ['equal next hops', `at most ${maximumPaths}`],
    ['left out of paths after a start', `for ${postStartEnabledSecs} s`],
  ]);
}

/** Both OSPF processes by name, where they run. */
export function ospfProcesses(answers: RouterAnswers): [string, ProcessState][] {
  const versions = [
    ['OSPF', 'show ip ospf json'],
    ['OSPFv3', 'show ipv6 ospf6 json'],
  ] as const;
  return versions.flatMap(([name, command]): [string, ProcessState][] => {
    const answer = jsonOf(answers, command) as Process | undefined;
    return answer?.routerId === undefined ? [] : [[name, ospfProcess(answer)]];
  });
}

interface Neighbour {
  readonly nbrState?: string;
  readonly state?: string;
  readonly ifaceName?: string;
  readonly interfaceName?: string;
}

/** State of each adjacency of both versions, by `<version> <interface>`: `Full`, or how far it has come. */
export function adjacencyStates(answers: RouterAnswers): Map<string, string> {
  const two = jsonOf(answers, 'show ip ospf neighbor json') as { neighbors?: Record<string, readonly Neighbour[]> };
  const three = jsonOf(answers, 'show ipv6 ospf6 neighbor json') as { neighbors?: readonly Neighbour[] };
  const stateOf = ({ nbrState, state }: Neighbour): string => (nbrState ?? state ?? '').split('/')[0] ?? '';
  return new Map([
    ...Object.values(two?.neighbors ?? {})
      .flat()
      .map((one) => [`v2 ${one.ifaceName?.split(':')[0] ?? ''}`, stateOf(one)] as const),
    ...(three?.neighbors ?? []).map((one) => [`v3 ${one.interfaceName ?? ''}`, stateOf(one)] as const),
  ]);
}
