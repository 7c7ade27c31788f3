const hardware =
  'platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }]';

/** Fragment of an example: a fabric with two border leafs, border1 and border2, and their upstreams as a YAML list. */
export function withUpstreams(...upstreams: readonly string[]): string {
  return `fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { ${hardware} }
  borderLeafs: { count: 2, ${hardware} }
upstreams:
${upstreams.map((one) => `  - { ${one} }\n`).join('')}`;
}

/** Two upstreams, on a border leaf each. */
export const twoUpstreams = [
  'name: isp-a, device: border1, asn: 64500, addresses: [192.0.2.1/31]',
  'name: isp-b, device: border2, asn: 64501, addresses: [192.0.2.3/31]',
] as const;
