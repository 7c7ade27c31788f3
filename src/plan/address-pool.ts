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

/**
 * Gives out blocks of `length` bits of a pool.
 * @param previous allocations of an earlier build, by the same keys; those outside the pool are given anew.
 * @param allocations gets what was given.
 */
export function allocateBlocks(
  pool: Prefix,
  length: number,
  requests: readonly SlotRequest[],
  previous: ReadonlyMap<string, string>,
  allocations: Map<string, string>,
  reserved: Iterable<number> = [],
): BlockAllocation {
  const capacity = subnetCount(pool, length);
  const before = new Map<string, number>();
  if (previous.size > 0) {
    for (const { key } of requests) {
      const text = previous.get(key);
      const block = text === undefined ? undefined : parseBlock(text);
      const slot = block?.length === length ? slotOf(pool, length, block.base) : undefined;
      if (slot !== undefined) before.set(key, slot);
    }
  }
  const { slots, missing } = allocateSlots(capacity, requests, before, reserved);
  const blocks = new Map<string, Prefix>();
  for (const { key } of requests) {
    const slot = slots.get(key);
    if (slot === undefined) continue;
    const block = subnetAt(pool, length, slot);
    blocks.set(key, block);
    allocations.set(key, blockText(block));
  }
  return { blocks, missing, capacity };
}

/** Slot of a single address in a pool, for a pin. */
export function addressSlot(pool: Prefix, ip: Ip): number | undefined {
  return slotOf(pool, bitsOf(pool.base.family), ip);
}

/** Address number `index` of a block. */
export function addressAt(block: Prefix, index: number): Ip {
  return addToIp(block.base, index);
}
