#!/bin/sh
# Loads the files beside this script on spine1, a switch with SONiC: run it there with sudo. All services start anew.
set -eu
cd -- "$(dirname -- "$0")"

fail() {
    printf '%s: %s\n' "$0" "$1" >&2
    exit 1
}

[ "$(id -u)" -eq 0 ] || fail 'must be run as root'
[ -d /etc/sonic ] || fail 'this is no SONiC'
platform=$(sed -n 's/^onie_platform=//p; s/^aboot_platform=//p' /host/machine.conf)
[ "$platform" = x86_64-arista_7060cx2_32s ] || fail "this is a $platform, the files are for a x86_64-arista_7060cx2_32s"

# Where one of these is there, SONiC takes its routing mode from it at every load, and deletes frr.conf.
for other in minigraph.xml golden_config_db.json; do
    [ ! -e "/etc/sonic/$other" ] || mv -- "/etc/sonic/$other" "/etc/sonic/$other.old"
done
install -m 0640 frr.conf /etc/sonic/frr/frr.conf
install -m 0640 config_db.json /etc/sonic/config_db.json
# The first adds the MAC address of the box, the second keeps it.
config reload -l -y
config save -y
