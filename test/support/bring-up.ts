import { run } from './verifier.ts';

/** What `ip` says of the host after its tool has run. */
export interface Running {
  /** Addresses of the first NIC, link-local ones left out. */
  readonly addresses: readonly string[];
  /** `to via gateway`, with the MTU of the route where it has one; the subnets of the addresses are left out. */
  readonly routes: readonly string[];
  readonly mtu: number;
  readonly acceptsRouterAdvertisements: boolean;
  /** Whether the first NIC has a link-local address. */
  readonly linkLocal: boolean;
  /** Addresses of the loopback besides its own. */
  readonly loopback: readonly string[];
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

// networkd waits for udev, which is not there, unless sysfs is read-only as in a container.
const networkd = `
mkdir -p /run/systemd/netif/links /run/systemd/netif/leases /run/systemd/netif/lldp
chown -R systemd-network: /run/systemd/netif
chmod -R a+rX /run/systemd/network
ip link set dev leaf up
mount -o remount,ro /sys
SYSTEMD_LOG_TARGET=console /lib/systemd/systemd-networkd >&2 & daemon=$!
trap 'kill $daemon' EXIT
link=/run/systemd/netif/links/$(cat /sys/class/net/eth0/ifindex)
for attempt in $(seq 100); do
  grep -qs '^ADMIN_STATE=configured' $link && break
  sleep 0.1
done
`;

/** The tools, with their files on stdin; several of them as a script that writes them to where it stands. */
const tools = {
  ifupdown2: `
mkdir /run/network
cp -R /etc/network/ifupdown2 /run/ifupdown2
mount -t tmpfs none /etc/network
mv /run/ifupdown2 /etc/network/ifupdown2
cat > /etc/network/interfaces
ifup -a >&2
`,
  netplan: `
mkdir -p /run/host/etc/netplan /run/systemd
(umask 077; cat > /run/host/etc/netplan/60-heddle.yaml)
netplan generate --root-dir /run/host
mv /run/host/run/systemd/network /run/systemd/network
${networkd}`,
  networkd: `
mkdir -p /run/systemd/network
cat > /run/files
(cd /run/systemd/network; sh /run/files)
${networkd}`,
  // Without a bus it brings up what it has at the start, and ends. It looks at sysfs as networkd does.
  networkmanager: `
mount -t tmpfs none /var/lib/NetworkManager
mount -t tmpfs none /etc/NetworkManager
mkdir /etc/NetworkManager/system-connections
printf '[main]\\ndns=none\\nplugins=keyfile\\nno-auto-default=*\\n' > /etc/NetworkManager/NetworkManager.conf
cat > /run/files
(cd /etc/NetworkManager/system-connections; umask 077; sh /run/files)
ip link set dev leaf up
mount -o remount,ro /sys
timeout 30 NetworkManager --configure-and-quit=initrd --debug >&2
`,
} as const;

const look = `
printf '[%s,%s,%s,%s,%s]' "$(ip -j addr show dev eth0)" "$(ip -j route show dev eth0)" \\
  "$(ip -6 -j route show dev eth0)" "$(cat /proc/sys/net/ipv6/conf/eth0/accept_ra)" \\
  "$(ip -j addr show dev lo)"
`;

const routeText = ({ dst, gateway, metrics }: Route): string => {
  const mtu = metrics?.find((metric) => metric.mtu !== undefined)?.mtu;
  return `${dst} via ${gateway}${mtu === undefined ? '' : ` mtu ${mtu}`}`;
};

const globalAddresses = ({ addr_info: all }: Link): string[] =>
  all.filter((one) => one.scope === 'global').map((one) => `${one.local}/${one.prefixlen}`);

/** Lets the real tool configure a host of one NIC, eth0, in namespaces of its own. Needs root. */
export function bringUp(tool: keyof typeof tools, text: string): Running {
  const { status, stdout, stderr } = run(
    'unshare',
    ['--mount', '--net', '--pid', '--fork', '--kill-child', '--', 'sh', '-c', world + tools[tool] + look],
    { input: text },
  );
  if (status !== 0) throw new Error(`${tool} ended with ${status}: ${stderr}`);
  const [[link], routes, routes6, accept, [lo]] = JSON.parse(stdout) as [[Link], Route[], Route[], number, [Link]];
  return {
    addresses: globalAddresses(link),
    routes: [...routes, ...routes6]
      .filter((route) => route.gateway !== undefined)
      .map(routeText)
      .toSorted(),
    mtu: link.mtu,
    acceptsRouterAdvertisements: accept !== 0,
    linkLocal: link.addr_info.some((one) => one.scope === 'link'),
    loopback: globalAddresses(lo),
  };
}
