import type { Job } from '../job.ts';
import { reservedBlock } from '../reserved-vlans.ts';
import { vlanName } from '../text.ts';

/** The block of VLANs that NX-OS is to keep to itself, where its usual one is in the way. */
export function reservedVlansViews({ device }: Job) {
  const first = reservedBlock(device.vlans.map(({ id }) => id));
  return first === null ? [] : [{ first }];
}

export function vlanViews({ device }: Job) {
  return device.vlans.map(({ id, name }) => ({ id, name: vlanName(name) }));
}

export function spanningTreeViews({ device }: Job) {
  return [{ priority: device.spanningTree.priority }];
}
