import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Job } from '../job.ts';
import { type Tree, settings } from '../tree.ts';

/** Longest name of a VRF: it is a network device. */
const longest = 15;

/** Routing tables of their own; the management's is there in any case. */
export function vrfsPart({ device }: Job): Tree {
  const tables = device.vrfs.map(({ name }) => {
    if (name.length > longest) {
      throw new ExpectedError(`the VRF ${name} has more than the ${longest} characters that Cumulus Linux takes`);
    }
    return [name, { table: 'auto' }] as const;
  });
  return settings({ vrf: Object.fromEntries(tables) });
}
