import type { Forwarding } from '../../analysis/forwarding/fib.ts';
import type { Bfd } from '../../device/device.ts';
import { type Family, formatIp } from '../../ip/index.ts';
import type { Place } from '../../analysis/forwarding/neighbours.ts';
import type { Router } from '../../analysis/forwarding/routers.ts';
import { bfdName, bfdTimers } from './frr/bfd.ts';

const timersOf = ({ device }: Router): Bfd | undefined => (device.kind === 'switch' ? device.bfd : device.routing?.bfd);

const asks = ({ at }: Place, family: Family): boolean => (family === 4 ? at.ospf : at.ospf3)?.bfd ?? false;

/** BFD sessions that come up at a router: those that both ends of an adjacency, or of a BGP session, ask for. */
export function predictBfd(
  router: Router,
  { adjacencies, sessions }: Forwarding,
  linux: (key: string) => string,
): Map<string, string> {
  const timers = timersOf(router);
  if (!timers) return new Map();
  const ofOspf = [...adjacencies].flatMap(([family, byRouter]) =>
    (byRouter.get(router.name) ?? [])
      .filter(({ from, to }) => asks(from, family) && asks(to, family))
      .map(({ from, via }) => bfdName(via && formatIp(via), linux(from.at.key), from.at.vrf)),
  );
  const ofBgp = sessions.flatMap(({ ends }) => {
    const own = ends.find((end) => end.router.name === router.name);
    // A router outside does as this end does.
    if (!own || !ends.every(({ group }) => group.bfd)) return [];
    return [bfdName(own.far && formatIp(own.far), own.at && linux(own.at.key), own.vrf)];
  });
  const text = bfdTimers(timers.interval, timers.interval, timers.multiplier);
  return new Map([...ofOspf, ...ofBgp].map((name) => [name, text]));
}
