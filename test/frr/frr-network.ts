import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/verifier.ts';

/** A router of a small network: its config, and `ip -batch` commands for what its ports do not have by themselves. */
export interface Box {
  readonly name: string;
  readonly conf: string;
  readonly sysctl: string;
  readonly batch: readonly string[];
  /** Another config, for `reload`. */
  readonly later?: string;
}

/** A cable: `leaf swp49 spine swp1`. */
type Cable = string;

/**
 * Each router in a network namespace of its own with all daemons, everything inside namespaces that die with the shell.
 * The shell condition is asked until it holds, for at most half a minute; then come the commands, each in the
 * namespace and with the vtysh of a router.
 */
const script = `
set -e
for folder in /run /var/tmp /etc/frr /var/log; do mount -t tmpfs none $folder; done
mkdir -p /run/netns /run/frr /var/tmp/frr
chown frr:frr /run/frr /var/tmp/frr
cd "$BOXES"
for box in *; do ip netns add $box; ip -n $box link set dev lo up; done
printf '%s\\n' "$CABLES" | while read -r a pa b pb; do ip link add name $pa netns $a type veth peer name $pb netns $b; done
await() {
    for try in $(seq 200); do [ -S "$1" ] && return; sleep 0.05; done
    echo "no $1" >&2
    return 1
}
for box in *; do
    mkdir /run/frr/$box /etc/frr/$box /var/tmp/frr/$box
    cp $box/frr.conf /etc/frr/$box
    touch /etc/frr/$box/vtysh.conf
    chown -R frr:frr /run/frr/$box /etc/frr/$box /var/tmp/frr/$box
    here="nsenter --net=/run/netns/$box"
    $here ip -batch $box/batch
    $here sysctl -q -e -p $box/sysctl.conf
    for daemon in zebra staticd bfdd ospfd ospf6d bgpd; do
        $here /usr/lib/frr/$daemon -d -N $box -A 127.0.0.1 -P 0 -f /dev/null 2>/dev/null
        await /run/frr/$box/$daemon.vty
    done
    vtysh -N $box -b
done
set +e
for try in $(seq 150); do sh -c "$READY" >/dev/null 2>&1 && break; sleep 0.2; done
for command; do echo "%%%%"; sh -c "$command" 2>&1; done
`;

/** Shell text of a command of vtysh in a router. */
export const vtysh = (box: string, command: string): string => `vtysh -N ${box} -c '${command}'`;

/** Shell text of a command in the namespace of a router. */
export const within = (box: string, command: string): string => `nsenter --net=/run/netns/${box} ${command}`;

/** Shell text that loads the later config of a router as `systemctl reload frr` does, and prints what went wrong. */
export const reload = (box: string): string =>
  `cp "$BOXES/${box}/later.conf" /etc/frr/${box}/frr.conf && /usr/lib/frr/frr-reload.py --reload -N ${box} --confdir /etc/frr /etc/frr/${box}/frr.conf 2>&1; echo "status $?"`;

/** Runs the network (as root) and gives the answer to each command. */
export function runNetwork(
  boxes: readonly Box[],
  cables: readonly Cable[],
  ready: string,
  commands: readonly string[],
): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-network-'));
  try {
    for (const { name, conf, sysctl, batch, later = conf } of boxes) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'frr.conf'), conf);
      writeFileSync(join(folder, name, 'later.conf'), later);
      writeFileSync(join(folder, name, 'sysctl.conf'), sysctl);
      writeFileSync(join(folder, name, 'batch'), `${batch.join('\n')}\n`);
    }
    const settings = [`BOXES=${folder}`, `CABLES=${cables.join('\n')}`, `READY=${ready}`];
    const namespaces = ['--mount', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--mount-proc'];
    const ran = run('unshare', [...namespaces, 'env', ...settings, 'sh', '-c', script, 'sh', ...commands]);
    const [started = '', ...answers] = ran.stdout.split('%%%%\n');
    if (answers.length !== commands.length || started !== '') throw new Error(`${started}${ran.stderr}`);
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
