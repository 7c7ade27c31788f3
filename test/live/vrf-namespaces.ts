import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shellWords } from '../../src/lab/host/shell-words.ts';
import { interfaceCommands } from '../../src/lab/network/interface-commands.ts';
import { linkPairs, linksByDevice } from '../../src/lab/network/links.ts';
import { daemonsOf, frrCommands } from '../../src/lab/network/start-frr.ts';
import { readStanzas, valueOf } from '../../src/lab/network/stanzas.ts';
import { type LiveLab, signal } from './live-lab.ts';

/*
 * Where the kernel has no VRFs, FRR can take network namespaces for them (`zebra -n`): those in /run/netns, by name. Each
 * switch gets such a folder of its own. Routes that leak between VRFs lead nowhere then, since no interface is in two
 * namespaces; FRR's own tables are as with VRFs.
 */

/** The namespace of a switch's VRF. */
export const namespaceOf = (device: string, vrf: string): string => `${device}.${vrf}`;

/** Moves what is in a VRF of a switch to a namespace, and starts its FRR again, which takes that for the VRF. */
export async function separateVrf({ namespaces, folder, plan }: LiveLab, device: string, vrf: string): Promise<void> {
  const stanzasOf = (name: string) => {
    const one = plan.running.find((other) => other.name === name)!;
    const path = one.kind === 'switch' ? ['switches', name] : ['servers', one.location.rack ?? '', name];
    return readStanzas(readFileSync(join(folder, ...path, 'interfaces'), 'utf8'));
  };
  const links = linksByDevice(linkPairs(plan.cables, new Map(plan.running.map(({ name }) => [name, stanzasOf(name)]))));
  const all = stanzasOf(device);
  const inVrf = all.filter((one) => valueOf(one, 'vrf') === vrf);
  const vlans = new Set(inVrf.map((one) => valueOf(one, 'vlan-id')));
  const own = (links.get(device) ?? []).filter(({ vlan }) => vlan !== undefined && vlans.has(vlan));
  const carriers = new Set(own.map(({ carrier }) => carrier));
  const shared = all.filter((one) => carriers.has(one.name) || one.attributes.has('bridge-vlan-aware'));
  const bridges = inVrf.filter((one) => valueOf(one, 'vlan-raw-device') === 'bridge').map(({ name }) => name);
  const apart = namespaceOf(device, vrf);
  const files = join(folder, 'switches', device);
  const sysctl = shellWords('sysctl', '-q', '-e', '-p', join(files, 'sysctl.conf'));
  await namespaces.script([
    shellWords('ip', 'netns', 'add', apart),
    ...bridges.map((name) => shellWords('ip', '-n', device, 'link', 'delete', 'dev', name)),
    ...own.map(({ name }) => shellWords('ip', '-n', device, 'link', 'set', 'dev', name, 'netns', apart)),
  ]);
  const apply = interfaceCommands([...shared, ...inVrf], own, true);
  await namespaces.script([sysctl, 'ip link set dev lo up', ...apply, sysctl], { device: apart });
  await signal({ namespaces }, device, 'KILL');
  const seen = `/run/vrfs/${device}`;
  await namespaces.script([
    shellWords('rm', '-rf', `/run/frr/${device}`),
    shellWords('install', '-d', seen),
    `: > ${seen}/${vrf}`,
    shellWords('mount', '--bind', `/run/netns/${apart}`, `${seen}/${vrf}`),
  ]);
  const start = frrCommands(device, join(files, 'frr.conf'), daemonsOf(readFileSync(join(files, 'daemons'), 'utf8')));
  const input = start.map((line) => line.replace('/usr/lib/frr/zebra -d', '/usr/lib/frr/zebra -n -d')).join('\n');
  // FRR finds these namespaces alone.
  const entering = ['unshare', '--mount', 'sh', '-c', `mount --rbind ${seen} /run/netns && exec sh -e`];
  await namespaces.run(entering, { device, input: `${input}\n`, seconds: 60 });
}
