import type { SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import { target } from '../../../src/targets/frr/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';

const known = new Set<Feature>(target.capabilities.features);

function isSupported(device: SwitchDevice): boolean {
  const needs = Object.entries(featureNeeds) as [Feature, (typeof featureNeeds)[Feature]][];
  return needs.every(([feature, { needed }]) => known.has(feature) || !needed(device)) && !target.lacks!(device).length;
}

/** Switches by hand that use the whole model, as far as the target claims it. */
export const supported: Readonly<Record<string, SwitchDevice>> = Object.fromEntries(
  Object.entries(fixtureDevices)
    .filter(([, device]) => isSupported(device))
    .map(([name, device]) => [name, { ...device, os: 'frr' }]),
);
