import { cableTasks } from './cable-tasks.ts';
import { type SessionFate, compareSessions } from './compare-sessions.ts';
import type { Comparison } from './comparison.ts';
import { deviceReasons } from './device-reasons.ts';
import type { Impact, Renumbered, SessionReset } from './impact.ts';
import type { Protocol } from './session.ts';
import { leafPaths, leafsWithoutSessions } from './leaf-paths.ts';
import { serverImpacts } from './servers.ts';

/** Links whose /31 is another. */
function renumberedLinks({ past, present }: Comparison): Renumbered[] {
  return [...present.cables.values()].flatMap(({ id, prefix: after }) => {
    const before = past.cables.get(id)?.prefix;
    return before === undefined || after === undefined || before === after ? [] : [{ link: id, before, after }];
  });
}

const resets = (fates: readonly SessionFate[], protocol: Protocol): SessionReset[] =>
  fates.flatMap(({ session, ...fate }) => (session.protocol === protocol && fate.reasons.length > 0 ? [fate] : []));

/** Works out what a change does to the running fabric. */
export function assessImpact(comparison: Comparison): Impact {
  const ofDevice = deviceReasons(comparison);
  const { all, added } = compareSessions(comparison, ofDevice);
  const paths = leafPaths(comparison, all, ofDevice);
  return {
    ospf: resets(all, 'ospf'),
    ospf3: resets(all, 'ospf3'),
    bgp: resets(all, 'bgp'),
    mlag: resets(all, 'mlag'),
    newSessions: added,
    renumbered: renumberedLinks(comparison),
    paths: [...paths.values()].filter(({ before, kept, after }) => kept !== before || after !== before),
    servers: serverImpacts(comparison, { paths, withoutSessions: leafsWithoutSessions(all) }),
    cables: cableTasks(comparison.cables),
  };
}
