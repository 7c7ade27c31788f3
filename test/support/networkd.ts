import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Verdict, run } from './verifier.ts';

/**
 * Runs in namespaces of its own, and only until networkd has read its files. udev reads those that end in `.link`, when
 * it is asked about an interface. What either of them has to say of a file names it.
 */
const script = `
umask 022
mount -t tmpfs none /run/systemd
mount -t tmpfs none /etc/systemd
mount -t sysfs none /sys
mkdir -p /etc/systemd/network /etc/systemd/networkd.conf.d
cp "$1"/* /etc/systemd/network/
[ ! -e "$1/networkd.conf" ] || mv /etc/systemd/network/networkd.conf /etc/systemd/networkd.conf.d/60-heddle.conf
log=/run/systemd/log
: > $log
SYSTEMD_LOG_TARGET=console timeout 20 /lib/systemd/systemd-networkd 2> $log & daemon=$!
for attempt in $(seq 250); do
  grep -q "Enumeration completed" $log && break
  sleep 0.02
done
kill $daemon
grep "/etc/systemd/" $log >&2
udevadm test-builtin net_setup_link /sys/class/net/lo 2>&1 | grep "/etc/systemd/network/" | grep -v "^Parsed configuration file" >&2
grep -q "Enumeration completed" $log || { cat $log >&2; exit 3; }
`;

/**
 * Judges files of systemd-networkd by itself, and .link files by udev. Good only with status 0 *and* empty stderr: both
 * print what they refuse and go on. Needs root, since networkd drops its privileges.
 */
export function checkNetworkd(files: readonly { path: string; content: string }[]): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-networkd-'));
  try {
    for (const { path, content } of files) writeFileSync(join(folder, path), content);
    return run('unshare', ['--mount', '--net', '--', 'sh', '-c', script, 'networkd', folder]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
