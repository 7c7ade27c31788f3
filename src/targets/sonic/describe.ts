import type { Interface } from '../../device/device.ts';
import { safeText } from '../../frr/safe-text.ts';
import type { SpellPeer } from '../target.ts';

function farEnd(one: Interface, spellPeer: SpellPeer): string | undefined {
  if (one.kind === 'ethernet' && one.peer) {
    return `${one.peer.device} ${spellPeer(one.peer.target, one.peer.port)}`;
  }
  return one.kind === 'lag' ? one.peer?.device : undefined;
}

/** What an interface is for: the far device and port where there is one, then what the model says. */
export function describe(one: Interface, spellPeer: SpellPeer): string {
  return safeText([farEnd(one, spellPeer), one.description].filter((part) => part).join(', '));
}
