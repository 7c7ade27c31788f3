import { each } from '../host/each.ts';
import type { Namespaces } from '../host/namespaces.ts';

/**
 * How a kernel loses packets of a direction without a word: nft drops what comes in at the far end, netem loses what is
 * sent at the near one.
 */
export type Silencer = 'nft' | 'netem';

const trials: Readonly<Record<Silencer, string>> = {
  nft: `printf 'table netdev t {\\nchain c {\\ntype filter hook ingress device "lo" priority -500\\n}\\n}\\n' | nft -f -`,
  netem: 'tc qdisc add dev lo root netem loss 100%',
};

/** Which of them the lab's kernel has, tried in a namespace of its own; undefined: none. */
export async function findSilencer(lab: Namespaces): Promise<Silencer | undefined> {
  for (const silencer of ['nft', 'netem'] as const) {
    const { status } = await lab.try(['unshare', '--net', 'sh', '-c', trials[silencer]]);
    if (status === 0) return silencer;
  }
  return undefined;
}

/** Name of the table that holds the rules, by which they are found again. */
const table = 'netdev heddle-failure';

/** At how many devices work goes on at the same time. */
const atOnce = 8;

/** Links of each device, ready to be silenced there. */
type Places = ReadonlyMap<string, readonly string[]>;

async function silenceByNft(lab: Namespaces, places: Places): Promise<void> {
  await each([...places], atOnce, async ([device, links]) => {
    const chains = links.map(
      (link, index) => `chain c${index} {\ntype filter hook ingress device "${link}" priority -500\ndrop\n}`,
    );
    await lab.run(['nft', '-f', '-'], { device, input: `table ${table} {\n${chains.join('\n')}\n}\n` });
  });
}

async function eachLink(lab: Namespaces, places: Places, command: (link: string) => string): Promise<void> {
  await each([...places], atOnce, async ([device, links]) => lab.script(links.map(command), { device }));
}

/** Starts to lose what is received on links (nft), or sent on them (netem). */
export async function silence(lab: Namespaces, silencer: Silencer, places: Places): Promise<void> {
  if (silencer === 'nft') await silenceByNft(lab, places);
  else await eachLink(lab, places, (link) => `tc qdisc replace dev ${link} root netem loss 100%`);
}

/** Ends it. */
export async function endSilence(lab: Namespaces, silencer: Silencer, places: Places): Promise<void> {
  if (silencer === 'netem') await eachLink(lab, places, (link) => `tc qdisc del dev ${link} root`);
  else
    await each([...places.keys()], atOnce, async (device) =>
      lab.run(['nft', 'delete', 'table', ...table.split(' ')], { device }),
    );
}
