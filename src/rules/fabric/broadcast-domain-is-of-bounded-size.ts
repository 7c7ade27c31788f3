import { defineRule } from '../rule.ts';

/** Broadcasts a second of one host in bursts, most of them ARP: 468,240 of a million (Myers, Ng, Zhang, HotNets 2004). */
const peakBroadcasts = 0.468;

/** ARP packets a second that a switch's processor takes before it drops some: the default of SONiC (copp_cfg.j2). */
const policedRate = 600;

const hosts = (racks: number): string => `design: mlag
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7260cx3-64, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
addressing: { loopbacks: 10.255.0.0/20, p2pLinks: 10.254.0.0/16, oob: 10.253.0.0/20 }
racks:
  - name: r{1..${racks}}
    leafs: 2
    height: 60
    servers:
      - { name: "web-{rack}-{1..47}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: lacp }
`;

export const rule = defineRule<
  { readonly network: string; readonly hosts: number; readonly most: number },
  'fabric',
  'hosts'
>({
  stage: 'fabric',
  code: 'FAB114',
  name: 'broadcast-domain-is-of-bounded-size',
  severity: 'warning',
  summary:
    'A network that is one broadcast domain over the whole fabric has no more hosts than a switch can take the ARP of.',
  why: 'Every switch and every host of the domain gets every broadcast. Beyond the rate that a switch gives to ARP it drops requests, and hosts lose their gateway for seconds at a time.',
  source:
    'Myers, Ng, Zhang: "Rethinking the Service Model: Scaling Ethernet to a Million Nodes" (HotNets 2004); RFC 6820; SONiC, copp_cfg.j2 (600 ARP packets a second)',
  example: { wrong: hosts(28), right: hosts(2) },
  message: ({ network, hosts: count, most }) =>
    `Network ${network} is one broadcast domain of ${count} servers, and ${most} are as many as a switch takes the ARP of`,
  hint: () => 'Divide it into several networks, or use a routed design, where each rack is a domain of its own.',
  thresholds: {
    hosts: {
      default: Math.floor(policedRate / peakBroadcasts),
      minimum: 1,
      maximum: 1_000_000,
      integer: true,
      unit: 'servers',
      description: 'Most servers in one broadcast domain.',
    },
  },
  check({ traits, servers, networks }, report, { hosts: most }) {
    if (traits.subnets !== 'fabric') return;
    const counts = new Map<string, number>();
    for (const server of servers) {
      for (const { name } of server.networks) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    for (const { name, span } of networks) {
      const count = counts.get(name) ?? 0;
      if (count > most) report({ network: name, hosts: count, most }, span);
    }
  },
});
