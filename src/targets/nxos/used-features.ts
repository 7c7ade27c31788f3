import { sharesGateway } from './layer3-interfaces.ts';
import type { Job } from './job.ts';

/** What NX-OS must be told to load, and whether a switch needs it; in the order in which NX-OS shows them. */
const features: readonly (readonly [name: string, needed: (job: Job) => boolean])[] = [
  ['ospf', ({ device }) => device.ospf !== undefined],
  ['bgp', ({ device }) => device.bgp !== undefined],
  ['ospfv3', ({ device }) => device.ospf3 !== undefined],
  ['interface-vlan', ({ device }) => device.interfaces.some(({ kind }) => kind === 'svi')],
  ['hsrp', ({ device }) => device.interfaces.some(sharesGateway)],
  ['lacp', ({ lags }) => [...lags.values()].some(({ protocol }) => protocol.type === 'lacp')],
  ['dhcp', ({ device }) => device.interfaces.some((one) => one.kind === 'svi' && one.dhcpRelay.length > 0)],
  ['vpc', ({ device }) => device.mlag !== undefined],
  ['bfd', ({ watched }) => watched.size > 0],
  ['lldp', () => true],
];

/** Features of NX-OS that a switch uses. */
export function usedFeatures(job: Job): string[] {
  return features.flatMap(([name, needed]) => (needed(job) ? [name] : []));
}
