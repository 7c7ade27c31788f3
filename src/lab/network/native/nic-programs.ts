import { existsSync } from 'node:fs';
import type { BoxNeeds } from './box.ts';

/** A program that makes of files what a machine's interfaces are. */
export interface NicProgram extends BoxNeeds {
  /** As notes call it. */
  readonly title: string;
  /** Its file; where that is not there, it is not installed. */
  readonly file: string;
  /** Shell lines that apply the files that are in place, and fail where the program complains. */
  readonly apply: readonly string[];
  /** What tells whether interfaces are as the files say: the program's own check, in `/run/network/check`; the files in which a daemon that stays notes how far it is; or its exit. */
  readonly check: 'ifquery' | 'networkd' | 'exit';
}

const ifupdown2: NicProgram = {
  title: 'ifupdown2',
  file: '/usr/share/ifupdown2/__main__.py',
  // It notes the tables of VRFs for iproute2.
  folders: ['/etc/network', '/etc/iproute2', '/run/network', '/var/tmp/network'],
  copied: ['/etc/network', '/etc/iproute2'],
  readOnlySys: false,
  check: 'ifquery',
  apply: [
    'ifup -a 2>/run/network/said || { cat /run/network/said >&2; exit 1; }',
    // What it cannot do it may call a warning, and end with 0. brctl it wants only to do as older kernels need it.
    "if grep -v '/sbin/brctl: missing' /run/network/said >&2; then exit 1; fi",
    'ifquery -c -a >/run/network/check 2>&1 || true',
  ],
};

const networkd: NicProgram = {
  title: 'systemd-networkd',
  file: '/usr/lib/systemd/systemd-networkd',
  folders: ['/etc/systemd', '/run/systemd'],
  copied: [],
  readOnlySys: true,
  check: 'networkd',
  apply: [
    // They belong to the user that it becomes.
    'install -d -o systemd-network -g systemd-network /run/systemd/netif /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp',
    'setsid /usr/lib/systemd/systemd-networkd </dev/null >/run/systemd/networkd.log 2>&1 &',
  ],
};

const netplan: NicProgram = {
  ...networkd,
  title: 'netplan with systemd-networkd',
  file: '/usr/lib/netplan/generate',
  folders: ['/etc/netplan', ...networkd.folders],
  apply: ['/usr/lib/netplan/generate', ...networkd.apply],
};

const networkManager: NicProgram = {
  title: 'NetworkManager',
  file: '/usr/sbin/NetworkManager',
  folders: ['/etc/NetworkManager', '/var/lib/NetworkManager', '/run/NetworkManager'],
  copied: [],
  readOnlySys: true,
  check: 'exit',
  apply: [
    "printf '[main]\\ndns=none\\nplugins=keyfile\\nno-auto-default=*\\n' >/etc/NetworkManager/NetworkManager.conf",
    // Without a bus it brings up what it finds at its start, and ends.
    'NetworkManager --configure-and-quit=initrd --debug </dev/null >/run/NetworkManager/log 2>&1 || { tail -n 5 /run/NetworkManager/log >&2; exit 1; }',
  ],
};

/** Programs by the format that they read. */
const programs: ReadonlyMap<string, NicProgram> = new Map([
  ['ifupdown2', ifupdown2],
  ['networkd', networkd],
  ['netplan', netplan],
  ['networkmanager', networkManager],
]);

/** The program that reads a format here; undefined where there is none, or it is not installed. */
export function nicProgram(format: string): NicProgram | undefined {
  const program = programs.get(format);
  return program && existsSync(program.file) ? program : undefined;
}
