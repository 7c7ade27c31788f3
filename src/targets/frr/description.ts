import type { Interface } from '../../device/device.ts';
import type { SpellPeer } from '../target.ts';
import { safeText } from '../../frr/safe-text.ts';

function farEnd(one: Interface, spellPeer: SpellPeer): string | undefined {
  if (one.kind === 'ethernet' && one.peer) {
    return `${one.peer.device} ${spellPeer(one.peer.target, one.peer.port)}`;
  }
  return one.kind === 'lag' ? one.peer?.device : undefined;
}

/** What an interface is for: the far device and port where there is one, then what the model says. */
export function describeInterface(one: Interface, spellPeer: SpellPeer): string {
  const parts = [farEnd(one, spellPeer), one.description].filter((part) => part);
  return safeText(parts.join(', '));
}
