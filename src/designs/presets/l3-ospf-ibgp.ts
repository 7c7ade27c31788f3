import { routedFabric } from '../../fabric/design-traits.ts';
import type { Design } from '../design.ts';
import { fabricLinks } from '../layers/fabric-links.ts';
import { ibgpRoutes } from '../layers/ibgp-routes.ts';
import { leafPair } from '../layers/leaf-pair.ts';
import { leafPorts } from '../layers/leaf-ports.ts';
import { mlagPeers } from '../layers/mlag-peers.ts';
import { oob } from '../layers/oob.ts';
import { ospfUnderlay } from '../layers/ospf-underlay.ts';
import { rackGateways } from '../layers/rack-gateways.ts';
import { routedHosts } from '../layers/routed-hosts.ts';
import { serverNics } from '../layers/server-nics.ts';
import { upstreamPeers } from '../layers/upstream-peers.ts';

export const design: Design = {
  name: 'l3-ospf-ibgp',
  summary:
    'Routed from the leaf: OSPF carries loopbacks and links, iBGP with reflecting spines the rack prefixes, ECMP everywhere.',
  traits: routedFabric,
  layers: [
    oob,
    fabricLinks,
    rackGateways,
    leafPorts,
    serverNics,
    leafPair,
    ospfUnderlay,
    ibgpRoutes,
    routedHosts,
    upstreamPeers,
    mlagPeers,
  ],
};
