import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { Namespaces } from '../../host/namespaces.ts';
import { shellWords } from '../../host/shell-words.ts';
import type { LabDevice } from '../lab-device.ts';
import { type PlacedFile, makeBox } from './box.ts';
import { failedChecks } from './ifquery.ts';
import { installedAt } from './installed-at.ts';
import { type NicProgram, nicProgram } from './nic-programs.ts';

/** Seconds that a program may take, on a machine that does much besides. */
const seconds = 180;

/** Folder that stands for a device's own. */
export function boxOf({ folder }: Pick<LabDevice, 'folder'>): string {
  return join(folder, 'box');
}

/**
 * The program that applies a device's files.
 * @throws ExpectedError where it is not installed.
 */
export function programOf({ name, format }: LabDevice): NicProgram {
  const program = nicProgram(format);
  if (program) return program;
  throw new ExpectedError(`What ${name} needs to apply its interfaces is not installed: ${format}`, {
    hint: `on Debian: apt-get install ${format}`,
  });
}

/** No DHCP server answers in a lab: a port that would ask one goes without an address. */
export function withoutDhcp(content: string): string {
  return content.replaceAll(/^(iface \S+ inet6?) dhcp$/gm, '$1 manual');
}

/** The files of a device with their places. */
function placedFiles({ folder, files, format }: LabDevice): PlacedFile[] {
  const contents = new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return [...installedAt(contents)].flatMap(([name, place]): PlacedFile[] => {
    const content = contents.get(name);
    if (content === undefined) return [];
    return [{ place, content: format === 'ifupdown2' && name === 'interfaces' ? withoutDhcp(content) : content }];
  });
}

/** Settings of the kernel that a device's own file makes, in its namespace. */
export function sysctlLines({ folder, files }: Pick<LabDevice, 'folder' | 'files'>): string[] {
  return files.includes('sysctl.conf') ? [shellWords('sysctl', '-q', '-e', '-p', join(folder, 'sysctl.conf'))] : [];
}

/**
 * Puts a device's files into place, and lets their own program apply them.
 * @throws ExpectedError with what the program said where it complains.
 */
export async function applyInterfaces(lab: Namespaces, device: LabDevice): Promise<void> {
  const program = programOf(device);
  const mounts = makeBox(boxOf(device), device.name, program, placedFiles(device));
  const lines = [
    'ip link set dev lo up',
    ...sysctlLines(device),
    shellWords('mount', '--all', '--fstab', mounts),
    ...program.apply,
  ];
  const input = `${lines.join('\n')}\n`;
  await lab.run(['unshare', '--mount', 'sh', '-e'], { device: device.name, input, seconds });
  if (program.check !== 'ifquery') return;
  const read = (file: string): string => readFileSync(join(boxOf(device), file), 'utf8');
  const failed = failedChecks(read('run/network/check'), read('etc/network/interfaces'));
  if (failed.length === 0) return;
  throw new ExpectedError(`ifquery says that ${device.name} is not as its file has it: ${failed.join('; ')}`);
}
