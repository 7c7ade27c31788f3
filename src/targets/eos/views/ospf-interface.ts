import type { OspfAuthentication, OspfInterface } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Job } from '../job.ts';
import { secretWord } from '../text.ts';

/** What EOS has without being told, in seconds. */
const ospfDefaults = { helloInterval: 10, deadInterval: 40, retransmitInterval: 5 } as const;

/** Keys of MD5 are 16 octets (RFC 2328, D.3). */
const longestMd5Key = 16;

function unlessDefault(ospf: OspfInterface, name: keyof typeof ospfDefaults): number | null {
  return ospf.passive || ospf[name] === ospfDefaults[name] ? null : ospf[name];
}

function authenticationView({ algorithm, keyId, key }: OspfAuthentication, { context }: Job) {
  const longest = algorithm === 'md5' ? longestMd5Key : undefined;
  return { algorithm, keyId, key: secretWord(key, context.readSecret, longest) };
}

function commonView(ospf: OspfInterface, bfdEverywhere: boolean) {
  const { area, passive, bfd, cost, pointToPoint } = ospf;
  return {
    area,
    active: !passive,
    // Where all interfaces have BFD, the process says it for them.
    bfd: bfd && !passive && !bfdEverywhere,
    cost: cost ?? null,
    helloInterval: unlessDefault(ospf, 'helloInterval'),
    deadInterval: unlessDefault(ospf, 'deadInterval'),
    retransmitInterval: unlessDefault(ospf, 'retransmitInterval'),
    pointToPoint: pointToPoint && !passive,
  };
}

/** OSPF version 2 on an interface. */
export function ospfView(ospf: OspfInterface, job: Job) {
  const { authentication, passive } = ospf;
  return {
    ...commonView(ospf, job.bfdEverywhere.ospf),
    authentication: authentication && !passive ? authenticationView(authentication, job) : null,
  };
}

/**
 * OSPF version 3 on an interface.
 * @throws ExpectedError where it is authenticated: EOS has IPsec for that, and no keys of its own (RFC 4552).
 */
export function ospf3View(ospf: OspfInterface, job: Job) {
  if (ospf.authentication && !ospf.passive) {
    throw new ExpectedError(`EOS cannot authenticate OSPF for IPv6 by the key ${ospf.authentication.key.name}`, {
      hint: 'It has IPsec for OSPF version 3, and no keys of the protocol itself.',
    });
  }
  return commonView(ospf, job.bfdEverywhere.ospf3);
}
