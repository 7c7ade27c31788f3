import type { Device } from '../device/device.ts';
import { replacedStanzas } from './replacements.ts';

/** True for a device that has lines of the topology's own, as a whole or on an interface. */
export function hasExtraLines({ extra, interfaces }: Pick<Device, 'extra' | 'interfaces'>): boolean {
  return extra.length > 0 || interfaces.some((one) => one.extra !== undefined && one.extra.length > 0);
}

/**
 * What a config has that is not heddle's, as one line for its header; empty where there is nothing.
 * @param folders of templates that it is made of.
 */
export function ownPieces(device: Pick<Device, 'extra' | 'interfaces'>, folders: readonly string[]): string {
  const stanzas = folders.flatMap(replacedStanzas);
  const templates = stanzas.length === 0 ? [] : [`templates (${stanzas.join(', ')})`];
  const pieces = [...(hasExtraLines(device) ? ['lines'] : []), ...templates];
  return pieces.length === 0 ? '' : `Has ${pieces.join(' and ')} of the topology's own.`;
}
