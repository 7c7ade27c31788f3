import { existsSync } from 'node:fs';

/** Programs that a lab starts, and the Debian packages they are in. */
const programs: readonly { readonly program: string; readonly package: string }[] = [
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

/** What of it is not installed. */
export function missingPrograms(): readonly { readonly program: string; readonly package: string }[] {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/sbin', '/usr/lib/frr'];
  return programs.filter(({ program }) => !folders.some((folder) => existsSync(`${folder}/${program}`)));
}
