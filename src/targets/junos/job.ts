import type { BgpInstance, LagInterface, SwitchDevice } from '../../device/device.ts';
import type { RenderContext } from '../target.ts';

/** A routing instance with its BGP: the default one, or a VRF. */
export interface Instance {
  /** Of the VRF; absent: the default instance. */
  readonly vrf?: string;
  /** What statements of the instance begin with: nothing, or `routing-instances <vrf> `. */
  readonly scope: string;
  readonly bgp?: BgpInstance;
}

/** What every stanza is made from. */
export interface Job {
  readonly device: SwitchDevice;
  readonly context: RenderContext;
  /** By number. */
  readonly lags: ReadonlyMap<number, LagInterface>;
  /** The default one first. */
  readonly instances: readonly Instance[];
}

/** What statements of a routing instance begin with. */
export const scopeOf = (vrf: string | undefined): string => (vrf === undefined ? '' : `routing-instances ${vrf} `);

/** The routing instances of a switch, the default one first. */
export function instancesOf({ bgp, vrfs }: SwitchDevice): Instance[] {
  const ofVrf = new Map(bgp?.vrfs.map((one) => [one.vrf, one]));
  return [
    { scope: '', ...(bgp ? { bgp } : {}) },
    ...vrfs.map(({ name }): Instance => {
      const own = ofVrf.get(name);
      return { vrf: name, scope: scopeOf(name), ...(own ? { bgp: own } : {}) };
    }),
  ];
}

/** Looks up once what several stanzas need. */
export function startJob(device: SwitchDevice, context: RenderContext): Job {
  const lags = new Map<number, LagInterface>();
  for (const one of device.interfaces) if (one.kind === 'lag') lags.set(one.id, one);
  return { device, context, lags, instances: instancesOf(device) };
}
