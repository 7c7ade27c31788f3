/** A device of a lab: where its generated files are. */
export interface LabDevice {
  readonly name: string;
  readonly kind: 'switch' | 'server' | 'upstream';
  /** Format of the files that say what its interfaces are. */
  readonly format: string;
  /** Folder of its generated files, absolute. */
  readonly folder: string;
  /** Names of the files. */
  readonly files: readonly string[];
}

/** Namespace at the far end of cables that lead out of the fabric. No device can have this name. */
export const outsideName = '+outside';
