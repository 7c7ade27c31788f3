import { targets } from '../../../src/targets/registry.gen.ts';

/** A model that each target runs on. A new target needs one here. */
const platforms: Readonly<Record<string, string>> = {
  'cumulus-nvue': 'nvidia-sn2410',
  eos: 'arista-7050sx3-48yc8',
  frr: 'nvidia-sn2410',
  junos: 'juniper-qfx5120-48y',
  nxos: 'cisco-n9k-93180yc-fx',
  sonic: 'dell-s5248f-on',
};

export const targetNames: readonly string[] = targets.map(({ name }) => name);

export interface OneTarget {
  readonly os: string;
  readonly design: 'l3-ospf-ibgp' | 'l3-ebgp' | 'mlag';
  readonly families?: '4' | '46';
  /** More sections, as YAML. */
  readonly more?: string;
  readonly leafs?: string;
  readonly asn?: number;
  readonly mtu?: number;
}

/** A small fabric all of whose switches run one target. */
export function fabricOf({
  os,
  design,
  families = '4',
  more = '',
  leafs = '',
  asn = 65000,
  mtu = 9198,
}: OneTarget): string {
  const platform = platforms[os];
  if (platform === undefined) throw new Error(`say on which platform ${os} runs`);
  const pools = (four: string, six: string): string => (families === '46' ? `[${four}, "${six}"]` : four);
  return `name: one-target
design: ${design}
fabric:
  asn: ${asn}
  mtu: ${mtu}
  spines: { count: 2, platform: ${platform}, os: ${os} }
  leafs: { platform: ${platform}, os: ${os}, uplinks: { speed: 100G }${leafs} }
addressing:
  loopbacks: ${pools('10.255.0.0/24', '2001:db8:ff::/64')}
  p2pLinks: ${pools('10.254.0.0/22', '2001:db8:fe::/64')}
  oob: 10.253.0.0/24
  oobGateway: 10.253.0.1
networks:
  service: { vlan: 20, pool: ${pools('10.20.0.0/16', '2001:db8:20::/48')}, defaultRoute: true }
racks:
  - name: "r{1..2}"
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { count: 1, speed: 25G }, bond: none, networks: [service], config: netplan }
${more}`;
}
