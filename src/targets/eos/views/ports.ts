import type { EthernetInterface, LagInterface, Port, SubInterface } from '../../../device/device.ts';
import { describe } from '../description.ts';
import { interfaceExtra } from '../extra.ts';
import type { Job } from '../job.ts';
import { spellInterface, spellLag, spellPort } from '../names.ts';
import { channelsOf, speedOf } from '../speed.ts';
import { stanza } from '../stanza.ts';
import { layer3Lines } from './layer3.ts';
import { peerTrunkGroup } from './mlag.ts';
import { protectionLines, switchportLines } from './switchport.ts';

/** Only routed ports have an MTU of their own: switch ports carry frames up to what the chip can. */
function mtuOf(one: EthernetInterface | LagInterface): number | null {
  return one.mode.type === 'routed' ? one.mtu : null;
}

function modeLines(one: EthernetInterface | LagInterface, job: Job): string {
  const { mode } = one;
  switch (mode.type) {
    case 'routed':
      return layer3Lines({ port: true, ...mode }, job);
    case 'bridged':
      return switchportLines(mode);
    case 'member':
      return memberLines(mode.lag, job);
  }
}

function memberLines(id: number, { device, lags }: Job): string {
  const protocol = lags.get(id)?.protocol;
  if (protocol?.type === 'static') return stanza('member', { id, mode: 'on', fast: false });
  if (protocol?.type !== 'lacp') throw new Error(`${device.name} has no LACP LAG ${id}`);
  return stanza('member', { id, mode: protocol.active ? 'active' : 'passive', fast: protocol.rate === 'fast' });
}

function usedPortView(one: EthernetInterface, job: Job) {
  return {
    name: spellPort(one.port),
    description: describe(one, job.context.spellPeer),
    mtu: mtuOf(one),
    speed: speedOf(one.port),
    body: modeLines(one, job) + protectionLines(one.mode, job.device.edge) + interfaceExtra(one),
  };
}

/** A channel without a cable: its speed alone, so that the panel port is broken out as a whole. */
function idleChannelView(port: Port) {
  return { name: spellPort(port), description: '', mtu: null, speed: speedOf(port), body: '' };
}

/** A tagged VLAN on a routed port. */
function taggedView(one: SubInterface, job: Job) {
  return {
    name: spellInterface(one),
    description: describe(one, job.context.spellPeer),
    mtu: one.mtu,
    speed: null,
    body:
      stanza('encapsulation', { vlan: one.vlan }) +
      layer3Lines({ port: false, ...one.mode }, job) +
      interfaceExtra(one),
  };
}

/** Tagged VLANs, by the name of the port or LAG that they are on. */
function taggedViews(job: Job): ReadonlyMap<string, object[]> {
  const views = new Map<string, object[]>();
  for (const one of job.device.interfaces) {
    if (one.kind !== 'sub') continue;
    const parent = 'port' in one.parent ? spellPort(one.parent.port) : spellLag(one.parent.lag);
    views.set(parent, [...(views.get(parent) ?? []), taggedView(one, job)]);
  }
  return views;
}

/** Ports by panel, and all channels of those that are broken out. */
export function portViews(job: Job) {
  const used = new Map<string, EthernetInterface>();
  for (const one of job.device.interfaces) if (one.kind === 'ethernet') used.set(spellPort(one.port), one);
  const tagged = taggedViews(job);
  const seen = new Set<string>();
  const views: object[] = [];
  for (const { port } of used.values()) {
    for (const channel of channelsOf(port)) {
      const name = spellPort(channel);
      if (seen.has(name)) continue;
      seen.add(name);
      const one = used.get(name);
      views.push(one ? usedPortView(one, job) : idleChannelView(channel), ...(tagged.get(name) ?? []));
    }
  }
  return views;
}

function lagLines({ id, minLinks, mlag }: LagInterface, { device }: Job): string {
  return stanza('lag', {
    trunkGroup: id === device.mlag?.peerLink ? peerTrunkGroup : null,
    minLinks: minLinks > 1 ? minLinks : null,
    mlag: mlag ?? null,
  });
}

/** LAGs; the links that must be up for a LAG to be up are said where it is more than one. */
export function lagViews(job: Job) {
  const tagged = taggedViews(job);
  return [...job.lags.values()].flatMap((one) => [
    {
      name: spellInterface(one),
      description: describe(one, job.context.spellPeer),
      mtu: mtuOf(one),
      speed: null,
      body: modeLines(one, job) + lagLines(one, job) + protectionLines(one.mode, job.device.edge) + interfaceExtra(one),
    },
    ...(tagged.get(spellLag(one.id)) ?? []),
  ]);
}

/** Lane rate of SFP28 ports that run slower than EOS expects of them. */
const slowLanes = '10g';
const sfp28Speed = 25;

/** Groups of SFP28 ports with a slower one: the rate of a group is set for all its ports at once. */
export function speedGroupViews({ device }: Job) {
  const slow = new Set<number>();
  for (const one of device.interfaces) {
    if (one.kind !== 'ethernet' || one.port.speedGroup === undefined) continue;
    if (one.port.maxSpeed === sfp28Speed && one.port.speed < sfp28Speed) slow.add(one.port.speedGroup);
  }
  const groups = [...slow].sort((a, b) => a - b);
  return groups.length === 0 ? [] : [{ groups, rate: slowLanes }];
}
