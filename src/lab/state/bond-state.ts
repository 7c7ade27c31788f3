/** A bond at one end, as far as both ends must agree on it. */
export interface BondState {
  /** Linux's word for it, such as `802.3ad` or `active-backup`. */
  readonly mode: string;
  /** Names of the members, sorted. */
  readonly members: readonly string[];
  /** Members that have a link and, with LACP, are in the active aggregator and pass packets; sorted. */
  readonly used: readonly string[];
  /** Of LACP. */
  readonly lacp?: LacpState;
}

export interface LacpState {
  readonly rate: 'fast' | 'slow';
  /** What the far end asks for; `unknown` while none answers. */
  readonly partnerRate: 'fast' | 'slow' | 'unknown';
  /** System ids that far ends show: one, where all members end on what is one switch to them. */
  readonly partners: number;
}

/** Bits of a port's LACP state (IEEE 802.1AX). */
const shortTimeout = 0x02;
const inSync = 0x08;
const distributing = 0x20;

const noPartner = '00:00:00:00:00:00';

function valueOf(text: string, words: string): string {
  return new RegExp(`^\\s*${words}: (.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
}

interface Member {
  readonly name: string;
  readonly up: boolean;
  readonly aggregator: string;
  readonly actorState: number;
  readonly partnerState: number;
  readonly partner: string;
}

function memberOf(text: string): Member {
  const [own = '', far = ''] = text.split('details partner lacp pdu:');
  const [, actor = ''] = own.split('details actor lacp pdu:');
  return {
    name: text.split('\n')[0]?.trim() ?? '',
    up: valueOf(text, 'MII Status') === 'up',
    aggregator: valueOf(text, 'Aggregator ID'),
    actorState: Number(valueOf(actor, 'port state')),
    partnerState: Number(valueOf(far, 'port state')),
    partner: valueOf(far, 'system mac address'),
  };
}

function lacpOf(head: string, members: readonly Member[]): LacpState {
  const answering = members.filter(({ partner }) => partner !== '' && partner !== noPartner);
  const rates = new Set(answering.map(({ partnerState }) => ((partnerState & shortTimeout) === 0 ? 'slow' : 'fast')));
  return {
    rate: valueOf(head, 'LACP rate') === 'fast' ? 'fast' : 'slow',
    partnerRate: rates.size === 1 ? [...rates][0]! : 'unknown',
    partners: new Set(answering.map(({ partner }) => partner)).size,
  };
}

/** Reads a file of /proc/net/bonding. */
export function readBond(text: string): BondState {
  const [head = '', ...parts] = text.split(/^Slave Interface: /m);
  const members = parts.map(memberOf);
  const mode = valueOf(head, 'Bonding Mode');
  const isLacp = mode.includes('802.3ad');
  const active = /Active Aggregator Info:\s+Aggregator ID: (\d+)/.exec(head)?.[1];
  const carries = inSync | distributing;
  const isUsed = ({ up, aggregator, actorState }: Member): boolean =>
    up && (!isLacp || (aggregator === active && (actorState & carries) === carries));
  return {
    mode: isLacp ? '802.3ad' : (/\((.+?)\)/.exec(mode)?.[1] ?? mode),
    members: members.map(({ name }) => name).toSorted(),
    used: members
      .filter(isUsed)
      .map(({ name }) => name)
      .toSorted(),
    ...(isLacp ? { lacp: lacpOf(head, members) } : {}),
  };
}
