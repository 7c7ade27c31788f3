import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { format } from '../../src/servers/ifcfg/format.ts';
import { context, servers } from './fixtures.ts';
import { readIfcfg } from './ifcfg-reader.ts';
import type { Meanings } from './meaning.ts';

/*
 * What another program makes of the same hosts. The samples are the files below /etc/sysconfig/network-scripts that
 * cloud-init 22.4.2 writes (`cloud-init devel net-convert -k yaml -D rhel -O sysconfig`), without comments, from our
 * netplan files; `default` among the routes was spelt as a prefix, or as `gateway6`, which that release wants.
 */

function sample(name: string): { path: string; content: string }[] {
  const text = readFileSync(join(import.meta.dirname, 'cloud-init', `${name}.txt`), 'utf8');
  return text
    .split(/^== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const path = part.slice(0, end);
      // The scripts know the id of a VLAN by its name too, and so it has no other there.
      const id = /^ifcfg-vlan(\d+)$/.exec(path)?.[1];
      return { path, content: part.slice(end + 1) + (id === undefined ? '' : `VID=${id}\n`) };
    });
}

/** cloud-init leaves the MAC address of a bond to the kernel. */
function withoutBondMacs(meanings: Meanings): Meanings {
  for (const meaning of Object.values(meanings)) if (meaning.kind === 'bond') delete meaning.mac;
  return meanings;
}

/** Options of the bond, in whatever order. */
function bondOptions(files: readonly { path: string; content: string }[]): string[] {
  const text = files.find(({ path }) => path === 'ifcfg-bond0')!.content;
  return /^BONDING_OPTS="(.*)"$/m.exec(text)![1]!.split(' ').toSorted();
}

describe('ifcfg files', () => {
  it.each(['lacp-tagged', 'active-backup-macs', 'static-tagged', 'dual-stack'])(
    'of %s say what those of cloud-init do',
    (name) => {
      const files = format.render(servers[name]!, context);
      expect(withoutBondMacs(readIfcfg(files))).toEqual(withoutBondMacs(readIfcfg(sample(name))));
      expect(bondOptions(files)).toEqual(bondOptions(sample(name)));
    },
  );
});
