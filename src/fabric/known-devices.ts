import type { Building } from './building.ts';

/** Notes settings for devices that the fabric does not have: most often a misspelt name. */
export function noteUnknownDevices(building: Building): void {
  const { topology, graph } = building;
  for (const name of Object.keys(topology.data.devices)) {
    if (graph.hasNode(name) && graph.getNodeAttributes(name).kind === 'switch') continue;
    building.defects.push({
      kind: 'unknown-reference',
      what: 'device',
      name,
      candidates: building.switches.map((node) => node.name),
      span: topology.spans.ofKey(topology.data.devices, name),
    });
  }
}
