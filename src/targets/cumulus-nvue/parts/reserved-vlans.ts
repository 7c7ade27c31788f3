import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { bridgeVlans } from '../bridge.ts';
import type { Job } from '../job.ts';
import { peerLinkVlan } from '../names.ts';
import { type Tree, under } from '../tree.ts';

/** VLANs that the switch keeps for its routed ports and subinterfaces, if it is not told to keep others. */
const usual = { first: 3725, last: 3999 };

const size = usual.last - usual.first + 1;

/** As many VLANs in a row as usual, the highest that are free; the first of them. */
function freeBlock(used: ReadonlySet<number>): number | undefined {
  let free = 0;
  for (let id = peerLinkVlan - 1; id >= 2; id--) {
    free = used.has(id) ? 0 : free + 1;
    if (free === size) return id;
  }
  return undefined;
}

/** Other VLANs for the switch's own use, where a network has one of the usual ones. */
export function reservedVlansPart({ device }: Job): Tree {
  const used = new Set(bridgeVlans(device));
  if (![...used].some((id) => id >= usual.first && id <= usual.last)) return {};
  const first = freeBlock(used);
  if (first === undefined) {
    throw new ExpectedError(`${device.name} has no ${size} VLANs in a row left for its own use`, {
      hint: `Cumulus Linux keeps ${usual.first} to ${usual.last} for itself`,
    });
  }
  const range = `${first}-${first + size - 1}`;
  return under(['system', 'global', 'reserved', 'vlan', 'internal'], { range });
}
