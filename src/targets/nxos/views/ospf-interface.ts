import type { OspfAuthentication, OspfInterface } from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { keyChainOf } from '../key-chains.ts';
import { stanza } from '../stanza.ts';
import { secretWord } from '../text.ts';

/** What NX-OS has without being told, in seconds. */
const defaults = { helloInterval: 10, deadInterval: 40, retransmitInterval: 5 } as const;

/** Keys of MD5 are 16 octets (RFC 2328, D.3). */
const longestMd5Key = 16;

function unlessDefault(ospf: OspfInterface, name: keyof typeof defaults): number | null {
  return ospf.passive || ospf[name] === defaults[name] ? null : ospf[name];
}

function authenticationView(authentication: OspfAuthentication, { context, keyChains }: Job) {
  const { algorithm, keyId, key } = authentication;
  return algorithm === 'md5'
    ? { keyChain: null, keyId, key: secretWord(key, context.readSecret, longestMd5Key) }
    : { keyChain: keyChainOf(keyChains, authentication), keyId, key: null };
}

/** A loopback is passive by itself. */
function commonView(ospf: OspfInterface, isLoopback: boolean) {
  const { area, passive, bfd, cost, pointToPoint } = ospf;
  return {
    area,
    passive: passive && !isLoopback,
    bfd: bfd && !passive,
    cost: cost !== undefined && !passive ? cost : null,
    helloInterval: unlessDefault(ospf, 'helloInterval'),
    deadInterval: unlessDefault(ospf, 'deadInterval'),
    retransmitInterval: unlessDefault(ospf, 'retransmitInterval'),
    pointToPoint: pointToPoint && !passive,
  };
}

/** Lines about OSPF version 2. */
export function ospfLines(ospf: OspfInterface | undefined, isLoopback: boolean, job: Job): string {
  if (!ospf) return '';
  const authentication = ospf.passive ? undefined : ospf.authentication;
  return stanza('ospf-interface', {
    ...commonView(ospf, isLoopback),
    authentication: authentication ? authenticationView(authentication, job) : null,
  });
}

/** Lines about OSPF version 3. */
export function ospf3Lines(ospf: OspfInterface | undefined, isLoopback: boolean): string {
  return ospf ? stanza('ospf3-interface', commonView(ospf, isLoopback)) : '';
}
