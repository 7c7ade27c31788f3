import {
  type Ip,
  type Prefix,
  addToIp,
  bitsOf,
  contains,
  formatIp,
  formatPrefix,
  parseIp,
  parsePrefix,
  subnetAt,
  subnetCount,
} from '../ip/index.ts';
import type { Allocations } from '../fabric/earlier.ts';
import { type SlotRequest, allocateSlots } from './slots.ts';

/** Slot of a block in a pool; undefined when it is not one of the pool's. */
function slotOf(pool: Prefix, length: number, base: Ip): number | undefined {
  if (!contains(pool, base)) return undefined;
  const offset = base.value - pool.base.value;
  const step = 1n << BigInt(bitsOf(base.family) - length);
  return offset % step === 0n ? Number(offset / step) : undefined;
}

export interface BlockAllocation {
  readonly blocks: ReadonlyMap<string, Prefix>;
  readonly missing: readonly string[];
  readonly capacity: number;
  /** Blocks that are kept for what is no longer there. */
  readonly resting: number;
}

/** Text of a block as allocations hold it: an address where the block is one address. */
function blockText(block: Prefix): string {
  return block.length === bitsOf(block.base.family) ? formatIp(block.base) : formatPrefix(block);
}

function parseBlock(text: string): Prefix | undefined {
  const ip = parseIp(text);
  if (ip) return { base: ip, length: bitsOf(ip.family) };
  const prefix = parsePrefix(text);
  return 'fault' in prefix ? undefined : prefix;
}

/** Slots that an earlier build gave: to those who still ask, and to others, whose slots rest. */
function earlierSlots(
  requests: readonly SlotRequest[],
  earlier: Allocations,
  slotOfText: (text: string) => number | undefined,
): { readonly before: Map<string, number>; readonly resting: number[] } {
  const before = new Map<string, number>();
  const resting: number[] = [];
  if (earlier.size === 0) return { before, resting };
  const asked = new Set(requests.map((request) => request.key));
  for (const [key, text] of earlier) {
    const slot = slotOfText(text);
    if (slot === undefined) continue;
    if (asked.has(key)) before.set(key, slot);
    else resting.push(slot);
  }
  return { before, resting };
}

/**
 * Gives out blocks of `length` bits of a pool.
 * @param earlier the row as an earlier build gave it; what lies outside the pool is given anew.
 * @param allocations gets what was given.
 */
export function allocateBlocks(
  pool: Prefix,
  length: number,
  requests: readonly SlotRequest[],
  earlier: Allocations,
  allocations: Map<string, string>,
  reserved: Iterable<number> = [],
): BlockAllocation {
  const capacity = subnetCount(pool, length);
  const { before, resting } = earlierSlots(requests, earlier, (text) => {
    const block = parseBlock(text);
    return block?.length === length ? slotOf(pool, length, block.base) : undefined;
  });
  const { slots, missing } = allocateSlots(capacity, requests, before, [...reserved, ...resting]);
  const blocks = new Map<string, Prefix>();
  for (const { key } of requests) {
    const slot = slots.get(key);
    if (slot === undefined) continue;
    const block = subnetAt(pool, length, slot);
    blocks.set(key, block);
    allocations.set(key, blockText(block));
  }
  return { blocks, missing, capacity, resting: resting.length };
}

/** Slot of a single address in a pool, for a pin. */
export function addressSlot(pool: Prefix, ip: Ip): number | undefined {
  return slotOf(pool, bitsOf(pool.base.family), ip);
}

/** Address number `index` of a block. */
export function addressAt(block: Prefix, index: number): Ip {
  return addToIp(block.base, index);
}

/**
 * Gives out numbers from 0 below `capacity`.
 * @param earlier the row as an earlier build gave it.
 * @param allocations gets what was given.
 */
export function allocateNumbers(
  capacity: number,
  requests: readonly SlotRequest[],
  earlier: Allocations,
  allocations: Map<string, string>,
  reserved: Iterable<number> = [],
): { readonly numbers: ReadonlyMap<string, number>; readonly missing: readonly string[]; readonly resting: number } {
  const { before, resting } = earlierSlots(requests, earlier, (text) =>
    /^\d{1,9}$/.test(text) ? Number(text) : undefined,
  );
  const { slots, missing } = allocateSlots(capacity, requests, before, [...reserved, ...resting]);
  for (const [key, number] of slots) allocations.set(key, String(number));
  return { numbers: slots, missing, resting: resting.length };
}
