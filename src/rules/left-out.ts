import type { Fabric, Rack } from '../fabric/fabric.ts';

/** True when the builder stopped early, so that absence of something means nothing. */
export function isCutShort(fabric: Fabric): boolean {
  return fabric.defects.some((defect) => defect.kind === 'too-large');
}

/** True when a tier above the leafs has fewer switches than the file asks for: each is reported where it went wrong. */
export function lacksSpines(fabric: Fabric): boolean {
  if (isCutShort(fabric)) return true;
  const { spines, superspines } = fabric.topology.data.fabric;
  const wanted = spines.count * Math.max(1, fabric.pods.length) + (superspines?.count ?? 0);
  return fabric.switches.filter((node) => node.role !== 'leaf').length < wanted;
}

/** True when racks of the file could not be expanded, or none has a leaf: spines then have nothing to connect to. */
export function lacksRacks(fabric: Fabric): boolean {
  const built = new Set(fabric.racks.map((rack) => rack.section));
  return (
    fabric.topology.data.racks.some((section) => !built.has(section)) ||
    fabric.racks.every((rack) => rack.leafs.length === 0)
  );
}

/** True when a rack has fewer leafs than the file asks for, which is reported where it went wrong. */
export function lacksLeafs(rack: Rack): boolean {
  return rack.leafs.length < rack.leafCount;
}

function filled(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([^{}]*)\}/g, (whole, key: string) => values[key] ?? whole);
}

/** A name pattern as a regular expression: placeholders, and characters that no name has, stand for anything. */
function matcher(pattern: string): RegExp {
  const literals = pattern.split(/\{[^{}]*\}/).map((part) => part.replace(/[^A-Za-z0-9-]/g, '.'));
  return new RegExp(`^${literals.join('.+')}$`);
}

/**
 * Tells whether a name may be that of a device that could not be built: what refers to it is right,
 * and the cause has a report of its own.
 */
export function leftOutNames(fabric: Fabric): (name: string) => boolean {
  const { data, dropped } = fabric.topology;
  const patterns: string[] = [];
  for (const name of dropped) patterns.push(name, filled(data.fabric.leafs.name, { rack: name }));
  // Of a pattern that cannot be expanded, only what stands before its first brace is certain.
  for (const defect of fabric.defects) {
    if (defect.kind === 'bad-pattern') patterns.push(`${defect.pattern.split('{')[0]!}{}`);
  }
  const built = new Set(fabric.racks.map((rack) => rack.section));
  for (const section of data.racks) {
    if (built.has(section)) continue;
    const rack = { rack: section.name };
    patterns.push(filled(data.fabric.leafs.name, rack), ...section.servers.map((group) => filled(group.name, rack)));
  }
  for (const rack of fabric.racks) {
    if (lacksLeafs(rack)) patterns.push(filled(data.fabric.leafs.name, { rack: rack.name }));
  }
  if (lacksSpines(fabric)) {
    const { spines, superspines } = data.fabric;
    const prefix = fabric.pods.length > 0 ? 'pod{pod}-' : '';
    patterns.push(spines.name ?? `${prefix}spine{n}`, superspines?.name ?? 'superspine{n}');
  }
  const matchers = [...new Set(patterns)].map(matcher);
  return (name) => matchers.some((one) => one.test(name));
}
