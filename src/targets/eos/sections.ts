import { extraViews } from './extra.ts';
import type { Job } from './job.ts';
import { accountsViews, authorizationViews } from './views/accounts.ts';
import { bgpViews, leakViews, routerBfdViews } from './views/bgp.ts';
import { mlagViews, spanningTreeViews } from './views/mlag.ts';
import { ospf3Views, ospfViews } from './views/ospf.ts';
import { communityListViews, policyViews, prefixListViews } from './views/policies.ts';
import { lagViews, portViews, speedGroupViews } from './views/ports.ts';
import {
  clockViews,
  headerViews,
  identityViews,
  loggingViews,
  managementRouteViews,
  managementVrfViews,
  ntpViews,
  snmpClientsViews,
  snmpViews,
} from './views/services.ts';
import {
  gatewayMacViews,
  loopbackViews,
  managementPortViews,
  sviViews,
  vlanViews,
} from './views/virtual-interfaces.ts';
import { ipRoutingViews, ipv6RoutingViews, vrfViews } from './views/vrfs.ts';

interface Section {
  /** Template of its stanzas. */
  readonly template: string;
  /** What each stanza is rendered from; none where there is nothing to say. */
  readonly views: (job: Job) => readonly object[];
}

/** Said of every switch. */
const always = () => [{}];

/** The stanzas of a config, in the order in which EOS (4.32 and later) shows its own. */
export const sections: readonly Section[] = [
  { template: 'header', views: headerViews },
  { template: 'accounts', views: accountsViews },
  { template: 'api', views: managementVrfViews },
  { template: 'routing-model', views: always },
  { template: 'lldp', views: always },
  { template: 'logging', views: loggingViews },
  { template: 'identity', views: identityViews },
  { template: 'snmp', views: snmpViews },
  { template: 'speed-groups', views: speedGroupViews },
  { template: 'spanning-tree', views: spanningTreeViews },
  { template: 'clock', views: clockViews },
  { template: 'vlan', views: vlanViews },
  { template: 'vrf', views: vrfViews },
  { template: 'authorization', views: authorizationViews },
  { template: 'interface', views: lagViews },
  { template: 'interface', views: portViews },
  { template: 'interface', views: loopbackViews },
  { template: 'interface', views: managementPortViews },
  { template: 'interface', views: sviViews },
  { template: 'gateway-mac', views: gatewayMacViews },
  { template: 'snmp-clients', views: snmpClientsViews },
  { template: 'ip-routing', views: ipRoutingViews },
  { template: 'community-lists', views: communityListViews },
  { template: 'prefix-list', views: prefixListViews(4) },
  { template: 'ipv6-routing', views: ipv6RoutingViews },
  { template: 'prefix-list', views: prefixListViews(6) },
  { template: 'mlag', views: mlagViews },
  { template: 'management-route', views: managementRouteViews },
  { template: 'ntp', views: ntpViews },
  { template: 'policy-step', views: policyViews },
  { template: 'router-bfd', views: routerBfdViews },
  { template: 'bgp', views: bgpViews },
  { template: 'router-general', views: leakViews },
  { template: 'ospf', views: ospfViews },
  { template: 'ospf3', views: ospf3Views },
  { template: 'ssh', views: managementVrfViews },
  { template: 'extra', views: extraViews },
  { template: 'end', views: always },
];
