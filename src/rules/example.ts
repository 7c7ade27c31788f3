/**
 * A small fabric without mistakes. The examples of problems and rules give only what is different:
 * their top-level keys take the place of these.
 */
export const exampleTopology = `name: example
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs:
    platform: linux
    os: frr
    ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }]
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`;
