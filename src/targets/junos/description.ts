import type { Interface } from '../../device/device.ts';
import type { SpellPeer } from '../target.ts';
import { plainText } from './text.ts';

/** The far end and its port where there is a cable, and what the interface is for. */
export function describe(one: Interface, spellPeer: SpellPeer): string {
  const purpose = one.description;
  if ((one.kind !== 'ethernet' && one.kind !== 'lag') || !one.peer) return plainText(purpose);
  const port = 'port' in one.peer ? ` ${spellPeer(one.peer.target, one.peer.port)}` : '';
  return plainText(`to ${one.peer.device}${port}${purpose === '' ? '' : ` (${purpose})`}`);
}
