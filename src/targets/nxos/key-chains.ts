import type { OspfAuthentication, SwitchDevice } from '../../device/device.ts';
import { layer3Interfaces } from './layer3-interfaces.ts';

/** A key of OSPF that NX-OS takes from a key chain, for it knows no other way to HMAC-SHA (RFC 5709). */
export interface KeyChain {
  readonly name: string;
  readonly authentication: OspfAuthentication;
}

const identity = ({ keyId, key }: OspfAuthentication): string => `${keyId} ${key.source} ${key.name}`;

/** A key chain for each key of SHA-256, numbered in the order of the interfaces. */
export function keyChains(device: SwitchDevice): readonly KeyChain[] {
  const found = new Map<string, OspfAuthentication>();
  for (const { ospf } of layer3Interfaces(device)) {
    if (!ospf || ospf.passive || ospf.authentication?.algorithm !== 'sha256') continue;
    const key = identity(ospf.authentication);
    if (!found.has(key)) found.set(key, ospf.authentication);
  }
  return [...found.values()].map((authentication, index) => ({ name: `OSPF-${index + 1}`, authentication }));
}

/** Name of the key chain that has a key. */
export function keyChainOf(chains: readonly KeyChain[], authentication: OspfAuthentication): string {
  const chain = chains.find((one) => identity(one.authentication) === identity(authentication));
  if (!chain) throw new Error('a key without a key chain');
  return chain.name;
}
