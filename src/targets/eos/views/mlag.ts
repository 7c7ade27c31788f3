import { formatIp } from '../../../ip/index.ts';
import type { Job } from '../job.ts';
import { spellLag, spellSvi } from '../names.ts';

/** Keeps the VLAN of the MLAG peers off every trunk but theirs. */
export const peerTrunkGroup = 'MLAG-PEER';

/** Seconds without a sign of the peer over the peer link before it is looked for over the management network. */
const detectionSeconds = 5;

/**
 * The pair. Its LACP system id is of EOS' own making, and so is the choice of the primary, whose spanning tree counts:
 * both have the same.
 */
export function mlagViews({ device }: Job) {
  const { mlag } = device;
  if (!mlag) return [];
  const { domain, keepalive, reloadDelay } = mlag;
  return [
    {
      domain,
      localInterface: spellSvi(mlag.vlan),
      remote: formatIp(mlag.remote),
      keepalive: keepalive ? { remote: formatIp(keepalive.remote), vrf: keepalive.vrf } : null,
      peerLink: spellLag(mlag.peerLink),
      detectionSeconds,
      reloadDelay,
    },
  ];
}

/** Priority that EOS has without being told. */
const usualPriority = 32768;

/** One spanning tree for all VLANs, but for that of the MLAG peers: it has one link, which must never be blocked. */
export function spanningTreeViews({ device }: Job) {
  const { priority } = device.spanningTree;
  return [{ exemptVlan: device.mlag?.vlan ?? null, priority: priority === usualPriority ? null : priority }];
}
