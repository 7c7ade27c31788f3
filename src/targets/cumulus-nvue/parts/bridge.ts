import type { BridgedMode, SwitchDevice } from '../../../device/device.ts';
import { bridgeVlans, bridgedMode } from '../bridge.ts';
import { type Job, eachInterface } from '../job.ts';
import { bridgeName } from '../names.ts';
import { type Tree, keys, settings, under } from '../tree.ts';

const inBridge = (tree: Tree): Tree => under(['bridge', 'domain', bridgeName], tree);

/**
 * The bridge with its VLANs. Frames without a tag belong to no VLAN, except where a port says so: NVUE would have them
 * in VLAN 1.
 */
export function bridgePart({ device }: Job): Tree {
  const vlans = bridgeVlans(device);
  if (vlans.length === 0) return {};
  return inBridge({ type: 'vlan-aware', untagged: 'none', vlan: keys(vlans.map(String)) });
}

/** One tree for all VLANs. */
export function spanningTreePart({ device }: Job): Tree {
  if (bridgeVlans(device).length === 0) return {};
  return inBridge({ stp: { mode: 'rstp', priority: device.spanningTree.priority, state: { up: {} } } });
}

function membershipTree({ tagged, native }: BridgedMode, { mlag }: SwitchDevice): Tree {
  if (tagged.length === 0 && native !== undefined) return { access: native };
  return {
    untagged: native ?? 'none',
    vlan: keys(tagged.filter((id) => id !== mlag?.vlan).map(String)),
  };
}

/** Ports and bonds in the bridge, each with the VLANs it carries: what it did not say would be all. */
export function bridgePortsPart(job: Job): Tree {
  return eachInterface(job, ({ one }) => {
    const mode = bridgedMode(one);
    return mode && inBridge(membershipTree(mode, job.device));
  });
}

/** Spanning tree on ports: servers' ports forward at once, and none of them may take part. */
export function edgePortsPart(job: Job): Tree {
  const { bpduGuard } = job.device.edge;
  return eachInterface(job, ({ one }) => {
    const mode = bridgedMode(one);
    if (!mode) return undefined;
    const stp = settings({
      'admin-edge': mode.edge ? 'on' : undefined,
      'bpdu-guard': mode.edge && bpduGuard ? 'on' : undefined,
      restrrole: mode.rootGuard ? 'on' : undefined,
    });
    return Object.keys(stp).length > 0 ? inBridge({ stp }) : undefined;
  });
}
