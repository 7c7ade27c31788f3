import { run } from './verifier.ts';

/** What `ip` says of the host after its tool has run. */
export interface Running {
  /** Addresses of the first NIC, link-local ones left out. */
  readonly addresses: readonly string[];
  /** `to via gateway`, with the MTU of the route where it has one; the subnets of the addresses are left out. */
  readonly routes: readonly string[];
  readonly mtu: number;
  readonly acceptsRouterAdvertisements: boolean;
}

interface Link {
  readonly mtu: number;
  readonly addr_info: readonly { local: string; prefixlen: number; scope: string }[];
}

interface Route {
  readonly dst: string;
  readonly gateway?: string;
  readonly metrics?: readonly { mtu?: number }[];
}

/** In namespaces of its own: a NIC `eth0` with carrier, the files of the tool on tmpfs. */
const world = `
set -e
mount -t tmpfs none /run
mount -t tmpfs none /var/tmp
mount -t sysfs none /sys
ip link set dev lo up
ip link add name eth0 type veth peer name leaf
ip link set dev leaf mtu 9216 up
`;

const tools = {
  ifupdown2: `
mkdir /run/network
cp -R /etc/network/ifupdown2 /run/ifupdown2
mount -t tmpfs none /etc/network
mv /run/ifupdown2 /etc/network/ifupdown2
cat > /etc/network/interfaces
ifup -a >&2
`,
  // networkd waits for udev, which is not there, unless sysfs is read-only as in a container.
  netplan: `
mkdir -p /run/host/etc/netplan /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp
chown -R systemd-network: /run/systemd/netif
(umask 077; cat > /run/host/etc/netplan/60-heddle.yaml)
netplan generate --root-dir /run/host
mv /run/host/run/systemd/network /run/systemd/network
chmod -R a+rX /run/systemd/network
mount -o remount,ro /sys
SYSTEMD_LOG_TARGET=console /lib/systemd/systemd-networkd >&2 & daemon=$!
trap 'kill $daemon' EXIT
for attempt in $(seq 100); do
  [ "$(cat /run/systemd/netif/state 2> /dev/null | grep -c '^OPER_STATE=routable')" = 1 ] && break
  sleep 0.1
done
`,
} as const;

const look = `
printf '[%s,%s,%s,%s]' "$(ip -j addr show dev eth0)" "$(ip -j route show dev eth0)" \\
  "$(ip -6 -j route show dev eth0)" "$(cat /proc/sys/net/ipv6/conf/eth0/accept_ra)"
`;

const routeText = ({ dst, gateway, metrics }: Route): string => {
  const mtu = metrics?.find((metric) => metric.mtu !== undefined)?.mtu;
  return `${dst} via ${gateway}${mtu === undefined ? '' : ` mtu ${mtu}`}`;
};

/** Lets the real tool configure a host of one NIC, eth0, in namespaces of its own. Needs root. */
export function bringUp(tool: keyof typeof tools, text: string): Running {
  const { status, stdout, stderr } = run(
    'unshare',
    ['--mount', '--net', '--pid', '--fork', '--kill-child', '--', 'sh', '-c', world + tools[tool] + look],
    { input: text },
  );
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`);
  const [[link], routes, routes6, accept] = JSON.parse(stdout) as [[Link], Route[], Route[], number];
  return {
    addresses: link.addr_info.filter((one) => one.scope === 'global').map((one) => `${one.local}/${one.prefixlen}`),
    routes: [...routes, ...routes6]
      .filter((route) => route.gateway !== undefined)
      .map(routeText)
      .toSorted(),
    mtu: link.mtu,
    acceptsRouterAdvertisements: accept !== 0,
  };
}
