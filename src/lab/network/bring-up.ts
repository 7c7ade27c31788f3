import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { LabCables } from './cables.ts';
import { each } from '../host/each.ts';
import { interfaceCommands } from './interface-commands.ts';
import { type LinkPair, linkPairs, linksByDevice } from './links.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { LabDevice } from './lab-device.ts';
import { applyNative } from './native/apply-native.ts';
import type { LabPlan } from './prepare-lab.ts';
import { shellWords } from '../host/shell-words.ts';
import { type Stanza, readStanzas } from './stanzas.ts';
import { daemonsOf, frrCommands } from './start-frr.ts';

/** At how many devices work goes on at the same time. */
const atOnce = 4;

/** Commands for `ip -batch`: namespaces, and the cables between them. */
export function wiring(devices: readonly string[], pairs: readonly LinkPair[]): string[] {
  return [
    ...devices.map((name) => `netns add ${name}`),
    ...pairs.map(
      ({ a, z }) =>
        `link add name ${a.link.name} netns ${a.device} type veth peer name ${z.link.name} netns ${z.device}`,
    ),
  ];
}

async function isCovered(lab: Namespaces): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if ((await lab.try(['test', '-e', '/run/heddle-lab'])).status === 0) return;
    await sleep(50);
  }
  throw new ExpectedError('The lab did not come up: mounts are not allowed here');
}

const read = (device: LabDevice, file: string): string => readFileSync(join(device.folder, file), 'utf8');

/** Builds the network out of veth pairs and plain bridges. */
async function applyPlain(
  lab: Namespaces,
  devices: readonly LabDevice[],
  cables: LabCables,
  onStage: (stage: string) => void,
): Promise<void> {
  onStage('cabling');
  const stanzas = new Map<string, Stanza[]>(devices.map((one) => [one.name, readStanzas(read(one, 'interfaces'))]));
  const pairs = linkPairs(cables, stanzas);
  const links = linksByDevice(pairs);
  const names = devices.map(({ name }) => name);
  await lab.run(['ip', '-batch', '-'], { input: `${wiring(names, pairs).join('\n')}\n`, seconds: 300 });
  onStage('interfaces');
  await each([...devices.entries()], atOnce, async ([index, device]) => {
    const { name, kind, folder, files } = device;
    const own = interfaceCommands(stanzas.get(name) ?? [], links.get(name) ?? [], kind === 'switch');
    // One kernel stands for all switches; each hashes with a seed of its own, as different switches do.
    const seed = `net.ipv4.fib_multipath_hash_seed=${index + 1}`;
    const settings = files.includes('sysctl.conf')
      ? [
          shellWords('sysctl', '-q', '-e', '-p', join(folder, 'sysctl.conf')),
          shellWords('sysctl', '-q', '-e', '-w', seed),
        ]
      : [];
    await lab.script([...settings, ...own, ...settings], { device: name, seconds: 300 });
  });
}

/** Builds the network of a lab from the generated files, and starts FRR on all that route. */
export async function bringUp(
  lab: Namespaces,
  devices: readonly LabDevice[],
  plan: Pick<LabPlan, 'wiring' | 'cables' | 'running'>,
  onStage: (stage: string) => void,
): Promise<void> {
  await isCovered(lab);
  if (plan.wiring === 'native') await applyNative(lab, devices, plan, onStage);
  else await applyPlain(lab, devices, plan.cables, onStage);
  onStage('FRR');
  const routing = devices.filter(({ files }) => files.includes('frr.conf'));
  await each(routing, atOnce, async (device) => {
    const commands = frrCommands(device.name, join(device.folder, 'frr.conf'), daemonsOf(read(device, 'daemons')));
    await lab.script(commands, { device: device.name, seconds: 300 });
  });
}
