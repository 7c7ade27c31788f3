import { spanOf } from '../topology/topology.ts';
import type { Building } from './building.ts';
import type { Leak, Network, VrfSpec } from './fabric.ts';

/** What the default table is called where a name is asked for. */
export const defaultVrf = 'default';

/** VRFs of the file, in order. */
export function expandVrfs({ topology }: Building): VrfSpec[] {
  const { vrfs } = topology.data;
  return Object.keys(vrfs).map((name, index) => ({ name, index, span: topology.spans.ofKey(vrfs, name) }));
}

/** Notes a VRF that there is not; true for one that there is. */
export function isKnownVrf(building: Building, name: string, holder: object, key: string): boolean {
  const { topology, defects } = building;
  if (name === defaultVrf || Object.hasOwn(topology.data.vrfs, name)) return true;
  const candidates = [defaultVrf, ...Object.keys(topology.data.vrfs)];
  defects.push({ kind: 'unknown-reference', what: 'vrf', name, candidates, span: spanOf(topology, holder, key) });
  return false;
}

/** Routes that cross between VRFs; those of networks or VRFs that there are not are noted and left out. */
export function expandLeaks(building: Building): Leak[] {
  const { topology, networks, defects } = building;
  return topology.data.leaks.flatMap((section) => {
    const found = section.networks.flatMap((name, index): Network[] => {
      const network = networks.get(name);
      if (network) return [network];
      const span = spanOf(topology, section.networks, index);
      defects.push({ kind: 'unknown-reference', what: 'network', name, candidates: [...networks.keys()], span });
      return [];
    });
    if (!isKnownVrf(building, section.to, section, 'to') || found.length === 0) return [];
    const to = section.to === defaultVrf ? {} : { to: section.to };
    return [{ networks: found, ...to, span: spanOf(topology, section, 'to') }];
  });
}
