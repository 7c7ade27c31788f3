/** Bits of the port state that an LACP frame carries (IEEE 802.1AX, 6.4.2.3). */
const synchronised = 0x08;
const collecting = 0x10;
const distributing = 0x20;
const defaulted = 0x40;
const expired = 0x80;

const has = (state: number, bits: number): boolean => (state & bits) === bits;

/** The number after a name, the last of its kind in the text. */
function lastNumber(text: string, name: string): string | undefined {
  return [...text.matchAll(new RegExp(`${name}: *(\\d+)`, 'g'))].at(-1)?.[1];
}

/** True for a member over which both ends send and receive. */
function memberIsReady(member: string, aggregator: string | undefined): boolean {
  const [actor = '', partner = ''] = member.split('details partner lacp pdu');
  const [own, far] = [Number(lastNumber(actor, 'port state')), Number(lastNumber(partner, 'port state'))];
  return (
    /^MII Status: up$/m.test(member) &&
    lastNumber(actor, 'Aggregator ID') === aggregator &&
    has(own, synchronised | collecting | distributing) &&
    !has(own, expired) &&
    !has(own, defaulted) &&
    has(far, synchronised | collecting)
  );
}

/**
 * Whether a LAG can carry frames: one member at least is in step with its far end. The kernel itself tells carrier before
 * that, and goes on sending to a far end that has fallen silent.
 * @param text what /proc/net/bonding says of the bond, as root reads it.
 */
export function lagIsReady(text: string): boolean {
  const [head = '', ...members] = text.split(/^Slave Interface: .*$/m);
  if (!head.includes('802.3ad')) return /^MII Status: up$/m.test(head);
  const active = lastNumber(head, 'Aggregator ID');
  return active !== undefined && members.some((member) => memberIsReady(member, active));
}
