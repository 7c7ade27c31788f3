import type { LabCables } from './cables.ts';
import { type Stanza, valueOf } from './stanzas.ts';

/** An interface that a cable gives a device. */
export interface Link {
  /** Its name in Linux. */
  readonly name: string;
  /** Port or bond that it belongs to; the same where frames are untagged. */
  readonly carrier: string;
  /** VLAN whose tagged frames it stands for. */
  readonly vlan?: string;
}

/** Two interfaces that are the ends of one virtual cable. */
export interface LinkPair {
  readonly a: { readonly device: string; readonly link: Link };
  readonly z: { readonly device: string; readonly link: Link };
}

/** VLANs that a carrier has tagged, and the name that the link of each has on this device. */
function taggedOf(stanzas: readonly Stanza[], carrier: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const stanza of stanzas) {
    if (stanza.name === carrier) {
      const untagged = valueOf(stanza, 'bridge-pvid');
      for (const vlan of valueOf(stanza, 'bridge-vids')?.split(/\s+/) ?? [])
        if (vlan !== untagged) found.set(vlan, `${carrier}.${vlan}`);
    }
    const vlan = valueOf(stanza, 'vlan-id');
    if (vlan !== undefined && valueOf(stanza, 'vlan-raw-device') === carrier) found.set(vlan, stanza.name);
  }
  return found;
}

/**
 * Virtual cables between namespaces: for each cable one for untagged frames, and one for each VLAN that both ends have
 * tagged, since a lab needs no VLANs of the kernel.
 * @param stanzasOf stanzas of each device's generated interfaces.
 */
export function linkPairs({ wired }: LabCables, stanzasOf: ReadonlyMap<string, readonly Stanza[]>): LinkPair[] {
  return wired.flatMap(([a, z]): LinkPair[] => {
    const near = taggedOf(stanzasOf.get(a.device) ?? [], a.link);
    const far = taggedOf(stanzasOf.get(z.device) ?? [], z.link);
    const pair = (aName: string, zName: string, vlan?: string): LinkPair => ({
      a: { device: a.device, link: { name: aName, carrier: a.link, ...(vlan === undefined ? {} : { vlan }) } },
      z: { device: z.device, link: { name: zName, carrier: z.link, ...(vlan === undefined ? {} : { vlan }) } },
    });
    const tagged = [...near].flatMap(([vlan, name]) => {
      const other = far.get(vlan);
      return other === undefined ? [] : [pair(name, other, vlan)];
    });
    return [pair(a.link, z.link), ...tagged];
  });
}

/** Links of each device. */
export function linksByDevice(pairs: readonly LinkPair[]): Map<string, Link[]> {
  const found = new Map<string, Link[]>();
  for (const { a, z } of pairs) {
    for (const { device, link } of [a, z]) {
      const links = found.get(device);
      if (links) links.push(link);
      else found.set(device, [link]);
    }
  }
  return found;
}
