import type { Design } from '../design.ts';
import { ebgpRoutes } from '../layers/ebgp-routes.ts';
import { fabricLinks } from '../layers/fabric-links.ts';
import { leafPair } from '../layers/leaf-pair.ts';
import { leafPorts } from '../layers/leaf-ports.ts';
import { mlagPeers } from '../layers/mlag-peers.ts';
import { oob } from '../layers/oob.ts';
import { rackGateways } from '../layers/rack-gateways.ts';
import { routedHosts } from '../layers/routed-hosts.ts';
import { serverNics } from '../layers/server-nics.ts';
import { vrfs } from '../layers/vrfs.ts';
import { upstreamPeers } from '../layers/upstream-peers.ts';

export const design: Design = {
  name: 'l3-ebgp',
  summary: 'Routed from the leaf: eBGP on every link, an autonomous system for each leaf, ECMP everywhere (RFC 7938).',
  traits: { links: 'routed', subnets: 'rack', autonomousSystems: 'each', spinePair: false },
  layers: [
    oob,
    fabricLinks,
    rackGateways,
    leafPorts,
    serverNics,
    leafPair,
    vrfs,
    ebgpRoutes,
    routedHosts,
    upstreamPeers,
    mlagPeers,
  ],
};
