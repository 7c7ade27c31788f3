import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Namespaces } from './namespaces.ts';
import type { Scenario } from './scenarios.ts';
import { shellWords } from './shell-words.ts';
import { daemonsOf, frrCommands } from './start-frr.ts';

/** All ends of cables that a device has, up or down in one moment. */
const allLinks = (state: 'up' | 'down'): string =>
  `for link in $(ip -o link show type veth | cut -d: -f2 | cut -d@ -f1); do echo "link set dev $link ${state}"; done | ip -batch -`;

/** Makes a scenario happen: a cable loses its carrier, or a switch its power. */
export async function breakIt(lab: Namespaces, scenario: Scenario): Promise<void> {
  if (scenario.kind === 'link') {
    const [{ device, link }] = scenario.ends;
    await lab.run(['ip', 'link', 'set', 'dev', link, 'down'], { device });
    return;
  }
  const { device } = scenario;
  await lab.script([allLinks('down')], { device });
  // Its daemons end with it. The shell that asks is not in the namespace.
  const kill = `pids=$(ip netns pids ${device}); [ -z "$pids" ] || kill -KILL $pids; rm -rf /run/frr/${device}`;
  await lab.script([kill]);
}

/**
 * Ends a scenario.
 * @param folder folder of the lab, with the generated files.
 */
export async function mend(lab: Namespaces, folder: string, scenario: Scenario): Promise<void> {
  if (scenario.kind === 'link') {
    const [{ device, link }] = scenario.ends;
    await lab.run(['ip', 'link', 'set', 'dev', link, 'up'], { device });
    return;
  }
  const { device } = scenario;
  const files = join(folder, 'switches', device);
  const start = frrCommands(device, join(files, 'frr.conf'), daemonsOf(readFileSync(join(files, 'daemons'), 'utf8')));
  await lab.script([allLinks('up'), shellWords('sysctl', '-q', '-e', '-p', join(files, 'sysctl.conf')), ...start], {
    device,
    seconds: 60,
  });
}
