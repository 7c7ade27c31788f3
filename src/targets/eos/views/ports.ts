import type { EthernetInterface, LagInterface, Port } from '../../../device/device.ts';
import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { spellInterface, spellPort } from '../names.ts';
import { channelsOf, speedOf } from '../speed.ts';
import { stanza } from '../stanza.ts';
import { layer3Lines } from './layer3.ts';
import { edgeLines, switchportLines } from './switchport.ts';

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

/** Protection of an edge; what members have of it, their LAG has. */
function protectionLines({ mode }: EthernetInterface | LagInterface, job: Job): string {
  return mode.type === 'bridged' ? edgeLines(mode, job.device.edge) : '';
}

function memberLines(id: number, { device, lags }: Job): string {
  const protocol = lags.get(id)?.protocol;
  if (protocol?.type !== 'lacp') throw new Error(`${device.name} has no LACP LAG ${id}`);
  return stanza('member', { id, mode: protocol.active ? 'active' : 'passive', fast: protocol.rate === 'fast' });
}

function usedPortView(one: EthernetInterface, job: Job) {
  return {
    name: spellPort(one.port),
    description: describe(one, job.context.spellPeer),
    mtu: mtuOf(one),
    speed: speedOf(one.port),
    body: modeLines(one, job) + protectionLines(one, job),
  };
}

/** A channel without a cable: its speed alone, so that the panel port is broken out as a whole. */
function idleChannelView(port: Port) {
  return { name: spellPort(port), description: '', mtu: null, speed: speedOf(port), body: '' };
}

/** Ports by panel, and all channels of those that are broken out. */
export function portViews(job: Job) {
  const used = new Map<string, EthernetInterface>();
  for (const one of job.device.interfaces) if (one.kind === 'ethernet') used.set(spellPort(one.port), one);
  const seen = new Set<string>();
  const views: object[] = [];
  for (const { port } of used.values()) {
    for (const channel of channelsOf(port)) {
      const name = spellPort(channel);
      if (seen.has(name)) continue;
      seen.add(name);
      const one = used.get(name);
      views.push(one ? usedPortView(one, job) : idleChannelView(channel));
    }
  }
  return views;
}

/** LAGs; the links that must be up for a LAG to be up are said where it is more than one. */
export function lagViews(job: Job) {
  return [...job.lags.values()].map((one) => ({
    name: spellInterface(one),
    description: describe(one, job.context.spellPeer),
    mtu: mtuOf(one),
    speed: null,
    body:
      modeLines(one, job) +
      (one.minLinks > 1 ? stanza('min-links', { minLinks: one.minLinks }) : '') +
      protectionLines(one, job),
  }));
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
