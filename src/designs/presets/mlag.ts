import type { Design } from '../design.ts';
import { bridgedLinks } from '../layers/bridged-links.ts';
import { bridgedVlans } from '../layers/bridged-vlans.ts';
import { coreGateways } from '../layers/core-gateways.ts';
import { leafPorts } from '../layers/leaf-ports.ts';
import { mlagPeers } from '../layers/mlag-peers.ts';
import { oob } from '../layers/oob.ts';
import { peerLinks } from '../layers/peer-links.ts';
import { serverNics } from '../layers/server-nics.ts';
import { vrfs } from '../layers/vrfs.ts';

export const design: Design = {
  name: 'mlag',
  summary:
    'Bridged up to two cores: pairs of leafs and the cores are MLAG pairs, VLANs are stretched, the cores are the gateway.',
  traits: { links: 'bridged', subnets: 'fabric', autonomousSystems: 'one', spinePair: true },
  layers: [oob, bridgedVlans, bridgedLinks, leafPorts, serverNics, peerLinks, coreGateways, vrfs, mlagPeers],
};
