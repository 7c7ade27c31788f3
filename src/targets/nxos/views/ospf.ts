import type { Ospf, Throttle } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { startupSeconds } from '../startup-seconds.ts';
import { plainText, secretWord } from '../text.ts';

/** Next hops of a route: the most that NX-OS takes, and as many as it takes by itself. */
const mostPaths = 64;
const usualPaths = 8;

/** Ranges of waits, in milliseconds: between calculations, between LSAs of a kind, between LSAs that arrive. */
const shortest = { spf: 1, lsaHold: 50, arrival: 10 } as const;

/** Longest secret of a key chain. */
const longestKey = 63;

/** A route calculated at once is of no use while the news of the failure waits: LSAs are throttled as the calculation is. */
function throttleView({ initial, hold, maximum }: Throttle) {
  const spf = [initial, hold, maximum].map((time) => Math.max(shortest.spf, time));
  const lsa = [initial, Math.max(shortest.lsaHold, hold), Math.max(shortest.lsaHold, maximum)];
  return { spf: spf.join(' '), lsa: lsa.join(' '), arrival: Math.max(shortest.arrival, initial) };
}

function processView(ospf: Ospf, { device }: Job) {
  return {
    routerId: formatIp(ospf.routerId),
    referenceBandwidth: ospf.referenceBandwidth,
    throttle: ospf.spfThrottle ? throttleView(ospf.spfThrottle) : null,
    maximumPaths: ospf.maximumPaths === usualPaths ? null : Math.min(ospf.maximumPaths, mostPaths),
    drained: device.maintenance,
    startupSeconds: startupSeconds(ospf.maxMetricOnStartup),
  };
}

export function ospfViews(job: Job) {
  const { ospf } = job.device;
  return ospf ? [processView(ospf, job)] : [];
}

export function ospf3Views(job: Job) {
  const { ospf3 } = job.device;
  return ospf3 ? [processView(ospf3, job)] : [];
}

export function keyChainViews({ keyChains, context }: Job) {
  return keyChains.map(({ name, authentication: { keyId, key } }) => ({
    name: plainText(name),
    keyId,
    key: secretWord(key, context.readSecret, longestKey),
  }));
}
