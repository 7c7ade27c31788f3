import type { BgpInstance } from '../../device/device.ts';
import { formatIp, formatPrefix } from '../../ip/index.ts';
import type { CostOf } from './bgp-decision.ts';
import { type Path, usualPreference } from './bgp-path.ts';
import { type Session, type SessionEnd, tableName } from './bgp-sessions.ts';
import { Speaker } from './bgp-speaker.ts';
import { advertised, imported } from './bgp-updates.ts';
import { PolicyBook } from './policies.ts';
import type { Router } from './routers.ts';

const fingerprint = (paths: ReadonlyMap<string, readonly Path[]>): string =>
  JSON.stringify([...paths], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value));

/** The chosen paths of every routing table, by its name. */
export type BgpTables = ReadonlyMap<string, ReadonlyMap<string, readonly Path[]>>;

/** AS paths that routers outside hear, by their address on the session, then by prefix. */
export type HeardOutside = ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;

/** What BGP has come to. */
export interface BgpOutcome {
  readonly tables: BgpTables;
  readonly heardOutside: HeardOutside;
}

/** Passes after which routes that still change are taken to oscillate. */
const mostPasses = 200;

/**
 * Lets BGP run until nothing changes any more: the paths that every router chooses, and what is told outside.
 * @throws Error where routes oscillate, which no configuration of heddle's does.
 */
export function runBgp(routers: ReadonlyMap<string, Router>, sessions: readonly Session[], cost: CostOf): BgpOutcome {
  const speakers = new Map<string, Speaker>();
  for (const router of routers.values()) {
    const { bgp } = router;
    if (!bgp) continue;
    const book = new PolicyBook(router.policies);
    const add = (vrf: string | undefined, instance: BgpInstance): void => {
      const speaker = new Speaker(router, vrf, instance, book, cost);
      speakers.set(speaker.name, speaker);
    };
    add(undefined, bgp);
    for (const one of bgp.vrfs) add(one.vrf, one);
  }
  const links = sessions.flatMap((session, index) => linksOf(session, index, speakers));
  const known = new Map<string, string>();
  for (const link of links) if (!link.from) link.deliver(link.external ?? new Map());
  let changed = new Set(speakers.keys());
  for (let pass = 0; changed.size > 0; pass++) {
    if (pass > mostPasses) throw new Error('BGP routes oscillate');
    const next = new Set<string>();
    for (const { from, to, id, send, deliver } of links) {
      if (!from || !changed.has(from)) continue;
      const told = send();
      const print = fingerprint(told);
      if (known.get(`${id} ${to}`) === print) continue;
      known.set(`${id} ${to}`, print);
      deliver(told);
      next.add(to);
    }
    for (const speaker of speakers.values()) {
      const sources = speaker.instance.leaks.map(({ from }) => tableName(speaker.router.name, from));
      if (!sources.some((name) => changed.has(name)) && pass > 0) continue;
      if (leak(speaker, speakers, known)) next.add(speaker.name);
    }
    changed = next;
  }
  return {
    tables: new Map([...speakers].map(([name, speaker]) => [name, speaker.best()])),
    heardOutside: heardOutside(sessions, speakers),
  };
}

function heardOutside(sessions: readonly Session[], speakers: ReadonlyMap<string, Speaker>): HeardOutside {
  return new Map(
    sessions.flatMap(({ ends: [end], external, families }, index) => {
      if (!external) return [];
      const speaker = speakers.get(tableName(end.router.name, end.vrf))!;
      const told = [...advertised(speaker, end, families, `session ${index}`)];
      const paths = told.map(([prefix, [path]]) => [prefix, path?.asPath ?? []] as const);
      return [[formatIp(external.address), new Map(paths)] as const];
    }),
  );
}

interface Link {
  readonly id: string;
  /** Name of the table that sends; absent for a router outside. */
  readonly from?: string;
  readonly to: string;
  readonly external?: Map<string, Path[]>;
  readonly send: () => Map<string, Path[]>;
  readonly deliver: (told: ReadonlyMap<string, readonly Path[]>) => void;
}

/** Both directions of a session. */
function linksOf(session: Session, index: number, speakers: ReadonlyMap<string, Speaker>): Link[] {
  const [one, other] = session.ends;
  const id = `session ${index}`;
  const speakerOf = (end: SessionEnd): Speaker => speakers.get(tableName(end.router.name, end.vrf))!;
  const deliverTo =
    (end: SessionEnd, sender: string) =>
    (told: ReadonlyMap<string, readonly Path[]>): void => {
      const speaker = speakerOf(end);
      const taken = new Map<string, Path[]>();
      for (const [key, paths] of told) {
        const accepted = paths.flatMap((path) => imported(speaker, end, path, sender) ?? []);
        if (accepted.length > 0)
          taken.set(
            key,
            accepted.map((path) => ({ ...path, id })),
          );
      }
      speaker.receive(id, taken);
    };
  if (!other) {
    const { address, asn, announces } = session.external!;
    const external = new Map(
      announces.map((prefix) => [
        formatPrefix(prefix),
        [
          {
            prefix,
            asPath: [asn],
            nextHop: { type: 'address', ip: address },
            source: 'ebgp',
            from: formatIp(address),
            clusters: [],
            fromClient: false,
            id,
            communities: [],
            localPreference: usualPreference,
          } satisfies Path,
        ],
      ]),
    );
    const to = speakerOf(one).name;
    return [{ id, to, external, send: () => external, deliver: deliverTo(one, formatIp(address)) }];
  }
  return (
    [
      [one, other],
      [other, one],
    ] as const
  ).map(([from, to]) => ({
    id,
    from: speakerOf(from).name,
    to: speakerOf(to).name,
    send: () => advertised(speakerOf(from), from, session.families, id),
    deliver: deliverTo(to, speakerOf(from).routerId),
  }));
}

/** Takes routes over from the other tables of the same router; true where that changed something. */
function leak(speaker: Speaker, speakers: ReadonlyMap<string, Speaker>, known: Map<string, string>): boolean {
  let changed = false;
  for (const { from, policies } of speaker.instance.leaks) {
    const source = speakers.get(tableName(speaker.router.name, from));
    if (!source) continue;
    const taken = new Map<string, Path[]>();
    for (const [key, paths] of source.best()) {
      const policy = policies.find(({ family }) => family === paths[0]!.prefix.base.family);
      if (!policy || paths[0]!.leakedFrom !== undefined) continue;
      const accepted = paths.flatMap((path) => speaker.book.apply(policy.policy, path) ?? []);
      if (accepted.length > 0)
        taken.set(
          key,
          accepted.map((path) => ({ ...path, leakedFrom: source.name })),
        );
    }
    const id = `leak ${source.name}`;
    const print = fingerprint(taken);
    if (known.get(`${id} ${speaker.name}`) === print) continue;
    known.set(`${id} ${speaker.name}`, print);
    speaker.receive(id, taken);
    changed = true;
  }
  return changed;
}
