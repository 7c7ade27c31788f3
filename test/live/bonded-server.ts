import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { portKey } from '../../src/analysis/forwarding/interface-key.ts';
import { interfaceCommands } from '../../src/lab/network/interface-commands.ts';
import { linuxNames } from '../../src/lab/network/linux-names.ts';
import { type Stanza, readStanzas, valueOf } from '../../src/lab/network/stanzas.ts';
import { shellWords } from '../../src/lab/host/shell-words.ts';
import type { LiveLab } from './live-lab.ts';

/** A server with an active-backup bond in a lab of plain namespaces, whose active NIC the test chooses. */
export interface BondedServer {
  readonly name: string;
  /** Cut cables that are there again: `<device> <port>`, both ends. */
  readonly wired: readonly string[];
  /** Makes one of its NICs the active one, and announces the server there, as the bond does. */
  activate(nic: 0 | 1): Promise<void>;
}

/** As a bond, it keeps one MAC address whichever NIC is active; it is none of the NICs', which would take its packets. */
function macOf(vlan: Stanza): string {
  const octets = valueOf(vlan, 'address')?.split('/')[0]?.split('.') ?? [];
  return ['02', '00', ...octets.map((octet) => Number(octet).toString(16).padStart(2, '0'))].join(':');
}

const ip = (...words: string[]): string => shellWords('ip', ...words);

/**
 * Gives a server of a lab the second cable of its bond. In each VLAN a bridge takes the place of the bond. Only the active
 * NIC is in it, so the other one has link and drops what it gets, as a backup does.
 */
export async function bondServer({ namespaces, folder, plan }: LiveLab, name: string): Promise<BondedServer> {
  const server = plan.running.find((one) => one.name === name)!;
  const lag = server.interfaces.find((one) => one.kind === 'lag');
  const port = lag?.members[1];
  const nic = server.interfaces.find((one) => one.kind === 'ethernet' && portKey(one.port) === (port && portKey(port)));
  if (nic?.kind !== 'ethernet' || !nic.peer) throw new Error(`${name} has no second NIC`);
  const { peer } = nic;
  const leaf = plan.running.find((one) => one.name === peer.device)!;
  const leafPort = linuxNames(leaf).get(portKey(peer.port)) ?? '';
  const stanzasIn = (...path: string[]): Stanza[] =>
    readStanzas(readFileSync(join(folder, ...path, 'interfaces'), 'utf8'));
  const stanzas = stanzasIn('servers', server.location.rack ?? '', name);
  const leafMtu = valueOf(
    stanzasIn('switches', leaf.name).find((one) => one.name === leafPort),
    'mtu',
  );
  const bond = stanzas.find((one) => one.attributes.has('bond-slaves'));
  if (valueOf(bond, 'bond-mode') !== 'active-backup') throw new Error(`${name} has no active-backup bond`);
  const mtu = valueOf(bond, 'mtu') ?? '1500';
  const vlans = stanzas.filter((one) => one.attributes.has('vlan-id'));
  // Otherwise a NIC that has no address would answer for those of the others.
  await namespaces.run(['sysctl', '-q', '-w', 'net.ipv4.conf.all.arp_ignore=1'], { device: name });
  for (const vlan of vlans) {
    const id = valueOf(vlan, 'vlan-id') ?? '';
    const far = `${leafPort}.${id}`;
    const cable = `link add name ${far} netns ${leaf.name} type veth peer name nic1.${id} netns ${name}`;
    await namespaces.run(['ip', ...cable.split(' ')]);
    await namespaces.script([ip('link', 'set', 'dev', far, 'mtu', leafMtu ?? '1500', 'master', `vlan${id}`, 'up')], {
      device: leaf.name,
    });
    const link = { name: vlan.name, carrier: bond?.name ?? '', vlan: id };
    const [, ...settings] = interfaceCommands([vlan], [link], false);
    await namespaces.script(
      [
        ip('link', 'set', 'dev', vlan.name, 'down'),
        ip('address', 'flush', 'dev', vlan.name),
        ip('link', 'set', 'dev', vlan.name, 'name', `nic0.${id}`),
        ...['nic0', 'nic1'].map((one) => ip('link', 'set', 'dev', `${one}.${id}`, 'mtu', mtu, 'up')),
        ip('link', 'add', 'name', vlan.name, 'address', macOf(vlan), 'type', 'bridge'),
        shellWords('sysctl', '-q', '-w', `net.ipv4.conf.${vlan.name}.arp_notify=1`),
        ...settings,
      ],
      { device: name },
    );
  }
  return {
    name,
    wired: [`${name} ${portKey(nic.port)}`, `${leaf.name} ${portKey(peer.port)}`],
    async activate(index) {
      const commands = vlans.flatMap((vlan) => {
        const id = valueOf(vlan, 'vlan-id') ?? '';
        return [
          ip('link', 'set', 'dev', `nic${1 - index}.${id}`, 'nomaster'),
          ip('link', 'set', 'dev', `nic${index}.${id}`, 'master', vlan.name),
          // With arp_notify, an address that is set is announced, even the one it has.
          ip('link', 'set', 'dev', vlan.name, 'address', macOf(vlan)),
        ];
      });
      await namespaces.script(commands, { device: name });
    },
  };
}
