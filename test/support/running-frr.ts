import { type Verdict, run } from './verifier.ts';

/**
 * zebra, ospfd, ospf6d, bgpd and bfdd in namespaces of their own: all of them die with the shell. Arguments: commands for
 * `ip -batch`, then commands for vtysh. What `vtysh -b` says and does goes before the first separator.
 */
const script = `
set -e
for folder in /run /var/tmp; do mount -t tmpfs none $folder; done
mkdir /run/frr
chown frr:frr /run/frr
cp /etc/frr/vtysh.conf /run/vtysh.conf
mount -t tmpfs none /etc/frr
cp /run/vtysh.conf /etc/frr
cat > /etc/frr/frr.conf
chown -R frr:frr /etc/frr
echo 1 > /proc/sys/net/ipv4/ip_forward
printf '%s\\n' "$1" | ip -batch -
shift
await() {
    for try in $(seq 100); do [ -S "$1" ] && return; sleep 0.05; done
    echo "no $1" >&2
    return 1
}
daemons=/usr/lib/frr
$daemons/zebra -d -A 127.0.0.1 -P 0 2>/dev/null
await /run/frr/zserv.api
for daemon in ospfd ospf6d bgpd bfdd; do $daemons/$daemon -d -A 127.0.0.1 -P 0; await /run/frr/$daemon.vty; done
set +e
vtysh -b
echo "status $?"
for command; do echo "%%%%"; vtysh -c "$command"; done
`;

/** A config in running daemons: how its loading went, and what each vtysh command then answered. */
export interface RunningFrr {
  readonly loading: Verdict;
  readonly answers: readonly string[];
}

/** Loads an integrated config into real daemons (as root), on a box with the links of an `ip -batch` script. */
export function runFrr(text: string, links: readonly string[], commands: readonly string[]): RunningFrr {
  const namespaces = ['--mount', '--net', '--pid', '--ipc', '--uts', '--fork', '--kill-child', '--mount-proc'];
  const ran = run('unshare', [...namespaces, 'sh', '-c', script, 'sh', links.join('\n'), ...commands], { input: text });
  const [loaded = '', ...answers] = ran.stdout.split('%%%%\n');
  const status = /^status (\d+)\n$/m.exec(loaded);
  return {
    loading: {
      status: status ? Number(status[1]) : null,
      stdout: loaded.replace(/^status .*\n/m, ''),
      stderr: ran.stderr,
    },
    answers,
  };
}
