#!/bin/sh
# Sets up spine1 (spine) on Debian 12 from the files beside this script.
# Run it as root, from the console: the management port moves into a VRF. It can be run again: a service is
# touched only where its file is not the one it was last started with.
#
# Services and the management VRF, mgmt: chrony, rsyslog and snmpd bind to it by their own settings; sshd answers
# in it because of net.ipv4.tcp_l3mdev_accept; names are resolved through it by rules in the interfaces file.
# Any other program is started in it with `ip vrf exec mgmt COMMAND`.
set -eu
umask 022
cd -- "$(dirname -- "$0")"
applied=/var/lib/heddle

fail() {
    printf '%s: %s\n' "$0" "$1" >&2
    exit 1
}

[ "$(id -u)" -eq 0 ] || fail 'must be run as root'

missing=''
for package in ifupdown2 iproute2 isc-dhcp-client frr frr-pythontools lldpd openssh-server; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || state=absent
    [ "$state" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] || fail "packages are missing; run: apt-get install$missing"

absent=''
for port in eth0 swp1 swp2; do
    [ -e "/sys/class/net/$port" ] || absent="$absent $port"
done
[ -z "$absent" ] || fail "no such ports (they get their names from udev, channels from devlink port split):$absent"

# place FILE TARGET MODE OWNER
place() {
    cmp -s -- "$1" "$2" || install -D -m "$3" -- "$1" "$2"
    chown -- "$4:$4" "$2"
    chmod -- "$3" "$2"
}

# apply FILE COMMAND...: runs the command where it has not yet succeeded for this file.
apply() {
    file=$1
    shift
    sum=$(sha256sum -- "$file")
    [ "$(cat -- "$applied/$file" 2>/dev/null)" = "$sum" ] && return
    "$@"
    mkdir -p -- "$applied"
    printf '%s\n' "$sum" >"$applied/$file"
}

printf '%s\n' 'spine1' >/etc/hostname
hostname 'spine1'
sed -i '/^127\.0\.1\.1[[:space:]]/d' /etc/hosts
printf '127.0.1.1\t%s\n' 'spine1' >>/etc/hosts

[ -e '/usr/share/zoneinfo/UTC' ] || fail 'no such time zone: ''UTC'
ln -sfn '/usr/share/zoneinfo/UTC' /etc/localtime
printf '%s\n' 'UTC' >/etc/timezone

place sysctl.conf /etc/sysctl.d/90-heddle.conf 0644 root
place dhclient-exit-hook /etc/dhcp/dhclient-exit-hooks.d/zz-heddle 0644 root
place interfaces /etc/network/interfaces 0644 root
place daemons /etc/frr/daemons 0640 frr
place frr.conf /etc/frr/frr.conf 0640 frr
place lldpd.conf /etc/lldpd.d/heddle.conf 0644 root

# Other programs that would configure the same interfaces.
for service in NetworkManager systemd-networkd systemd-resolved; do
    if systemctl is-enabled --quiet "$service" 2>/dev/null; then systemctl disable --quiet --now "$service"; fi
done
systemctl enable --quiet networking frr lldpd ssh

apply sysctl.conf systemctl restart systemd-sysctl
apply interfaces ifreload -a
apply daemons systemctl restart frr
apply frr.conf systemctl reload frr
apply lldpd.conf systemctl restart lldpd
printf '%s is set up.\n' 'spine1'
