#!/bin/sh
# What the container of linux-leaf1 runs: its network, from the files beside this script. Its output is in docker logs.
for port in swp1 swp2 swp3 swp4 swp49 swp50; do
  tries=600
  until [ -e "/sys/class/net/$port" ]; do
    tries=$((tries - 1)); [ "$tries" -gt 0 ] || { echo "no port $port" >&2; break; }; sleep 1
  done
done
install -D -m 600 /heddle/sysctl.conf /etc/sysctl.d/90-heddle.conf
install -D -m 600 /heddle/ifupdown2-policy.json /etc/network/ifupdown2/policy.d/heddle.json
install -D -m 600 /heddle/interfaces /etc/network/interfaces
install -D -m 600 /heddle/daemons /etc/frr/daemons
install -D -m 600 /heddle/frr.conf /etc/frr/frr.conf
mkdir -p /run/network /run/NetworkManager
sysctl -q -e -p /etc/sysctl.d/90-heddle.conf
(
ifup -a -X eth0
) || echo 'the interfaces are not what the files say' >&2
sysctl -q -e -p /etc/sysctl.d/90-heddle.conf
chown -R frr:frr /etc/frr
/usr/lib/frr/frrinit.sh start
echo started
exec sleep infinity
