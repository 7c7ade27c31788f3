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
import { reservedVlansPart } from './parts/reserved-vlans.ts';
import { redistributionPart, routeImportsPart } from './parts/route-leaks.ts';
import { servicesPart, snmpPart } from './parts/services.ts';
import { stormControlPart } from './parts/storm-control.ts';
import { accountsComment, firewallPart, systemPart } from './parts/system.ts';
import { vrfsPart } from './parts/vrfs.ts';
import { printDocument } from './print.ts';
import { mergeAll } from './tree.ts';

/** All parts of a document, by name. Each has its own settings: their order does not matter. */
export const parts: Readonly<Record<string, Part>> = {
  system: systemPart,
  firewall: firewallPart,
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
  'reserved-vlans': reservedVlansPart,
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
  'route-imports': routeImportsPart,
  redistribution: redistributionPart,
};

/** Release whose object model the document is in. */
const release = '5.10.0';

/** The document of a switch, from some parts or from all. */
export function renderDocument(job: Job, from: readonly Part[] = Object.values(parts)): string {
  const set = mergeAll(from.map((part) => part(job)));
  const { model } = job.device.platform;
  const comment = [accountsComment(job), extraComment(job)].filter((one) => one !== '').join('\n');
  return printDocument({ model, release }, withExtra(set, job), comment);
}
