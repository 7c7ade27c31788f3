import type { Job } from './job.ts';
import { accountsViews } from './views/accounts.ts';
import { addPathViews, bgpViews, unnumberedViews } from './views/bgp.ts';
import { extraViews } from './views/extra.ts';
import { mlagViews } from './views/mlag.ts';
import { keyChainViews, ospf3Views, ospfViews } from './views/ospf.ts';
import { communityListViews, policyViews, prefixListViews } from './views/policies.ts';
import { breakoutViews, lagViews, portViews } from './views/ports.ts';
import { relayViews } from './views/relay.ts';
import {
  clockViews,
  featureViews,
  headerViews,
  identityViews,
  loggingViews,
  ntpViews,
  snmpClientsViews,
  snmpViews,
} from './views/services.ts';
import { loopbackViews, managementPortViews, subInterfaceViews, sviViews } from './views/virtual-interfaces.ts';
import { reservedVlansViews, spanningTreeViews, vlanViews } from './views/vlans.ts';
import { importMapViews, managementVrfViews, targetListViews, vrfViews } from './views/vrfs.ts';

interface Section {
  /** Template of its stanzas. */
  readonly template: string;
  /** What each stanza is rendered from; none where there is nothing to say. */
  readonly views: (job: Job) => readonly object[];
}

/** The stanzas of a config: what others name comes before them, features before all. */
export const sections: readonly Section[] = [
  { template: 'header', views: headerViews },
  { template: 'unnumbered', views: unnumberedViews },
  { template: 'features', views: featureViews },
  { template: 'identity', views: identityViews },
  { template: 'accounts', views: accountsViews },
  { template: 'clock', views: clockViews },
  { template: 'snmp-clients', views: snmpClientsViews },
  { template: 'snmp', views: snmpViews },
  { template: 'ntp', views: ntpViews },
  { template: 'logging', views: loggingViews },
  { template: 'reserved-vlans', views: reservedVlansViews },
  { template: 'vlan', views: vlanViews },
  { template: 'spanning-tree', views: spanningTreeViews },
  { template: 'key-chain', views: keyChainViews },
  { template: 'community-lists', views: communityListViews },
  { template: 'target-lists', views: targetListViews },
  { template: 'prefix-list', views: prefixListViews },
  { template: 'policy-step', views: policyViews },
  { template: 'import-step', views: importMapViews },
  { template: 'add-path', views: addPathViews },
  { template: 'management-vrf', views: managementVrfViews },
  { template: 'vrf', views: vrfViews },
  { template: 'dhcp-relay', views: relayViews },
  { template: 'mlag', views: mlagViews },
  { template: 'breakout', views: breakoutViews },
  { template: 'interface', views: managementPortViews },
  { template: 'interface', views: loopbackViews },
  { template: 'interface', views: lagViews },
  { template: 'interface', views: portViews },
  { template: 'interface', views: subInterfaceViews },
  { template: 'interface', views: sviViews },
  { template: 'ospf', views: ospfViews },
  { template: 'ospf3', views: ospf3Views },
  { template: 'bgp', views: bgpViews },
  { template: 'extra', views: extraViews },
];
