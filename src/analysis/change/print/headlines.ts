import { quantity } from './quantity.ts';
import type { FabricChange } from '../fabric-change.ts';
import { cutsOff } from '../impact/impact.ts';
import type { Protocol } from '../impact/session.ts';

/** A line of the summary: what it is about, what it says, and whether a person should look twice. */
export interface Headline {
  readonly about: string;
  readonly text: string;
  readonly alarming: boolean;
}

/** What there can be between devices, and how it is counted. */
const sessionWords = [
  ['ospf', 'OSPF adjacency', 'OSPF adjacencies'],
  ['ospf3', 'OSPFv3 adjacency', 'OSPFv3 adjacencies'],
  ['bgp', 'BGP session', 'BGP sessions'],
  ['mlag', 'MLAG pair', 'MLAG pairs'],
] as const;

/** `20 OSPF adjacencies and 20 BGP sessions`; empty where there are none. */
function countedSessions(countOf: (protocol: Protocol) => number): string {
  const parts = sessionWords.flatMap(([protocol, one, several]) => {
    const count = countOf(protocol);
    return count === 0 ? [] : [quantity(count, one, several)];
  });
  return parts.length <= 1 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

function sessions({ impact }: FabricChange): Headline {
  const { newSessions } = impact;
  const [down, up] = [(one: Protocol) => impact[one].length, (one: Protocol) => newSessions[one]];
  const count = (of: typeof down): number => sum(sessionWords.map(([protocol]) => of(protocol)));
  const [falling, rising] = [count(down), count(up)];
  const parts = [
    falling === 0 ? 'none goes down' : `${countedSessions(down)} ${falling === 1 ? 'goes' : 'go'} down`,
    ...(rising === 0 ? [] : [`${countedSessions(up)} ${rising === 1 ? 'is' : 'are'} new`]),
  ];
  return { about: 'Sessions', text: parts.join('; '), alarming: falling > 0 };
}

function servers({ impact, devices }: FabricChange): Headline {
  const cutOff = new Set<string>();
  const touched = new Set<string>();
  for (const { mechanism, servers: names } of impact.servers) {
    for (const name of names) (cutsOff(mechanism) ? cutOff : touched).add(name);
  }
  const others = [...touched].filter((name) => !cutOff.has(name)).length;
  const removed = devices.removed.filter(({ kind }) => kind === 'server').length;
  const gone = removed === 0 ? '' : `; ${quantity(removed, 'server')} removed`;
  const text =
    cutOff.size === 0 ? 'none that stays loses connectivity' : `${quantity(cutOff.size, 'server')} cut off for a while`;
  const rest = others === 0 ? '' : `; ${quantity(others, 'server')} touched otherwise`;
  return { about: 'Servers', text: text + rest + gone, alarming: cutOff.size > 0 };
}

const quiet = (about: string, text: string): Headline => ({ about, text, alarming: false });

/** The change in a few lines. */
export function headlines(change: FabricChange): Headline[] {
  const { addresses, cables, files, plans } = change;
  const { added, removed, changed } = addresses;
  const configs = (kind: string): number => files.filter((file) => file.kind === kind).length;
  return [
    {
      about: 'Addresses',
      text: `${changed.length} of what is there change; ${added.length} added, ${removed.length} removed`,
      alarming: changed.length > 0,
    },
    sessions(change),
    servers(change),
    quiet('Cables', `${cables.added.length} to lay, ${cables.moved.length} to move, ${cables.removed.length} to pull`),
    ...(change.past === 'lock'
      ? [quiet('Configs', 'not compared: there is no output of an earlier build')]
      : [
          quiet(
            'Configs',
            `${quantity(configs('changed'), 'file')} changed, ${configs('added')} added, ${configs('removed')} removed`,
          ),
        ]),
    ...(plans.length === 0 ? [] : [quiet('Plans', `${plans.join(', ')} written anew`)]),
  ];
}
