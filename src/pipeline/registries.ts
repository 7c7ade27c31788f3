import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diagnose } from '../diagnostics/diagnostic.ts';
import type { Design } from '../designs/design.ts';
import { designs } from '../designs/registry.gen.ts';
import type { Fabric } from '../fabric/fabric.ts';
import { serverFormats } from '../servers/registry.gen.ts';
import type { ServerFormat } from '../servers/server-format.ts';
import { targets } from '../targets/registry.gen.ts';
import type { Target } from '../targets/target.ts';
import { type Topology, spanOf } from '../topology/topology.ts';
import { unknownDesign, unknownFormat, unknownOs } from './problems.ts';

function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.name, item]));
}

export const designByName: ReadonlyMap<string, Design> = byName(designs);
export const targetByName: ReadonlyMap<string, Target> = byName(targets);
export const formatByName: ReadonlyMap<string, ServerFormat> = byName(serverFormats);

/** Reports names of designs, operating systems and config formats that no registry has: each place once. */
export function checkNames(topology: Topology, fabric: Fabric, design: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  const { data } = topology;
  if (!designByName.has(design)) {
    found.push(
      diagnose(unknownDesign, { name: design, known: [...designByName.keys()] }, spanOf(topology, data, 'design')),
    );
  }
  for (const name of Object.keys(data.designs)) {
    if (designByName.has(name)) continue;
    found.push(
      diagnose(unknownDesign, { name, known: [...designByName.keys()] }, topology.spans.ofKey(data.designs, name)),
    );
  }
  const osKnown = [...targetByName.keys()];
  const tiers = [
    data.fabric.superspines,
    data.fabric.spines,
    data.fabric.leafs,
    ...data.racks,
    ...Object.values(data.devices),
  ];
  for (const section of tiers) {
    if (section?.os === undefined || targetByName.has(section.os)) continue;
    found.push(diagnose(unknownOs, { name: section.os, known: osKnown }, spanOf(topology, section, 'os')));
  }
  const groups = new Set(fabric.servers.map((server) => server.group));
  for (const group of groups) {
    if (formatByName.has(group.config)) continue;
    found.push(
      diagnose(
        unknownFormat,
        { name: group.config, known: [...formatByName.keys()] },
        spanOf(topology, group, 'config'),
      ),
    );
  }
  return found;
}
