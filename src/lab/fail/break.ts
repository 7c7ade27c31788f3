import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Device } from '../../device/device.ts';
import type { Namespaces } from '../host/namespaces.ts';
import { shellWords } from '../host/shell-words.ts';
import type { CableEnd } from '../network/cables.ts';
import { daemonsOf, frrCommands } from '../network/start-frr.ts';
import { endAgent, heldPorts, pauseAgent, restartAgent } from '../network/mlag/agent-process.ts';
import { mlagSwitches } from '../network/mlag/start-mlag.ts';
import type { Act, Direction } from './scenario.ts';
import { type Silencer, endSilence, silence } from './silence.ts';
import { linksOf, virtualLinks } from './virtual-cables.ts';

/** A lab in which something can be broken. */
export interface Breakable {
  readonly namespaces: Namespaces;
  /** Folder with the generated files. */
  readonly folder: string;
  readonly running: readonly Device[];
  /** Absent: its kernel loses no packets on purpose. */
  readonly silencer: Silencer | undefined;
}

/** Of a port that is shut, Linux forgets the IPv6 addresses, which no real switch does. */
const keepAddresses = shellWords('sysctl', '-q', '-e', '-w', 'net.ipv6.conf.all.keep_addr_on_down=1');

/** Sets links of one device at the same moment. */
async function setLinks(lab: Namespaces, device: string, links: Iterable<string>, state: 'up' | 'down'): Promise<void> {
  const lines = [...links].map((link) => `link set dev ${link} ${state}`);
  if (state === 'down') await lab.script([keepAddresses], { device });
  await lab.run(['ip', '-batch', '-'], { device, input: `${lines.join('\n')}\n` });
}

async function setEnds(lab: Breakable, ends: readonly CableEnd[], state: 'up' | 'down'): Promise<void> {
  for (const [device, links] of await linksOf(lab.namespaces, lab.running, ends))
    await setLinks(lab.namespaces, device, links, state);
}

/** Where packets of directions are lost. */
async function placesOf(lab: Breakable, directions: readonly Direction[]): Promise<ReadonlyMap<string, string[]>> {
  const ends = directions.map(({ from, to }) => (lab.silencer === 'netem' ? from : to));
  return linksOf(lab.namespaces, lab.running, ends);
}

/** Kills zebra first: it would take the routes of other daemons that end out of the kernel. */
async function killDaemons({ namespaces }: Breakable, device: string): Promise<void> {
  const folder = `/run/frr/${device}`;
  const others = `$(ls ${folder}/*.pid | grep -v /zebra.pid)`;
  await namespaces.script([`kill -KILL $(cat ${folder}/zebra.pid ${others})`, `rm -rf ${folder}`]);
}

async function startDaemons({ namespaces, folder }: Breakable, device: string): Promise<void> {
  const files = join(folder, 'switches', device);
  const start = frrCommands(device, join(files, 'frr.conf'), daemonsOf(readFileSync(join(files, 'daemons'), 'utf8')));
  const settings = shellWords('sysctl', '-q', '-e', '-p', join(files, 'sysctl.conf'));
  await namespaces.script([settings, ...start], { device, seconds: 300 });
}

/** Finds where an act takes place; what is given then makes it happen as quickly as it can, and ends it. */
export async function prepareAct(
  lab: Breakable,
  act: Act,
): Promise<{ happen: () => Promise<void>; end: () => Promise<void> }> {
  const { namespaces, silencer } = lab;
  const pairSwitch = (name: string | undefined) => mlagSwitches(lab.running).find((one) => one.name === name);
  switch (act.type) {
    case 'shut':
      return {
        happen: async () => setEnds(lab, act.ends, 'down'),
        end: async () => setEnds(lab, act.ends, 'up'),
      };
    case 'silence': {
      const places = await placesOf(lab, act.directions);
      const hung = pairSwitch(act.hung);
      return {
        async happen() {
          await silence(namespaces, silencer ?? 'nft', places);
          if (hung) await pauseAgent(namespaces, hung, true);
        },
        async end() {
          await endSilence(namespaces, silencer ?? 'nft', places);
          if (hung) await pauseAgent(namespaces, hung, false);
        },
      };
    }
    case 'power': {
      const links = await virtualLinks(namespaces, act.device);
      const own = pairSwitch(act.device);
      const held = own ? heldPorts(own) : new Set();
      const first = [...links].filter((link) => !held.has(link));
      return {
        async happen() {
          await setLinks(namespaces, act.device, links, 'down');
          await killDaemons(lab, act.device);
          if (own) await endAgent(namespaces, own);
        },
        async end() {
          await setLinks(namespaces, act.device, first, 'up');
          if (own) await restartAgent(namespaces, own);
          await startDaemons(lab, act.device);
        },
      };
    }
    case 'daemons':
      return {
        happen: async () => killDaemons(lab, act.device),
        end: async () => startDaemons(lab, act.device),
      };
  }
}
