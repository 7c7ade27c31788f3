import { createHash } from 'node:crypto';
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folders that a machine has for itself: where its program reads and writes. */
export interface BoxNeeds {
  readonly folders: readonly string[];
  /** Those of them that packages fill: a device begins with a copy. */
  readonly copied: readonly string[];
  /** Whether it finds a read-only `/sys`: programs of systemd then take it for a container, where no udev is about to tell of interfaces. */
  readonly readOnlySys: boolean;
}

/** A file of a machine. */
export interface PlacedFile {
  readonly place: string;
  readonly content: string;
}

/** Of it networkd makes the MAC addresses of bonds and VLANs. */
const machineId = '/etc/machine-id';

/** A path as a table of mounts has it (fstab(5)). */
const inTable = (path: string): string =>
  path.replaceAll(/[\s\\]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`);

/** networkd reads as a user of its own; keys of NetworkManager and netplan are for root alone. */
const modeOf = (place: string): number => (place.startsWith('/etc/systemd/') ? 0o644 : 0o600);

/** A folder that every user may look into, whatever this process gives files that it makes. */
function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function isOwn({ folders }: BoxNeeds, place: string): boolean {
  return folders.some((folder) => place.startsWith(`${folder}/`));
}

/**
 * Makes the folders of a device, with those of its files that belong there.
 * @param box where: an absolute path that the lab sees too.
 * @returns path of a table of mounts, by which a process finds them at their places.
 */
export function makeBox(box: string, device: string, needs: BoxNeeds, files: readonly PlacedFile[]): string {
  const folders = needs.folders.filter((folder) => /^\/(run|var\/tmp)\//.test(folder) || existsSync(folder));
  for (const folder of folders) {
    const own = join(box, folder);
    if (needs.copied.includes(folder)) cpSync(folder, own, { recursive: true });
    else makeFolder(own);
  }
  for (const { place, content } of files.filter((one) => isOwn(needs, one.place))) {
    makeFolder(dirname(join(box, place)));
    writeFileSync(join(box, place), content);
    chmodSync(join(box, place), modeOf(place));
  }
  const own = [...folders];
  if (existsSync(machineId)) {
    const id = createHash('sha256').update(device).digest('hex').slice(0, 32);
    writeFileSync(join(box, machineId), `${id}\n`);
    own.push(machineId);
  }
  const mounts = [
    // Of the device's network.
    `heddle /sys sysfs ${needs.readOnlySys ? 'ro' : 'rw'} 0 0`,
    ...own.map((place) => `${inTable(join(box, place))} ${inTable(place)} none bind 0 0`),
  ];
  const table = join(box, 'mounts');
  writeFileSync(table, `${mounts.join('\n')}\n`);
  return table;
}

/** Folders among a box's that the lab has to make before they can be covered. */
export function coveredFolders(needs: readonly BoxNeeds[]): string[] {
  const all = needs.flatMap(({ folders }) => folders).filter((folder) => /^\/(run|var\/tmp)\//.test(folder));
  return [...new Set(all)];
}
