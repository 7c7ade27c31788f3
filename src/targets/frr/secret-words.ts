import type { SecretRef } from '../../device/device.ts';
import { readWord } from '../../frr/secret-words.ts';
import type { RenderContext } from '../target.ts';

/** For a quoted string of net-snmp. */
export const readCommunity = ({ readSecret }: RenderContext, secret: SecretRef): string =>
  readWord(readSecret, secret, 64, 'an SNMP community').replaceAll(/["\\]/g, '\\$&');
