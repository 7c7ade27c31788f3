import { existsSync } from 'node:fs';

/** A program that a lab starts, and the Debian package it is in. */
export interface LabProgram {
  readonly program: string;
  readonly package: string;
}

/** What every lab needs. */
const programs: readonly LabProgram[] = [
  { program: 'unshare', package: 'util-linux' },
  { program: 'nsenter', package: 'util-linux' },
  { program: 'setpriv', package: 'util-linux' },
  { program: 'ip', package: 'iproute2' },
  { program: 'bridge', package: 'iproute2' },
  { program: 'sysctl', package: 'procps' },
  { program: 'ping', package: 'iputils-ping' },
  { program: 'zebra', package: 'frr' },
  { program: 'vtysh', package: 'frr' },
];

/** What a guest needs, besides what a lab in it needs. */
const guestPrograms: readonly LabProgram[] = [
  { program: 'linux.uml', package: 'user-mode-linux' },
  { program: 'modprobe', package: 'kmod' },
];

/** What a lab with MLAG pairs needs besides. */
const mlagPrograms: readonly LabProgram[] = [{ program: 'nft', package: 'nftables' }];

function missing(of: readonly LabProgram[]): LabProgram[] {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/lib/frr'];
  return of.filter(({ program }) => !folders.some((folder) => existsSync(`${folder}/${program}`)));
}

/** What of the programs of a lab is not installed. */
export function missingPrograms(): LabProgram[] {
  return missing(programs);
}

/** What of the programs of MLAG pairs is not installed. */
export function missingMlagPrograms(): LabProgram[] {
  return missing(mlagPrograms);
}

/** What of the programs of a guest is not installed. */
export function missingGuestPrograms(): LabProgram[] {
  return missing(guestPrograms);
}
