/**
 * Shell program of the first process of a lab of namespaces. It waits to be told that the lab is noted, covers every
 * folder that daemons write to, and then only buries processes whose parents are gone. `$1` is the lab's folder.
 *
 * Where a user other than root made the namespaces, no other user is in them: all users and groups that daemons run as are
 * this one then.
 */
export const firstProcess = `
read -r word || exit 1
set -e
mount -t tmpfs none /var/tmp
mkdir -p /var/tmp/lab /var/tmp/frr
mount --bind "$1" /var/tmp/lab
for folder in /run /etc/frr /var/log; do mount -t tmpfs none "$folder"; done
mkdir -p "$1" /run/netns /run/frr /var/log/frr
mount --bind /var/tmp/lab "$1"
chmod 755 /run/frr /etc/frr
if ! chown frr:frr /run/frr; then
  sed -E 's/^([^:]*:[^:]*):[0-9]+:[0-9]+:/\\1:0:0:/' /etc/passwd > /run/passwd
  sed -E 's/^([^:]*:[^:]*):[0-9]+:/\\1:0:/' /etc/group > /run/group
  for table in passwd group; do mount --bind /run/$table /etc/$table; done
fi 2>/dev/null
: > /run/heddle-lab
set +e
exec </dev/null
while :; do sleep 3600 & wait; done
`;
