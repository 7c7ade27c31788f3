import type { Artifact } from '../../artifacts/artifact.ts';
import type { Device } from '../../device/device.ts';
import { shellWords } from '../host/shell-words.ts';
import { nicProgram } from '../network/native/nic-programs.ts';

/** A generated file, and where the machine has it. */
export interface PlacedFile {
  readonly file: Artifact;
  readonly place: string;
}

/** Folders of what a container needs: of the other services it has no programs. */
const wanted =
  /^\/etc\/(network|sysconfig\/network-scripts|netplan|systemd\/network(d\.conf\.d)?|NetworkManager|frr|sysctl\.d)\//;

/** Where a machine has a generated file: each says so at its head but those whose language has no comments. */
function placeOf({ path, content }: Artifact): string | undefined {
  if (path.endsWith('/ifupdown2-policy.json')) return '/etc/network/ifupdown2/policy.d/heddle.json';
  return /^[#!].*\bInstall as (\/\S*[^\s,.;])/m.exec(content)?.[1];
}

/** Files of a Linux device that a container needs. */
export function places(files: readonly Artifact[]): PlacedFile[] {
  return files.flatMap((file) => {
    const place = placeOf(file);
    return place !== undefined && wanted.test(place) ? [{ file, place }] : [];
  });
}

/** networkd reads as a user of its own; the others as root, some only what nobody else may read. */
const modeOf = (place: string): string => (place.startsWith('/etc/systemd/') ? '644' : '600');

const nameOf = ({ path }: Artifact): string => path.slice(path.lastIndexOf('/') + 1);

/** Seconds that a container waits for its links. */
const patience = 600;

/**
 * The script that a Linux container runs: waits for its links, puts the files into place and starts what reads them.
 * @param ports names of the links.
 * @param isManaged containerlab's own network is there, whose port is left alone.
 */
export function startScript(
  device: Device,
  placed: readonly PlacedFile[],
  ports: readonly string[],
  isManaged: boolean,
): string {
  const program = device.kind === 'switch' ? nicProgram('ifupdown2') : nicProgram(device.format);
  const settings = placed.filter(({ place }) => place.startsWith('/etc/sysctl.d/'));
  const set = settings.map(({ place }) => shellWords('sysctl', '-q', '-e', '-p', place));
  const routes = placed.some(({ place }) => place === '/etc/frr/frr.conf');
  const apply = isManaged ? ['ifup -a -X eth0'] : (program?.apply ?? []);
  return [
    '#!/bin/sh',
    `# What the container of ${device.name} runs: its network, from the files beside this script. Its output is in docker logs.`,
    ...(ports.length > 0
      ? [
          `for port in ${shellWords(...ports)}; do`,
          `  tries=${patience}`,
          '  until [ -e "/sys/class/net/$port" ]; do',
          '    tries=$((tries - 1)); [ "$tries" -gt 0 ] || { echo "no port $port" >&2; break; }; sleep 1',
          '  done',
          'done',
        ]
      : []),
    ...placed.map(({ file, place }) =>
      shellWords('install', '-D', '-m', modeOf(place), `/heddle/${nameOf(file)}`, place),
    ),
    'mkdir -p /run/network /run/NetworkManager',
    ...set,
    ...(program?.readOnlySys ? ['mount -o remount,ro /sys'] : []),
    ...(apply.length > 0 ? ['(', ...apply, ") || echo 'the interfaces are not what the files say' >&2"] : []),
    ...set,
    ...(routes ? ['chown -R frr:frr /etc/frr', '/usr/lib/frr/frrinit.sh start'] : []),
    'echo started',
    'exec sleep infinity',
    '',
  ].join('\n');
}
