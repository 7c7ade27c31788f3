import { type Verdict, run } from './verifier.ts';

/**
 * netplan first. It passes bad bond options on, so networkd then reads what netplan made of the file, in namespaces of
 * its own and only until it has read its files. networkd drops privileges, so that needs root.
 */
const script = `
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/etc/netplan"
umask 077
cat > "$root/etc/netplan/60-heddle.yaml"
netplan generate --root-dir "$root" || exit
cat "$root"/run/systemd/network/*
[ "$(id -u)" = 0 ] || exit 0
unshare --mount --net -- sh -c '
  umask 022
  mount -t tmpfs none /run/systemd
  cp -R "$1/run/systemd/network" /run/systemd/
  chmod -R a+rX /run/systemd
  log=/run/systemd/log
  : > $log
  SYSTEMD_LOG_TARGET=console timeout 20 /lib/systemd/systemd-networkd 2> $log & daemon=$!
  for attempt in $(seq 250); do
    grep -q "Enumeration completed" $log && break
    sleep 0.02
  done
  kill $daemon
  grep "/run/systemd/network/" $log >&2
  grep -q "Enumeration completed" $log || { cat $log >&2; exit 3; }
' networkd "$root"
`;

/**
 * Judges a netplan file with `netplan generate` and, as root, systemd-networkd. Good only with status 0 *and* empty
 * stderr: both print what they refuse and go on. stdout is what netplan made for networkd.
 */
export function checkNetplan(text: string): Verdict {
  return run('sh', ['-c', script], { input: text });
}
