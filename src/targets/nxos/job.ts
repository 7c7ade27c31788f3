import type { Interface, LagInterface, SwitchDevice } from '../../device/device.ts';
import type { RenderContext } from '../target.ts';
import { type KeyChain, keyChains } from './key-chains.ts';
import { watchedInterfaces } from './watched.ts';

/** What every stanza is made from. */
export interface Job {
  readonly device: SwitchDevice;
  readonly context: RenderContext;
  /** By number. */
  readonly lags: ReadonlyMap<number, LagInterface>;
  /** Interfaces with BFD. */
  readonly watched: ReadonlySet<Interface>;
  readonly keyChains: readonly KeyChain[];
}

/** Looks up once what several stanzas need. */
export function startJob(device: SwitchDevice, context: RenderContext): Job {
  const lags = new Map<number, LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  return { device, context, lags, watched: watchedInterfaces(device), keyChains: keyChains(device) };
}
