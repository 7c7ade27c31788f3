import type { AddressFact, CableEnd, CableFact, DeviceFact } from './inventory.ts';
import type { Impact } from './impact/impact.ts';

export interface DeviceChanges {
  readonly added: readonly DeviceFact[];
  readonly removed: readonly DeviceFact[];
  /** Same name, another model or system. */
  readonly replaced: readonly DeviceFact[];
  /** The same devices under new names; all else in the change has the new ones. */
  readonly renamed: readonly { readonly before: string; readonly after: string }[];
}

/** A cable that stays, with an end in another port. */
export interface MovedCable {
  readonly cable: CableFact;
  /** The ends that move. */
  readonly ends: readonly { readonly before: CableEnd; readonly after: CableEnd }[];
}

/** A cable that stays where it is and runs at another speed, Gb/s. */
export interface ChangedSpeed {
  readonly cable: CableFact;
  readonly before: number;
  readonly after: number;
}

export interface CableChanges {
  readonly added: readonly CableFact[];
  readonly removed: readonly CableFact[];
  readonly moved: readonly MovedCable[];
  readonly speeds: readonly ChangedSpeed[];
}

/** An address of something that was there and is still there, other than it was. */
export interface ChangedAddress {
  readonly key: string;
  readonly before: AddressFact;
  readonly after: AddressFact;
}

export interface AddressChanges {
  readonly added: readonly AddressFact[];
  readonly removed: readonly AddressFact[];
  readonly changed: readonly ChangedAddress[];
}

export interface SubnetChange {
  readonly network: string;
  readonly rack: string;
  /** Absent: the subnet is new. */
  readonly before?: string;
  /** Absent: the subnet is gone. */
  readonly after?: string;
}

/** One stretch of a unified diff. Lines begin with a space, `-` or `+`; secrets in them are masked. */
export interface Hunk {
  /** First line (from 1) and number of lines in the old file. */
  readonly before: { readonly start: number; readonly lines: number };
  readonly after: { readonly start: number; readonly lines: number };
  /** The stanza that the hunk begins in; empty at the start of a file. */
  readonly section: string;
  readonly lines: readonly string[];
}

/** A file of a device that a build would write otherwise than it is, or remove. */
export interface FileChange {
  readonly kind: 'added' | 'changed' | 'removed';
  /** Below the folder of the fabric. */
  readonly path: string;
  readonly device: string;
  readonly rack?: string;
  /** Lines. */
  readonly added: number;
  readonly removed: number;
  /** Empty for files that come or go whole, and for those that differ too much for a diff to be read. */
  readonly hunks: readonly Hunk[];
}

/** What a build would change, and what that does to the running fabric. Lists are in the order of the fabric. */
export interface FabricChange {
  readonly fabric: string;
  /** `none`: nothing was there; `lock`: no output to compare configs with; `output`: there is one. */
  readonly past: 'none' | 'lock' | 'output';
  /** All racks, those that are gone last. */
  readonly racks: readonly string[];
  readonly devices: DeviceChanges;
  readonly cables: CableChanges;
  readonly addresses: AddressChanges;
  readonly subnets: readonly SubnetChange[];
  readonly files: readonly FileChange[];
  /** Paths of the address and the cable plan, where they differ from those of the output. */
  readonly plans: readonly string[];
  /** True where the values of secrets were compared, too: all of them were in the environment. */
  readonly secretsCompared: boolean;
  readonly impact: Impact;
}

/** Whether a build would change anything. */
export function hasChanges({ devices, cables, addresses, subnets, files, plans }: FabricChange): boolean {
  const lists = [
    ...Object.values(devices),
    ...Object.values(cables),
    ...Object.values(addresses),
    subnets,
    files,
    plans,
  ];
  return lists.some((list) => list.length > 0);
}
