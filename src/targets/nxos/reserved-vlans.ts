/** First of the 128 VLANs that NX-OS keeps to itself unless told to take others, up to 4095. */
const firstReserved = 3968;
const reservedCount = 128;

const meetsReserved = (vlans: readonly number[]): boolean => vlans.some((vlan) => vlan >= firstReserved);

/**
 * First VLAN of the block that NX-OS is to keep to itself instead, where a switch has VLANs of its usual one: the highest
 * block that the switch has no VLAN in. Null where the usual one does no harm, or no block is free.
 */
export function reservedBlock(vlans: readonly number[]): number | null {
  if (!meetsReserved(vlans)) return null;
  for (let first = firstReserved - reservedCount; first > 1; first--) {
    if (!vlans.some((vlan) => vlan >= first && vlan < first + reservedCount)) return first;
  }
  return null;
}

/** A switch has VLANs of the usual block, and no other is free. */
export const isOutOfRoom = (vlans: readonly number[]): boolean => meetsReserved(vlans) && reservedBlock(vlans) === null;
