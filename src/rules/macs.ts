import type { Span } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { ServerGroup } from '../topology/topology.ts';
import { serversByGroup } from './groups.ts';

/** A MAC address of the file. */
export interface GivenMac {
  /** In lower case. */
  readonly mac: string;
  readonly server: string;
  readonly span: Span;
}

/** Every list of MAC addresses of the file, by group and server name. */
export function macListsOf(
  fabric: Fabric,
): { readonly group: ServerGroup; readonly server: string; readonly macs: readonly string[]; readonly span: Span }[] {
  const { spans } = fabric.topology;
  return [...serversByGroup(fabric).keys()].flatMap((group) => {
    const lists = group.macs;
    if (!lists) return [];
    return Object.entries(lists).map(([server, macs]) => ({ group, server, macs, span: spans.ofKey(lists, server) }));
  });
}

/** Every MAC address of the file, in its order. */
export function givenMacs(fabric: Fabric): GivenMac[] {
  return macListsOf(fabric).flatMap(({ server, macs }) =>
    macs.map((mac, index) => ({ mac: mac.toLowerCase(), server, span: fabric.topology.spans.of(macs, index) })),
  );
}
