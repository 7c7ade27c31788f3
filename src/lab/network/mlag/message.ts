/** What one switch of a pair tells the other, over the peer link and over the keepalive path. */
export interface Message {
  /** LACP system id of the pair, which tells it from others. */
  readonly system: string;
  readonly from: string;
  /** MLAG numbers of the LAGs whose leg is in step. */
  readonly ready: readonly number[];
  /** Of those that the sender knows the receiver to reach itself. */
  readonly dual: readonly number[];
}

const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) && value.every((one) => Number.isInteger(one));

export function writeMessage(message: Message): Buffer {
  return Buffer.from(JSON.stringify(message));
}

/** Reads a datagram; undefined for what is no message. */
export function readMessage(datagram: Buffer): Message | undefined {
  let value: unknown;
  try {
    value = JSON.parse(datagram.toString('utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { system, from, ready, dual } = value as Record<string, unknown>;
  if (typeof system !== 'string' || typeof from !== 'string' || !isNumbers(ready) || !isNumbers(dual)) return undefined;
  return { system, from, ready, dual };
}
