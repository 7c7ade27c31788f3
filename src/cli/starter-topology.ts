/** What `heddle init` writes: a small fabric that builds as it is, every part of it explained. */
export const starterTopology = `\
# A data-centre fabric for heddle.
#
#   heddle lint FILE     says what is wrong in this file
#   heddle build FILE    writes configs, address plan and cable plan to out/
#   heddle schema        prints a JSON Schema with which editors complete and explain every line

# Name of the fabric: its output goes to out/<name>.
name: example

# How the fabric forwards. l3-ospf-ibgp routes from the top-of-rack switch on: OSPF carries the loopbacks,
# iBGP the subnets of the racks, and every path is used (ECMP).
design: l3-ospf-ibgp

fabric:
  # AS number of all switches; 64512 to 65534 are for private use.
  asn: 65000
  # Every leaf has a link to every spine, so the number of spines is the number of paths between two racks.
  spines:
    count: 2
    platform: arista-7060cx2-32s
    os: eos
  # Leafs are the top-of-rack switches. For a Linux switch with FRR say: platform: linux, os: frr, and count
  # the ports: [{ count: 48, speed: 25G, use: access }, { count: 8, speed: 100G, use: uplink }]
  leafs:
    platform: arista-7050sx3-48yc8
    os: eos

# Pools that addresses are taken from; no two may overlap.
addressing:
  loopbacks: 10.255.0.0/20 # one a switch
  p2pLinks: 10.254.0.0/18 # a /31 for each link between switches
  oob: 10.253.0.0/18 # management ports of the switches

# Networks of the servers. Each is a VLAN, and in every rack a subnet of its own, with the leaf as gateway.
networks:
  service:
    vlan: 20
    pool: 10.20.0.0/16
    perRack: 24 # prefix length of the subnet of a rack
    defaultRoute: true # servers reach the rest of the world through this one
  storage:
    vlan: 30
    pool: 10.30.0.0/16
    perRack: 24
    mtu: 9000

# Failure zones, named 1 and 2.
zones: 2

# Racks. {zone} stands for each zone and {1..2} counts, so these are z1r1, z1r2, z2r1 and z2r2.
racks:
  - name: 'z{zone}r{1..2}'
    leafs: 1
    servers:
      # Four equal servers in each rack, both ports bonded (LACP) to the leaf.
      - name: 'web-{rack}-{1..4}'
        role: web
        nics: { count: 2, speed: 25G }
        bond: lacp
        networks: [service, storage] # tagged; untagged: NAME makes one of them untagged
        config: netplan # or ifupdown2

# Settings that all switches share.
system:
  domain: example.net
  ntp: [192.0.2.1, 192.0.2.2]
  dns: [192.0.2.53]
  syslog: [192.0.2.10]
`;
