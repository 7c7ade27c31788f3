/*
 * Tables of CONFIG_DB, transcribed from the YANG models of SONiC: sonic-net/sonic-buildimage@086b03bd,
 * src/sonic-yang-models/yang-models/sonic-<model>.yang and yang-templates/sonic-types.yang.j2. Only the tables and fields
 * that heddle writes: another field is refused even where the model has it.
 */

/** A value: a text that fits a pattern, one of some words, a decimal number within bounds, or a list of texts. */
export type Leaf =
  | { readonly pattern: string }
  | { readonly words: readonly string[] }
  | { readonly range: readonly [number, number] }
  | { readonly list: string };

export interface TableModel {
  readonly model: string;
  /** Of each part of a key; entries of a table may have keys of different lengths. */
  readonly keys: readonly (readonly string[])[];
  readonly fields: Readonly<Record<string, Leaf>>;
  readonly mandatory?: readonly string[];
}

const port = 'Ethernet\\d+';
const portChannel = 'PortChannel[0-9]{1,4}';
const vlan = 'Vlan(409[0-5]|40[0-8][0-9]|[1-3][0-9]{3}|[1-9][0-9]{2}|[1-9][0-9]|[2-9])';
const vrf = 'Vrf[a-zA-Z0-9_-]{1,12}';
const ip4 = '(\\d{1,3}\\.){3}\\d{1,3}';
const ip6 = '[0-9a-f:]*:[0-9a-f:.]*';
const prefix = `(${ip4}/([0-9]|[12][0-9]|3[0-2])|${ip6}/([0-9]|[0-9]{2}|1[01][0-9]|12[0-8]))`;
const ip = `(${ip4}|${ip6})`;
const host = `(${ip}|[\\w.-]+)`;
const subInterface = '(Eth|Po)\\d{1,4}\\.([1-9][0-9]{0,2}|[1-3][0-9]{3}|40[0-8][0-9]|409[0-4])';

const onOff: Leaf = { words: ['enable', 'disable'] };
const adminStatus: Leaf = { words: ['up', 'down'] };
const boolean: Leaf = { words: ['true', 'false'] };
const description: Leaf = { pattern: '.{1,255}' };
const mtu: Leaf = { range: [68, 9216] };
const vrfName: Leaf = { pattern: vrf };
const layer3 = { vrf_name: vrfName, ipv6_use_link_local_only: onOff };

export const tables: Readonly<Record<string, TableModel>> = {
  BREAKOUT_CFG: { model: 'breakout_cfg', keys: [[port]], fields: { brkout_mode: { pattern: '.{1,64}' } } },
  COPP_GROUP: {
    model: 'copp',
    keys: [['\\w+']],
    fields: {
      cbs: { range: [0, 4_294_967_295] },
      cir: { range: [0, 4_294_967_295] },
      meter_type: { words: ['packets', 'bytes'] },
      mode: { words: ['sr_tcm', 'tr_tcm', 'storm'] },
      queue: { range: [0, 4_294_967_295] },
      red_action: { words: ['drop', 'forward', 'copy', 'trap'] },
      trap_action: { words: ['drop', 'forward', 'copy', 'trap'] },
      trap_priority: { range: [0, 4_294_967_295] },
    },
    mandatory: ['trap_action', 'meter_type', 'mode'],
  },
  COPP_TRAP: {
    model: 'copp',
    keys: [['\\w+']],
    fields: { always_enabled: boolean, trap_group: { pattern: '\\w+' }, trap_ids: { pattern: '[\\w,]+' } },
    mandatory: ['trap_ids'],
  },
  DEVICE_METADATA: {
    model: 'device_metadata',
    keys: [['localhost']],
    fields: {
      bgp_asn: { range: [0, 4_294_967_295] },
      docker_routing_config_mode: { words: ['separated', 'unified', 'split', 'split-unified'] },
      frr_mgmt_framework_config: boolean,
      hostname: { pattern: '.{1,63}' },
      hwsku: description,
      platform: description,
      timezone: description,
      type: { words: ['ToRRouter', 'LeafRouter', 'SpineRouter'] },
    },
  },
  DHCP_RELAY: { model: 'dhcpv6-relay', keys: [[vlan]], fields: { dhcpv6_servers: { list: ip6 } } },
  DNS_NAMESERVER: { model: 'dns', keys: [[ip]], fields: {} },
  FEATURE: { model: 'feature', keys: [['dhcp_relay']], fields: { state: { words: ['enabled', 'disabled'] } } },
  INTERFACE: { model: 'interface', keys: [[port], [port, prefix]], fields: layer3 },
  LOOPBACK_INTERFACE: { model: 'loopback-interface', keys: [['Loopback0'], ['Loopback0', prefix]], fields: {} },
  MGMT_INTERFACE: {
    model: 'mgmt_interface',
    keys: [['eth0', prefix]],
    fields: { gwaddr: { pattern: ip } },
    mandatory: ['gwaddr'],
  },
  MGMT_PORT: {
    model: 'mgmt_port',
    keys: [['eth0']],
    fields: { admin_status: adminStatus, alias: description, description },
  },
  MGMT_VRF_CONFIG: { model: 'mgmt_vrf', keys: [['vrf_global']], fields: { mgmtVrfEnabled: boolean } },
  NTP: { model: 'ntp', keys: [['global']], fields: { vrf: { words: ['mgmt', 'default'] } } },
  NTP_SERVER: {
    model: 'ntp',
    keys: [[host]],
    fields: { association_type: { words: ['server', 'pool'] }, iburst: { words: ['on', 'off'] } },
  },
  PORT: {
    model: 'port',
    keys: [[port]],
    fields: {
      admin_status: adminStatus,
      alias: { pattern: '.{1,128}' },
      description: { pattern: '.{0,255}' },
      fec: { words: ['rs', 'fc', 'none', 'auto'] },
      index: { range: [0, 65535] },
      lanes: { pattern: '\\d+(,\\d+)*' },
      mtu,
      speed: { range: [1, 1_600_000] },
      subport: { range: [0, 8] },
    },
    mandatory: ['lanes', 'speed'],
  },
  PORTCHANNEL: {
    model: 'portchannel',
    keys: [[portChannel]],
    fields: {
      admin_status: adminStatus,
      description,
      fast_rate: boolean,
      lacp_key: { pattern: 'auto|\\d+' },
      min_links: { range: [1, 1024] },
      mtu,
    },
    mandatory: ['admin_status'],
  },
  PORTCHANNEL_INTERFACE: { model: 'portchannel', keys: [[portChannel], [portChannel, prefix]], fields: layer3 },
  PORTCHANNEL_MEMBER: { model: 'portchannel', keys: [[portChannel, port]], fields: {} },
  PORT_STORM_CONTROL: {
    model: 'storm-control',
    keys: [[port, 'broadcast|unknown-unicast|unknown-multicast']],
    fields: { kbps: { range: [0, 100_000_000] } },
  },
  SNMP: {
    model: 'snmp',
    keys: [['CONTACT'], ['LOCATION']],
    fields: { Contact: { pattern: '[^\\n]{1,255}' }, Location: { pattern: '[^\\n]{1,255}' } },
  },
  SNMP_AGENT_ADDRESS_CONFIG: { model: 'snmp', keys: [[ip, '\\d+', 'mgmt']], fields: {} },
  SNMP_COMMUNITY: { model: 'snmp', keys: [[`[^ @,\\\\'"|]{4,32}`]], fields: { TYPE: { words: ['RO', 'RW'] } } },
  SYSLOG_SERVER: { model: 'syslog', keys: [[host]], fields: { vrf: { words: ['default', 'mgmt'] } } },
  VLAN: {
    model: 'vlan',
    keys: [[vlan]],
    fields: { description, dhcp_servers: { list: ip4 }, mtu, vlanid: { range: [2, 4094] } },
  },
  VLAN_INTERFACE: { model: 'vlan', keys: [[vlan], [vlan, prefix]], fields: layer3 },
  VLAN_MEMBER: {
    model: 'vlan',
    keys: [[vlan, `(${port}|${portChannel})`]],
    fields: { tagging_mode: { words: ['tagged', 'untagged'] } },
    mandatory: ['tagging_mode'],
  },
  VLAN_SUB_INTERFACE: {
    model: 'vlan-sub-interface',
    keys: [[subInterface], [subInterface, prefix]],
    fields: { admin_status: adminStatus, vlan: { range: [1, 4094] }, vrf_name: vrfName },
  },
  VRF: { model: 'vrf', keys: [[vrf]], fields: {} },
};
