// Topologies for the benchmark: a 5-stage Clos of pods, 40 servers a rack.

const shapes = {
  25: { pods: 1, leafs: 17 },
  250: { pods: 6, leafs: 37 },
  2500: { pods: 52, leafs: 44 },
};

export const sizes = Object.keys(shapes).map(Number);

/** A topology of that many switches: pods of leafs and 4 spines, 4 superspines. */
export function benchTopology(switches) {
  const { pods, leafs } = shapes[switches];
  return `name: bench-${switches}
fabric:
  asn: 65000
  superspines: { count: 4, planes: 4, platform: arista-7260cx3-64, os: eos }
  spines: { count: 4, platform: arista-7260cx3-64, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos }
addressing:
  loopbacks: 100.64.0.0/16
  p2pLinks: 100.66.0.0/15
  oob: 100.72.0.0/14
  racksPerZone: 64
networks:
  service: { vlan: 20, pool: 10.0.0.0/8, perRack: 24, defaultRoute: true }
  storage: { vlan: 30, pool: 172.16.0.0/12, perRack: 24, mtu: 9000 }
pods: ${pods}
racks:
  - name: "p{pod}r{1..${leafs}}"
    servers:
      - { name: "s-{rack}-{01..40}", role: node, nics: { count: 1, speed: 25G }, bond: none, networks: [service, storage], untagged: service }
`;
}
