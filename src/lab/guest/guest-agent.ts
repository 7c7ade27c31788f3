/**
 * Bash program that is the first process of a guest. `$HEDDLE_LAB` is the lab's folder, from the kernel's command line.
 *
 * The host's files are there read-only. What system programs write to lies over them in memory: fresh folders over /run
 * and /etc/frr, and changes to the rest of /etc and /var. Only the lab's folder is the host's own. Modules that are not
 * loaded are found when they are needed. Programs that become their owner when they start do not: where a user other than
 * root made the guest, root's files have no owner in it.
 *
 * It then takes requests out of the lab's folder, as `carry` makes them: each a folder with a program `run`; what that
 * prints goes to `out` and `err`, its status to `status`; where there is a file `input`, it reads what `passInput` writes.
 * The program is ended when there is a file `end`, or when the
 * number in `alive` has not changed for 15 s: then nobody waits for it.
 */
export const guestAgent = `#!/bin/bash
[ "$1" = again ] || exec setpriv --no-new-privs bash "$0" again
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
set -e
mount -t proc none /proc
mount -t sysfs none /sys
mount -t cgroup2 none /sys/fs/cgroup || true
mountpoint -q /dev || mount -t devtmpfs none /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts -o mode=600,ptmxmode=666 none /dev/pts
mount -t tmpfs none /dev/shm
for link in fd stdin:0 stdout:1 stderr:2; do
  target=fd/\${link#*:}
  ln -sf "/proc/self/\${target%/fd}" "/dev/\${link%:*}"
done
mount -t tmpfs -o mode=755 none /run
mkdir -p /run/modules/lib/modules /run/heddle /run/lock /run/frr /run/netns
ln -s "/usr/lib/uml/modules/$(uname -r)" /run/modules/lib/modules/
printf '#!/bin/sh\\nexec modprobe -d /run/modules "$@"\\n' >/run/heddle/modprobe
chmod 755 /run/heddle/modprobe
echo /run/heddle/modprobe >/proc/sys/kernel/modprobe
modprobe -d /run/modules -a ipv6 overlay veth bridge 8021q bonding vrf macvlan
for name in etc var; do
  mkdir -p /run/heddle/$name/changes /run/heddle/$name/work
  mount -t overlay -o lowerdir=/$name,upperdir=/run/heddle/$name/changes,workdir=/run/heddle/$name/work none /$name
done
for folder in /etc/frr /var/tmp /var/log; do
  mkdir -p $folder
  mount -t tmpfs none $folder
done
chmod 1777 /var/tmp /dev/shm
mkdir -p /var/tmp/frr /var/log/frr "$HEDDLE_LAB"
mount -t hostfs -o "$HEDDLE_LAB" none "$HEDDLE_LAB"
ip link set dev lo up
set +e

mkfifo /run/heddle/never
exec 9<>/run/heddle/never
pause() { read -r -t "$1" -u 9 _; }

feed() {
  local piece=1
  until [ -e "$1/in.end" ] && ! [ -e "$1/in.$piece" ]; do
    if [ -e "$1/in.$piece" ]; then
      cat "$1/in.$piece"
      piece=$((piece + 1))
    else
      pause 0.1
    fi
  done
}

serve() {
  local input=/dev/null
  if [ -e "$1/input" ]; then
    input=/run/heddle/input-\${1##*/}
    mkfifo "$input"
    feed "$1" >"$input" &
    local feeder=$!
  fi
  (
    setsid bash -c 'echo $$ >"$1/pid"; exec bash "$1/run"' bash "$1" <"$input" >"$1/out" 2>"$1/err"
    echo $? >"$1/status"
  ) &
  local number=0 known=0 quiet=0 ending=0 program=0
  while [ -e "$1/run" ] && ! [ -e "$1/status" ]; do
    pause 0.1
    read -r number <"$1/alive"
    read -r program <"$1/pid"
    quiet=$((quiet + 1))
    [ "$number" = "$known" ] || quiet=0
    known=$number
    [ -e "$1/end" ] || [ $quiet -gt 150 ] || continue
    [ $ending -eq 0 ] && kill -TERM -- "-$program"
    ending=$((ending + 1))
    [ $ending -eq 50 ] && kill -KILL -- "-$program"
  done 2>/dev/null
  if [ -n "$feeder" ]; then
    kill $feeder
    rm "$input"
  fi 2>/dev/null
}

declare -A taken
: >"$HEDDLE_LAB/up"
while pause 0.1 || true; do
  for request in "$HEDDLE_LAB"/requests/*/run; do
    [ -e "$request" ] && [ -z "\${taken[$request]}" ] || continue
    taken[$request]=1
    serve "\${request%/run}" &
  done
done
`;
