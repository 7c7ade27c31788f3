import type { SwitchDevice } from '../../../src/device/device.ts';
import { readStanzas } from '../../../src/lab/network/stanzas.ts';
import { fileOf } from './files.ts';

/** `ip -batch` commands that give a box the interfaces of the file, all plain. */
export function linksOf(device: SwitchDevice): string[] {
  const stanzas = readStanzas(fileOf(device, 'interfaces')).filter(
    ({ name, attributes }) => name !== 'eth0' && !attributes.has('vrf-table'),
  );
  return stanzas.flatMap(({ name, attributes }, index) => [
    ...(name === 'lo' ? [] : [`link add name ${name} type veth peer name far${index}`, `link set dev far${index} up`]),
    `link set dev ${name} up`,
    ...(attributes.get('address') ?? []).map((address) => `address add ${address} dev ${name}`),
  ]);
}
