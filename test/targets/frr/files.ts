import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/frr/target.ts';
import { context } from './fixtures.ts';

/** One generated file of a switch. */
export function fileOf(device: SwitchDevice, path: string): string {
  const file = target.render(device, context).find((one) => one.path === path);
  if (!file) throw new Error(`${device.name} has no ${path}`);
  return file.content;
}

/** Replaces every occurrence, and insists that there is one. */
export function plant(text: string, good: string, bad: string): string {
  if (!text.includes(good)) throw new Error(`nothing to replace: ${good}`);
  return text.replaceAll(good, bad);
}
