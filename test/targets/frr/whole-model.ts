import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import { target } from '../../../src/targets/frr/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { secret } from './fixtures.ts';

const known = new Set<Feature>(target.capabilities.features);

function isSupported(device: SwitchDevice): boolean {
  const needs = Object.entries(featureNeeds) as [Feature, (typeof featureNeeds)[Feature]][];
  return needs.every(([feature, { needed }]) => known.has(feature) || !needed(device)) && !target.lacks!(device).length;
}

/** The interface as it is without an MLAG peer. */
function alone(one: Interface): Interface {
  if (one.kind !== 'lag') return one;
  const { mlag: _number, ...rest } = one;
  return rest;
}

/** One of a pair of leafs that share gateways of both families, each for itself otherwise. */
function sharing(): SwitchDevice {
  const { mlag: _domain, ...leaf } = fixtureDevices['mlagLeaf']!;
  return { ...leaf, interfaces: leaf.interfaces.map(alone) };
}

const authentication = { algorithm: 'md5', keyId: 7, key: secret('OSPF_KEY') } as const;

/** With keys in both versions of OSPF, on a link that has both. */
export function keyed(one: Interface): Interface {
  if (one.kind !== 'ethernet' || one.mode.type !== 'routed') return one;
  const { ospf, ospf3, ...mode } = one.mode;
  if (!ospf || !ospf3) return one;
  return { ...one, mode: { ...mode, ospf: { ...ospf, authentication }, ospf3: { ...ospf3, authentication } } };
}

/** Switches by hand that use the whole model, as far as the target claims it. */
export const supported: Readonly<Record<string, SwitchDevice>> = Object.fromEntries(
  Object.entries({ ...fixtureDevices, sharing: sharing() })
    .filter(([, device]) => isSupported(device))
    .map(([name, device]) => [name, { ...device, os: 'frr' }]),
);
