import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RenderedFile } from '../../../src/render/rendered-file.ts';
import { type Verdict, run } from '../../support/verifier.ts';

/**
 * A box to set up: copies of /etc, /home and /var/lib that only this process sees, ports that exist, and in place of
 * what would start services, programs that write down how they were called. Everything else is the real program.
 */
const script = `
set -e
mount -t tmpfs none /mnt
mkdir /mnt/etc /mnt/bin
cp -a /etc /mnt
mount --bind /mnt/etc /etc
for folder in /home /var/lib; do mount -t tmpfs none $folder; done
mount -t sysfs none /sys
for port in $PORTS; do ip link add name $port type veth; done
for group in sudo adm systemd-journal; do groupadd --force $group; done
for program in ifreload systemctl hostname; do
    printf '#!/bin/sh\\necho %s "$@" >> /mnt/calls\\n[ "$1" != is-enabled ]\\n' $program > /mnt/bin/$program
done
printf '#!/bin/sh\\necho installed\\n' > /mnt/bin/dpkg-query
chmod +x /mnt/bin/*
export PATH=/mnt/bin:$PATH
for turn in 1 2; do
    : > /mnt/calls
    sh "$FILES/setup.sh"
    cat /mnt/calls
    echo ---
done
eval "$LOOK"
`;

/** Runs `setup.sh` twice in a sandbox (as root), then a shell command that looks at what is there. */
export function setUp(files: readonly RenderedFile[], ports: readonly string[], look: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-setup-'));
  try {
    for (const { path, content } of files) writeFileSync(join(folder, path), content);
    const settings = [`FILES=${folder}`, `PORTS=${ports.join(' ')}`, `LOOK=${look}`];
    return run('unshare', ['--mount', '--net', '--uts', 'env', ...settings, 'sh', '-c', script]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
