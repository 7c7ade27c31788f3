import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Job } from '../job.ts';
import { type Tree, settings } from '../tree.ts';

/** Longest name of a VRF: it is a network device. */
const longest = 15;

/** Names that Cumulus Linux has for VRFs and network devices of its own. */
const taken = /^(default|mgmt|lo|br_default|(eth|swp|bond|vlan|peerlink).*)$/;

/** Routing tables of their own; the management's is there in any case. */
export function vrfsPart({ device }: Job): Tree {
  const tables = device.vrfs.map(({ name }) => {
    if (name.length > longest) {
      throw new ExpectedError(`the VRF ${name} has more than the ${longest} characters that Cumulus Linux takes`);
    }
    if (taken.test(name)) throw new ExpectedError(`a VRF of Cumulus Linux cannot have the name ${name}`);
    return [name, { table: 'auto' }] as const;
  });
  return settings({ vrf: Object.fromEntries(tables) });
}
