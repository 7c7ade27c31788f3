import type { LagInterface, SwitchDevice } from '../../device/device.ts';
import type { RenderContext } from '../target.ts';
import { bfdEverywhere } from './ospf-interfaces.ts';

/** What every stanza is made from. */
export interface Job {
  readonly device: SwitchDevice;
  readonly context: RenderContext;
  /** By number. */
  readonly lags: ReadonlyMap<number, LagInterface>;
  /** BFD watches every neighbour of OSPF, of either version: the process says it for all. */
  readonly bfdEverywhere: { readonly ospf: boolean; readonly ospf3: boolean };
}

/** Looks up once what several stanzas need. */
export function startJob(device: SwitchDevice, context: RenderContext): Job {
  const lags = new Map<number, LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  return {
    device,
    context,
    lags,
    bfdEverywhere: { ospf: bfdEverywhere(device, 'ospf'), ospf3: bfdEverywhere(device, 'ospf3') },
  };
}
