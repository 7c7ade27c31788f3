import type { BridgedMode, EthernetInterface, LagInterface } from '../../../device/device.ts';
import { describe } from '../description.ts';
import type { Job } from '../job.ts';
import { portMtu } from '../mtu.ts';
import { nameOf } from '../names.ts';
import { stanza } from '../stanza.ts';
import { extraLines } from './extra.ts';
import { layer3Lines } from './layer3.ts';
import { stormControlProfile } from './layer2.ts';

function switchportLines(name: string, { tagged, native, edge }: BridgedMode): string {
  const isAccess = native !== undefined && tagged.length === 0;
  return stanza('switchport', {
    name,
    mode: isAccess ? 'access' : 'trunk',
    // The native VLAN of a trunk must be a member as well.
    native: isAccess ? null : (native ?? null),
    vlans: [...(native === undefined ? [] : [native]), ...tagged],
    stormControl: edge ? stormControlProfile : null,
  });
}

function memberLines(name: string, id: number, { device, lags }: Job): string {
  const lag = lags.get(id);
  if (!lag) throw new Error(`${device.name} has no LAG ${id}`);
  return stanza('member', { name, lag: nameOf(lag).device });
}

function modeLines(one: EthernetInterface | LagInterface, job: Job): string {
  const { device: name } = nameOf(one);
  switch (one.mode.type) {
    case 'routed':
      return layer3Lines(one);
    case 'bridged':
      return switchportLines(name, one.mode);
    case 'member':
      return memberLines(name, one.mode.lag, job);
  }
}

export function portViews(job: Job) {
  return job.device.interfaces.flatMap((one) =>
    one.kind === 'ethernet'
      ? [
          {
            name: nameOf(one).device,
            description: describe(one, job.context.spellPeer),
            // Members have that of their LAG.
            mtu: one.mode.type === 'member' ? null : portMtu(one),
            body: modeLines(one, job) + extraLines(one.extra ?? []),
          },
        ]
      : [],
  );
}

function lagLines(one: LagInterface): string {
  const { protocol, minLinks } = one;
  return stanza('lag', {
    name: nameOf(one).device,
    lacp: protocol.type === 'lacp' ? { mode: protocol.active ? 'active' : 'passive', rate: protocol.rate } : null,
    minLinks: minLinks > 1 ? minLinks : null,
  });
}

export function lagViews(job: Job) {
  return [...job.lags.values()].map((one) => ({
    name: nameOf(one).device,
    description: describe(one, job.context.spellPeer),
    mtu: portMtu(one),
    body: lagLines(one) + modeLines(one, job) + extraLines(one.extra ?? []),
  }));
}
