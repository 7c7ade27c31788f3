import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ExpectedError } from '../../diagnostics/expected-error.ts';

/** Memory of a guest that runs so many devices, in MiB: 45 for a router's daemons with OSPF, and some to spare; the rest for heddle. */
export function guestMemory(devices: number): number {
  return 1024 + 60 * devices;
}

function freeMebibytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return Math.floor((bavail * bsize) / 2 ** 20);
  } catch {
    return 0;
  }
}

/**
 * A folder with room for the memory of a guest, which is a file: in memory, else on a disk.
 * @throws ExpectedError where no folder has as much.
 */
export function folderForMemory(memory: number, folders: readonly string[] = ['/dev/shm', tmpdir()]): string {
  const found = folders.find((folder) => freeMebibytes(folder) >= memory);
  if (found !== undefined) return found;
  const free = folders.map((folder) => `${folder} has ${freeMebibytes(folder)} MiB free`).join(', ');
  throw new ExpectedError(`The guest needs ${memory} MiB of memory: ${free}`, {
    hint: 'a cut (--racks, --servers-per-rack) needs less; TMPDIR may name a folder with more room',
  });
}
