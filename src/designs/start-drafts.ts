import type { EdgePolicy, Location, SecretRef, ServerDevice, Snmp, SwitchDevice, System } from '../device/device.ts';
import type { FabricNode } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';
import { type Topology, spanOf } from '../topology/topology.ts';
import type { Draft, Drafts } from './draft.ts';

/** Reads `env:NAME` and `file:PATH`. */
export function secretRef(topology: Topology, holder: object, key: string, text: string): SecretRef {
  const source = text.startsWith('env:') ? 'env' : 'file';
  return { source, name: text.slice(source.length + 1), span: spanOf(topology, holder, key) };
}

function snmpOf(topology: Topology): Snmp | undefined {
  const { snmp } = topology.data.system;
  return snmp && { ...snmp, community: secretRef(topology, snmp, 'community', snmp.community) };
}

function systemOf(topology: Topology): System {
  const { system, name } = topology.data;
  const snmp = snmpOf(topology);
  return {
    fabric: name,
    ...(system.domain === undefined ? {} : { domain: system.domain }),
    timezone: system.timezone,
    ntp: system.ntp,
    dns: system.dns,
    syslog: system.syslog,
    users: system.users,
    ...(snmp ? { snmp } : {}),
  };
}

function locationOf(node: FabricNode): Location {
  const pod = node.kind === 'switch' ? node.pod : node.rack.pod;
  return {
    ...(node.rack ? { rack: node.rack.name, zone: node.rack.zone.name } : {}),
    ...(pod ? { pod: pod.name } : {}),
    ...(node.unit === undefined ? {} : { unit: node.unit }),
  };
}

/** What every bridge has that nobody made root (IEEE 802.1D). */
const ordinaryPriority = 32768;

/** Bare devices, one for each switch and server, that share the settings of the fabric. */
export function startDrafts(plan: Plan): Drafts {
  const { fabric } = plan;
  const { topology } = fabric;
  const system = systemOf(topology);
  const { bpduGuard, stormControl } = topology.data.access;
  const edge: EdgePolicy = { bpduGuard, stormControl };
  const switches = new Map<string, Draft<SwitchDevice>>();
  for (const { node } of plan.switches.values()) {
    switches.set(node.name, {
      kind: 'switch',
      name: node.name,
      role: node.role,
      location: locationOf(node),
      system,
      interfaces: [],
      extra: [],
      span: node.span,
      os: node.os,
      platform: { id: node.platform.id, vendor: node.platform.vendor, model: node.platform.model },
      management: { vrf: 'mgmt' },
      vlans: [],
      vrfs: [],
      edge,
      spanningTree: { priority: ordinaryPriority },
      policies: { prefixLists: [], communityLists: [], policies: [] },
      maintenance: node.maintenance,
    });
  }
  const servers = new Map<string, Draft<ServerDevice>>();
  for (const node of fabric.servers) {
    servers.set(node.name, {
      kind: 'server',
      name: node.name,
      role: node.role,
      location: locationOf(node),
      system,
      interfaces: [],
      extra: [],
      span: node.span,
      format: node.group.config,
    });
  }
  return { switches, servers };
}
