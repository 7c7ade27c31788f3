import { extraComment, withExtra } from './extra.ts';
import type { Job, Part } from './job.ts';
import { bgpInstancesPart, bgpPart } from './parts/bgp.ts';
import { bridgePart, bridgePortsPart, edgePortsPart, spanningTreePart } from './parts/bridge.ts';
import { dhcpRelayPart } from './parts/dhcp-relay.ts';
import { breakoutsPart, descriptionsPart, interfacesPart, managementPart } from './parts/interfaces.ts';
import { addressesPart, linkLocalPart, routerAdvertisementsPart, sharedGatewaysPart } from './parts/layer3.ts';
import { mlagPart } from './parts/mlag.ts';
import { ospfInterfacesPart, ospfPart } from './parts/ospf.ts';
import { policiesPart } from './parts/policies.ts';
import { servicesPart, snmpPart } from './parts/services.ts';
import { stormControlPart } from './parts/storm-control.ts';
import { systemPart } from './parts/system.ts';
import { vrfsPart } from './parts/vrfs.ts';
import { printDocument } from './print.ts';
import { type Conflict, type Tree, merge } from './tree.ts';

/** All parts of a document, by name. Each has its own settings: their order does not matter. */
export const parts: Readonly<Record<string, Part>> = {
  system: systemPart,
  services: servicesPart,
  snmp: snmpPart,
  management: managementPart,
  breakouts: breakoutsPart,
  interfaces: interfacesPart,
  descriptions: descriptionsPart,
  addresses: addressesPart,
  'link-local': linkLocalPart,
  'shared-gateways': sharedGatewaysPart,
  'router-advertisements': routerAdvertisementsPart,
  bridge: bridgePart,
  'spanning-tree': spanningTreePart,
  'bridge-ports': bridgePortsPart,
  'edge-ports': edgePortsPart,
  'storm-control': stormControlPart,
  mlag: mlagPart,
  vrfs: vrfsPart,
  'dhcp-relay': dhcpRelayPart,
  'ospf-interfaces': ospfInterfacesPart,
  ospf: ospfPart,
  policies: policiesPart,
  bgp: bgpPart,
  'bgp-instances': bgpInstancesPart,
};

/** Two parts say one thing: no input can make them disagree. */
const agree: Conflict = (path, one, other) => {
  if (one === other) return one;
  throw new Error(`two parts disagree on ${path.join(' ')}`);
};

/** Release whose object model the document is in. */
const release = '5.10.0';

/** The document of a switch, from some parts or from all. */
export function renderDocument(job: Job, from: readonly Part[] = Object.values(parts)): string {
  const set = from.map((part) => part(job)).reduce<Tree>((all, one) => merge(all, one, agree), {});
  const { model } = job.device.platform;
  return printDocument({ model, release }, withExtra(set, job), extraComment(job));
}
