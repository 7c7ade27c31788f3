import { counted } from '../../diagnostics/counted.ts';
import type { PathCheck } from './claim.ts';
import type { Move } from './move.ts';

/** Names that a title lists before it counts. */
const mostNamed = 3;

/** `spine5`, `a, b and c`, `z2r1-leaf1 and 3 more`. */
export function listed(names: readonly string[]): string {
  if (names.length <= 1) return names.join('');
  if (names.length > mostNamed) return `${names[0]} and ${names.length - 1} more`;
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** What is to be known of the devices of a move, to put it into words. */
export interface Facts {
  readonly move: Move;
  /** Switches can be drained: routing protocols tell neighbours to go elsewhere. */
  readonly drainable: boolean;
  /** Sessions of the devices that start anew, as what they have agreed on changes. */
  readonly resets: number;
  /** They leave for good. */
  readonly leaving: boolean;
  /** They are new. */
  readonly fresh: boolean;
  /** Leafs among them, by the name of the leaf that their servers can move to; none where it is the only one. */
  readonly partners: ReadonlyMap<string, string | undefined>;
  /** Server cables of the devices. */
  readonly serverCables: number;
}

export function titleOf({ move: { kind, devices, cables }, drainable, leaving }: Facts): string {
  const who = listed(devices);
  const howMany = counted(cables.length, 'cable');
  switch (kind) {
    case 'prepare':
      return drainable ? `Prepare ${who}, out of service` : `Prepare ${who}`;
    case 'cable':
      return `Cable ${who}: ${howMany}`;
    case 'drain':
      return leaving ? `Drain ${who}, to take out` : `Drain ${who}`;
    case 'configure':
      return `Configure ${who}`;
    case 'verify':
      return devices.length === 0 ? 'Verify the fabric' : `Verify ${who}`;
    case 'undrain':
      return `Take ${who} into service`;
    case 'uncable':
      return `Unplug ${who}: ${howMany}`;
    case 'remove':
      return `Take ${who} away`;
  }
}

const folderOf = (devices: readonly string[]): string =>
  devices.length === 1 ? `switches/${devices[0]}/` : 'switches/<name>/';
const it = (devices: readonly string[], one: string, several: string): string => (devices.length === 1 ? one : several);

function drainActions({ move: { devices }, leaving, partners, serverCables }: Facts): string[] {
  const servers = [...partners].map(([leaf, partner]) =>
    partner === undefined
      ? `${leaf} is the only leaf of its rack: traffic of its servers goes on over it, and stops when it goes down. Move their load away first.`
      : `Servers that are active on ${leaf} go on sending through it. Before it goes down, shut its ${serverCables > 0 ? counted(serverCables, 'server port') : 'server ports'}: their bonds move to ${partner}.`,
  );
  const stays = `Load ${folderOf(devices)} of the build, which has these lines, so that ${it(devices, 'it is', 'they are')} still drained after a restart.`;
  return [
    'Enter the lines. Sessions and adjacencies stay up; neighbours choose other paths.',
    ...(leaving ? [] : [stays]),
    ...servers,
  ];
}

/** What the operator does, in sentences. */
export function actionsOf(facts: Facts): string[] {
  const { kind, devices, cables } = facts.move;
  switch (kind) {
    case 'prepare':
      return [
        `Mount and power ${listed(devices)}; plug in the management ${it(devices, 'port', 'ports')}, and nothing else.`,
        facts.drainable
          ? `Copy ${folderOf(devices)} of the build over, load it, then enter the lines that drain: ${it(devices, 'it carries', 'they carry')} nothing until ${it(devices, 'it is', 'they are')} taken into service.`
          : `Copy ${folderOf(devices)} of the build over and load it: ${it(devices, 'it carries', 'they carry')} nothing until ${it(devices, 'its', 'their')} cables are plugged in and the switches above are configured.`,
        ...(facts.serverCables > 0
          ? [
              `Plug in ${it(devices, 'its', 'their')} ${counted(facts.serverCables, 'server cable')}, as in cabling/cables.csv.`,
            ]
          : []),
      ];
    case 'cable':
      return ['Plug in the cables as listed. They carry nothing before both ends are configured.'];
    case 'drain':
      return drainActions(facts);
    case 'configure':
      return [
        `Copy ${folderOf(devices)} of the build over and load it${devices.length > 1 ? ', one switch after the other' : ''}. Links that do not change stay up.`,
        ...(facts.resets > 0
          ? [
              `${counted(facts.resets, 'session')} of ${it(devices, 'it', 'them')} ${facts.resets === 1 ? 'starts' : 'start'} anew: see \`heddle plan\` for why.`,
            ]
          : []),
      ];
    case 'verify':
      return [
        devices.length === 0
          ? 'Run the checks; the change is done when all hold.'
          : 'Run the checks; do not go on before all hold.',
      ];
    case 'undrain':
      return [
        `Enter the lines: neighbours use ${it(devices, 'it', 'them')} from now on.`,
        ...(facts.fresh ? [] : [`Load ${folderOf(devices)} of the build, so that this is so after a restart.`]),
      ];
    case 'uncable':
      return [
        `Unplug the ${cables.length === 1 ? 'cable' : 'cables'} as listed. ${it(
          cables.map(({ id }) => id),
          'It carries',
          'They carry',
        )} nothing any more.`,
      ];
    case 'remove':
      return [
        `Switch ${it(devices, 'it', 'them')} off and take ${it(devices, 'it', 'them')} out of the rack, and out of monitoring.`,
      ];
  }
}

/** How to go back from a step, in a line. `lines` undo a drain, or its undoing. */
export function rollbackOf({ kind, devices }: Move, lines: readonly string[]): string {
  switch (kind) {
    case 'prepare':
      return `switch ${it(devices, 'it', 'them')} off again; nothing else knows ${it(devices, 'it', 'them')}`;
    case 'cable':
      return 'unplug them again';
    case 'drain':
    case 'undrain':
      return lines.length > 0 ? lines.map((line) => line.trim()).join(' / ') : 'enter the opposite lines';
    case 'configure':
      return `load the config that ${it(devices, 'it', 'they')} had before`;
    case 'verify':
      return 'nothing was changed';
    case 'uncable':
      return 'plug them in again, into the same ports';
    case 'remove':
      return `prepare ${it(devices, 'it', 'them')} again, as new`;
  }
}

const racks = (names: readonly string[]): string => `${it(names, 'Rack', 'Racks')} ${listed(names)}`;

/**
 * What the graph has against a step.
 * @param anyDrained some switch is drained: it still carries what comes to it.
 */
export function warningsOf({ short, single }: PathCheck, anyDrained: boolean): string[] {
  const cut = short.filter(({ paths }) => paths.now === 0).map(({ rack }) => rack);
  const fewer = short.filter(({ paths }) => paths.now > 0);
  return [
    ...(cut.length > 0
      ? [
          `${racks(cut)} ${it(cut, 'has', 'have')} no path left${
            anyDrained
              ? ` in service: what drained switches still carry for ${it(cut, 'it', 'them')} stops when they go down.`
              : ', until both ends of a link have the new config.'
          }`,
        ]
      : []),
    ...(fewer.length > 0
      ? [
          `${racks(fewer.map(({ rack }) => rack))} ${it(
            fewer.map(({ rack }) => rack),
            'loses',
            'lose',
          )} more than one path: ${fewer[0]!.paths.now} of ${fewer[0]!.paths.start} left. Do it in smaller changes, one after the other.`,
        ]
      : []),
    ...(single.length > 0
      ? [
          `${racks(single)} ${it(single, 'is', 'are')} left with one path: whatever fails on it next cuts ${it(single, 'it', 'them')} off.`,
        ]
      : []),
  ];
}
