import type { Interface, LagInterface, SwitchDevice } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { RenderContext } from '../target.ts';
import { type KeyChain, keyChains } from './key-chains.ts';
import { managementVrf } from './names.ts';
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

/**
 * Looks up once what several stanzas need.
 * @throws ExpectedError when a VRF has a name that NX-OS needs for itself.
 */
export function startJob(device: SwitchDevice, context: RenderContext): Job {
  if (device.vrfs.some(({ name }) => name === managementVrf)) {
    throw new ExpectedError(`${device.name}: NX-OS keeps the VRF "${managementVrf}" for its out-of-band port`, {
      hint: 'Give the VRF another name.',
    });
  }
  const lags = new Map<number, LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  return { device, context, lags, watched: watchedInterfaces(device), keyChains: keyChains(device) };
}
