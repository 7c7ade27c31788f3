/** As little as a topology file can hold, for examples that are about a file as a whole. */
export const smallestTopology = `name: smallest
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 2, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 4, speed: 10G }] }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24 }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service] }
`;
