import type { State } from './state.ts';
import type { Wire } from './wiring.ts';

/**
 * prepare: a new switch gets its config, drained where it can be, before it is cabled; configure: a running one gets its new config;
 * drain, undrain: neighbours are told to go elsewhere, and to come back; remove: a switch leaves.
 */
export type StepKind = 'prepare' | 'cable' | 'drain' | 'configure' | 'verify' | 'undrain' | 'uncable' | 'remove';

/** A step as the graph sees it. */
export interface Move {
  readonly kind: StepKind;
  readonly devices: readonly string[];
  readonly cables: readonly Wire[];
}

export function move(kind: StepKind, devices: readonly string[], cables: readonly Wire[] = []): Move {
  return { kind, devices, cables };
}

/** The fabric after a move. */
export function applyMove(state: State, { kind, devices, cables }: Move): State {
  const cabled = new Map(state.cabled);
  const running = new Map(state.running);
  const drained = new Set(state.drained);
  switch (kind) {
    case 'cable':
      for (const wire of cables) cabled.set(wire.cable, wire);
      break;
    case 'uncable':
      for (const wire of cables) cabled.delete(wire.cable);
      break;
    case 'prepare':
      for (const device of devices) {
        running.set(device, 'new');
        if (state.drainable) drained.add(device);
      }
      break;
    case 'configure':
      for (const device of devices) running.set(device, 'new');
      break;
    case 'drain':
      for (const device of devices) drained.add(device);
      break;
    case 'undrain':
      for (const device of devices) drained.delete(device);
      break;
    case 'remove':
      for (const device of devices) {
        running.delete(device);
        drained.delete(device);
      }
      break;
    case 'verify':
      break;
  }
  return { ...state, cabled, running, drained };
}
