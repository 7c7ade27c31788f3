import type { EthernetInterface, LagInterface, Port } from '../../../device/device.ts';
import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { layer3Of } from '../layer3-interfaces.ts';
import { spellInterface, spellPort } from '../names.ts';
import { breakoutOf, speedOf } from '../speed.ts';
import { stanza } from '../stanza.ts';
import { extraLines } from './extra.ts';
import { layer3Lines } from './layer3.ts';
import { spanningTreeLines, stormControlLines, switchportLines } from './switchport.ts';

type PortOrLag = EthernetInterface | LagInterface;

/** What switch ports can have but 1500 (`system jumbomtu`, as it is by itself): frames of every VLAN's MTU pass. */
const jumboMtu = 9216;

const mtuOf = ({ mode, mtu }: PortOrLag): number => (mode.type === 'routed' ? mtu : jumboMtu);

/** Lines that a member must have as its LAG has them, or could not join it. */
function commonLines({ mode }: PortOrLag, { device }: Job): string {
  if (mode.type !== 'bridged') return stanza('no-switchport', {});
  return switchportLines(mode) + stormControlLines(mode, device.edge);
}

function lagOf(id: number, { device, lags }: Job): LagInterface {
  const lag = lags.get(id);
  if (!lag || lag.protocol.type === 'active-backup') throw new Error(`${device.name} has no LAG ${id} of a switch`);
  return lag;
}

function memberLines(lag: LagInterface): string {
  const { protocol, id } = lag;
  const isLacp = protocol.type === 'lacp';
  const mode = isLacp ? (protocol.active ? 'active' : 'passive') : 'on';
  return stanza('member', { id, mode, fast: isLacp && protocol.rate === 'fast' });
}

/** Lines about the spanning tree, or layer 3. */
function modeLines(one: PortOrLag, job: Job): string {
  const { mode } = one;
  if (mode.type === 'bridged') {
    const isPeerLink = one.kind === 'lag' && one.id === job.device.mlag?.peerLink;
    return spanningTreeLines(mode, job.device.edge, isPeerLink);
  }
  const layer3 = layer3Of(one);
  return layer3 ? layer3Lines(layer3, job) : '';
}

function portView(one: EthernetInterface, job: Job) {
  const lag = one.mode.type === 'member' ? lagOf(one.mode.lag, job) : undefined;
  return {
    name: spellPort(one.port),
    description: describe(one, job.context.spellPeer),
    common: commonLines(lag ?? one, job),
    mtu: mtuOf(lag ?? one),
    speed: speedOf(one.port),
    body: lag ? memberLines(lag) : modeLines(one, job),
    extra: extraLines(one.extra, '  '),
  };
}

/** Ports by panel. */
export function portViews(job: Job) {
  return job.device.interfaces.flatMap((one) => (one.kind === 'ethernet' ? [portView(one, job)] : []));
}

/** LAGs; the links that must be up for a LAG to be up are said where it is more than one. */
export function lagViews(job: Job) {
  return [...job.lags.values()].map((one) => ({
    name: spellInterface(one),
    description: describe(one, job.context.spellPeer),
    common: commonLines(one, job),
    mtu: mtuOf(one),
    speed: null,
    body: modeLines(one, job) + lagLines(one, job),
    extra: extraLines(one.extra, '  '),
  }));
}

function lagLines({ id, minLinks, mlag, protocol }: LagInterface, { device }: Job): string {
  return stanza('port-channel', {
    minLinks: protocol.type === 'lacp' && minLinks > 1 ? minLinks : null,
    isPeerLink: id === device.mlag?.peerLink,
    vpc: mlag ?? null,
  });
}

/** A line for each panel port that is broken out. */
export function breakoutViews({ device }: Job) {
  const ports = new Map<number, Port>();
  for (const one of device.interfaces) {
    if (one.kind === 'ethernet' && one.port.channels > 1) ports.set(one.port.panel, one.port);
  }
  const lines = [...ports.values()].map((port) => ({ panel: port.panel, map: breakoutOf(port) }));
  return lines.length === 0 ? [] : [{ lines }];
}
