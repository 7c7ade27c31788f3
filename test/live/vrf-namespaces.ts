import { mkdirSync, writeFileSync } from 'node:fs';
import { sh } from './namespaces.ts';

/*
 * Where the kernel has no VRFs, FRR can take network namespaces for them (`zebra -n`): those in /run/netns, by name. Each
 * switch gets such a folder of its own. Routes that leak between VRFs lead nowhere then, since no interface is in two
 * namespaces; FRR's own tables are as with VRFs.
 */

/** The namespace of a switch's VRF. */
export const namespaceOf = (device: string, vrf: string): string => `${device}.${vrf}`;

const folderOf = (device: string): string => `/run/vrfs/${device}`;

/** Makes the namespace of a VRF. */
export function addVrf(device: string, vrf: string): void {
  const name = namespaceOf(device, vrf);
  sh('ip', 'netns', 'add', name);
  sh('ip', '-n', name, 'link', 'set', 'dev', 'lo', 'up');
  mkdirSync(folderOf(device), { recursive: true });
  writeFileSync(`${folderOf(device)}/${vrf}`, '');
  sh('mount', '--bind', `/run/netns/${name}`, `${folderOf(device)}/${vrf}`);
}

/** Words before a command that is to see the VRFs of a switch, and no other namespaces. */
export function seeingVrfs(device: string): string[] {
  const script = `mount --rbind ${folderOf(device)} /run/netns && exec "$@"`;
  return ['unshare', '--mount', 'sh', '-c', script, 'sh'];
}
