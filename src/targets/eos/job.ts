import type { LagInterface, SwitchDevice } from '../../device/device.ts';
import type { RenderContext } from '../target.ts';
import { activeOspf } from './ospf-interfaces.ts';

/** What every stanza is made from. */
export interface Job {
  readonly device: SwitchDevice;
  readonly context: RenderContext;
  /** By number. */
  readonly lags: ReadonlyMap<number, LagInterface>;
  /** BFD watches every neighbour of OSPF. */
  readonly bfdEverywhere: boolean;
}

/** Looks up once what several stanzas need. */
export function startJob(device: SwitchDevice, context: RenderContext): Job {
  const lags = new Map<number, LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  const active = activeOspf(device);
  return { device, context, lags, bfdEverywhere: active.length > 0 && active.every(({ ospf }) => ospf.bfd) };
}
