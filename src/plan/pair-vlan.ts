import { mlagPairs } from '../fabric/mlag-pairs.ts';
import { allocateNumbers } from './address-pool.ts';
import type { Planning } from './planning.ts';
import type { SlotRequest } from './slots.ts';

/**
 * VLAN ids for what two switches of a pair have between them are looked for from here downwards, away from those people
 * choose. NX-OS keeps 3968 to 4095 for itself, and routes nothing over the VLAN of MLAG peers.
 */
const highest = { leafPair: 3967, mlagPeer: 4094 } as const;

export interface PairVlans {
  /** Of the routed path between the two leafs of a rack. */
  readonly pairVlan?: number;
  /** Of the MLAG peers' own traffic. */
  readonly mlagVlan?: number;
}

/** The VLANs between two switches of a pair: such as no network has, the same in every pair. */
export function choosePairVlans(planning: Planning): PairVlans {
  const { fabric, allocations } = planning;
  const used = new Set([0, 1, ...fabric.networks.map((network) => network.vlan)]);
  const requests: SlotRequest[] = [];
  const ask = (key: string, from: number): void => {
    let preferred = from;
    while (used.has(preferred) || requests.some((one) => one.preferred === preferred)) preferred--;
    requests.push({ key, preferred });
  };
  const routed = fabric.traits.links === 'routed' && fabric.racks.some((rack) => rack.leafs.length === 2);
  if (routed) ask('vlan/leaf-pair', highest.leafPair);
  if (mlagPairs(fabric).length > 0) ask('vlan/mlag-peer', highest.mlagPeer);
  const row = fabric.earlier.row('vlan');
  const { numbers } = allocateNumbers(highest.mlagPeer + 1, requests, row, allocations, used);
  const [pairVlan, mlagVlan] = ['vlan/leaf-pair', 'vlan/mlag-peer'].map((key) => numbers.get(key));
  return { ...(pairVlan === undefined ? {} : { pairVlan }), ...(mlagVlan === undefined ? {} : { mlagVlan }) };
}
