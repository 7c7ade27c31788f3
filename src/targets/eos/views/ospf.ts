import type { Ospf, Throttle } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { spellInterface } from '../names.ts';
import { activeOspf } from '../ospf-interfaces.ts';

/** Most next hops of a route that EOS takes. */
const mostPaths = 128;

/** Shortest wait between two LSAs of a kind, in milliseconds. */
const shortestLsaWait = 1;

/** A route calculated at once is of no use while the news of the failure waits: LSAs are throttled as the calculation is. */
function throttleView({ initial, hold, maximum }: Throttle) {
  return {
    initial,
    hold,
    maximum,
    lsaHold: Math.max(shortestLsaWait, hold),
    lsaMaximum: Math.max(shortestLsaWait, maximum),
  };
}

function processView(ospf: Ospf, maintenance: boolean) {
  return {
    routerId: formatIp(ospf.routerId),
    referenceBandwidth: ospf.referenceBandwidth,
    throttle: ospf.spfThrottle ? throttleView(ospf.spfThrottle) : null,
    maximumPaths: Math.min(ospf.maximumPaths, mostPaths),
    drained: maintenance,
    startupSeconds: ospf.maxMetricOnStartup,
  };
}

export function ospfViews({ device, bfdEverywhere }: Job) {
  const { ospf, maintenance } = device;
  if (!ospf) return [];
  return [
    {
      ...processView(ospf, maintenance),
      bfd: bfdEverywhere.ospf,
      active: activeOspf(device, 'ospf').map(({ one }) => spellInterface(one)),
    },
  ];
}

/** Version 3, for IPv6: its interfaces say themselves whether they are passive. */
export function ospf3Views({ device, bfdEverywhere }: Job) {
  const { ospf3, maintenance } = device;
  return ospf3 ? [{ ...processView(ospf3, maintenance), bfd: bfdEverywhere.ospf3 }] : [];
}
