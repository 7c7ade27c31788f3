import type { Artifact } from '../../artifacts/artifact.ts';
import type { Device, Port } from '../../device/device.ts';
import type { ClabNode } from './clab-file.ts';

/** A port with a cable, and what containerlab calls it. */
export interface NamedPort {
  readonly port: Port;
  readonly name: string;
}

/** What a form may look at to describe a node. */
export interface FormContext {
  readonly device: Device;
  /** In order of the device's interfaces. */
  readonly ports: readonly NamedPort[];
  /** Folder of the device's files, below that of the export. */
  readonly folder: string;
  /** The device's generated files, with paths below the export. */
  readonly files: readonly Artifact[];
}

/** What a node has besides its kind, image and labels, and its files as the container or its owner reads them. */
export interface FormedNode {
  readonly settings: Omit<ClabNode, 'kind' | 'image' | 'labels'>;
  readonly files: readonly Artifact[];
}

/** How containerlab runs devices of one system. */
export interface Form {
  /** The `kind` of its nodes. */
  readonly kind: string;
  /** Where the user names none. */
  readonly image: string;
  /**
   * What containerlab calls a port; undefined where the kind cannot have it.
   * @param number from 1 among those of the device that have a cable.
   */
  readonly portName: (port: Port, number: number) => string | undefined;
  readonly node: (context: FormContext) => FormedNode;
  /** What a person must know, or do by hand. */
  readonly notes: readonly string[];
}

/** The file of a device that has a name; every device of the form has it. */
export function fileNamed({ files, folder }: FormContext, name: string): Artifact {
  const found = files.find(({ path }) => path === `${folder}/${name}`);
  if (!found) throw new Error(`${folder} has no ${name}`);
  return found;
}
