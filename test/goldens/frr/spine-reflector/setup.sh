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
for package in ifupdown2 iproute2 frr frr-pythontools chrony rsyslog lldpd snmpd openssh-server sudo; do
    state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null) || state=absent
    [ "$state" = installed ] || missing="$missing $package"
done
[ -z "$missing" ] || fail "packages are missing; run: apt-get install$missing"

absent=''
for port in eth0 swp1 swp2 swp3s1; do
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
printf '127.0.1.1\t%s\n' 'spine1.dc1.example.net spine1' >>/etc/hosts

[ -e '/usr/share/zoneinfo/Europe/Zurich' ] || fail 'no such time zone: ''Europe/Zurich'
ln -sfn '/usr/share/zoneinfo/Europe/Zurich' /etc/localtime
printf '%s\n' 'Europe/Zurich' >/etc/timezone

# account NAME GROUPS HASH KEYS: `*` is no password's hash; KEYS are all that may log in by SSH.
account() {
    id -u "$1" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$1"
    usermod --append --groups "$2" --password "$3" "$1"
    home=$(getent passwd "$1" | cut -d: -f6)
    install -d -m 0700 -o "$1" -g "$(id -gn "$1")" "$home/.ssh"
    printf '%s' "$4" >"$home/.ssh/authorized_keys"
    chown -- "$1:$(id -gn "$1")" "$home/.ssh/authorized_keys"
    chmod 0600 "$home/.ssh/authorized_keys"
}

account 'ada' sudo,frrvty '$6$salt$ha.sh/' 'ssh-ed25519 AAAA ada'\''s
'
account 'eve' adm,systemd-journal '*' 'ssh-ed25519 BBBB eve
ssh-rsa CCCC eve
'
account 'grace' sudo,frrvty '*' 'ssh-ed25519 DDDD grace
'

place sysctl.conf /etc/sysctl.d/90-heddle.conf 0644 root
place interfaces /etc/network/interfaces 0644 root
place daemons /etc/frr/daemons 0640 frr
place frr.conf /etc/frr/frr.conf 0640 frr
place resolv.conf /etc/resolv.conf 0644 root
place chrony.conf /etc/chrony/chrony.conf 0644 root
place rsyslog.conf /etc/rsyslog.d/60-heddle.conf 0644 root
place lldpd.conf /etc/lldpd.d/heddle.conf 0644 root
place snmpd.conf /etc/snmp/snmpd.conf 0600 root
place sudoers /etc/sudoers.d/heddle 0440 root

# Other programs that would configure the same interfaces.
for service in NetworkManager systemd-networkd systemd-resolved; do
    if systemctl is-enabled --quiet "$service" 2>/dev/null; then systemctl disable --quiet --now "$service"; fi
done
systemctl enable --quiet networking frr chrony rsyslog lldpd snmpd ssh

apply sysctl.conf systemctl restart systemd-sysctl
apply interfaces ifreload -a
apply daemons systemctl restart frr
apply frr.conf systemctl reload frr
apply chrony.conf systemctl restart chrony
apply rsyslog.conf systemctl restart rsyslog
apply lldpd.conf systemctl restart lldpd
apply snmpd.conf systemctl restart snmpd
printf '%s is set up.\n' 'spine1'
