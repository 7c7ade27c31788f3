import type { Interface, RoutedMode, SwitchDevice } from '../../device/device.ts';
import type { InterfaceAddress } from '../../ip/index.ts';
import type { RenderContext } from '../target.ts';
import { spellInterface } from './names.ts';
import type { Tree } from './tree.ts';

/** An interface and its name. */
export interface Named {
  readonly name: string;
  readonly one: Interface;
}

/** What every part of the document is made from. */
export interface Job {
  readonly device: SwitchDevice;
  readonly context: RenderContext;
  readonly interfaces: readonly Named[];
}

/** A part of the document: settings below `set`. */
export type Part = (job: Job) => Tree;

export function startJob(device: SwitchDevice, context: RenderContext): Job {
  return {
    device,
    context,
    interfaces: device.interfaces.map((one) => ({ name: spellInterface(one, device), one })),
  };
}

/** Layer 3 of an interface, whatever it is. */
export function routedPart(one: Interface): Partial<Omit<RoutedMode, 'type' | 'routes'>> {
  if (one.kind === 'svi' || one.kind === 'loopback') return one;
  return one.mode.type === 'routed' ? one.mode : {};
}

/** The SVI on which an MLAG pair talks; NVUE has a subinterface with link-local addresses instead. */
export const isPeerSvi = (one: Interface, { mlag }: SwitchDevice): boolean =>
  one.kind === 'svi' && one.vlan === mlag?.vlan;

export function loopbackAddress(device: SwitchDevice, family: 4 | 6): InterfaceAddress | undefined {
  const loopback = device.interfaces.find((one) => one.kind === 'loopback');
  return loopback?.addresses.find(({ ip }) => ip.family === family);
}

/** A tree below `interface` with what a function says of each; nothing where it says undefined. */
export function eachInterface({ interfaces }: Job, say: (named: Named) => Tree | undefined): Tree {
  const said = interfaces.flatMap((named) => {
    const tree = say(named);
    return tree && Object.keys(tree).length > 0 ? [[named.name, tree] as const] : [];
  });
  return said.length === 0 ? {} : { interface: Object.fromEntries(said) };
}
