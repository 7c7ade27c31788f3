import type { Job } from './job.ts';
import { stanza } from './stanza.ts';
import { bgpViews } from './views/bgp.ts';
import { aggregatedDevicesViews, maximumEcmpViews, portSpeedViews } from './views/chassis.ts';
import { extraViews } from './views/extra.ts';
import { dhcpRelayViews, routerAdvertisementViews } from './views/hosts.ts';
import { rstpPortViews, rstpViews, stormControlViews } from './views/layer2.ts';
import { ospfInterfaceViews, ospfViews } from './views/ospf.ts';
import { communityViews, policyViews } from './views/policies.ts';
import { lagViews, portViews } from './views/ports.ts';
import { aggregateViews, defaultRouteViews, loadBalancingViews, routerViews, vrfViews } from './views/routing.ts';
import {
  loginViews,
  managementRouteViews,
  managementViews,
  ntpViews,
  snmpViews,
  syslogViews,
  systemViews,
} from './views/system.ts';
import { irbUnitViews, irbViews, loopbackViews, vlanViews } from './views/virtual-interfaces.ts';

type Section = (job: Job) => readonly string[];

/** What each stanza of a template is rendered from; none where there is nothing to say. */
const section =
  (template: string, views: (job: Job) => readonly object[]): Section =>
  (job) =>
    views(job).map((view) => stanza(template, view));

/** The stanzas of a config. Junos keeps them in an order of its own, except for terms and lists of policies. */
export const sections: readonly Section[] = [
  section('system', systemViews),
  section('login', loginViews),
  section('syslog', syslogViews),
  section('ntp', ntpViews),
  section('aggregated-devices', aggregatedDevicesViews),
  section('maximum-ecmp', maximumEcmpViews),
  section('port-speed', portSpeedViews),
  section('port', portViews),
  section('port', lagViews),
  section('port', loopbackViews),
  section('management', managementViews),
  section('irb', irbViews),
  section('irb-unit', irbUnitViews),
  section('snmp', snmpViews),
  section('storm-control', stormControlViews),
  section('dhcp-relay', dhcpRelayViews),
  section('community', communityViews),
  section('policy', policyViews),
  section('load-balancing', loadBalancingViews),
  section('management-route', managementRouteViews),
  section('vrf', vrfViews),
  section('router', routerViews),
  section('aggregate', aggregateViews),
  section('default-route', defaultRouteViews),
  (job) => bgpViews(job).map(({ template, view }) => stanza(template, view)),
  section('ospf', ospfViews),
  section('ospf-interface', ospfInterfaceViews),
  section('router-advertisement', routerAdvertisementViews),
  section('lldp', () => [{}]),
  section('rstp', rstpViews),
  section('rstp-port', rstpPortViews),
  section('vlan', vlanViews),
  section('extra', extraViews),
];
