import { execFile } from 'node:child_process';
import { ownUsers } from './own-users.ts';

/** What a kernel can do that a lab of plain namespaces stands in for. */
export type KernelFeature = 'bonding' | 'vrf' | 'vlan-bridge' | 'vlan' | 'netem';

/** How a lab builds its network. plain: veth pairs and bridges, which stand in for bonds and VLANs. native: every cable a veth pair, and on it what the generated files say, applied by the programs that read them on real machines. */
export type Wiring = 'plain' | 'native';

/** A command for `ip -batch` or `tc` that only a kernel with the feature takes, and the option that gives it. */
const probes: Readonly<Record<KernelFeature, { readonly option: string; readonly command: string }>> = {
  bonding: { option: 'CONFIG_BONDING', command: 'ip link add name probe type bond mode 802.3ad' },
  vrf: { option: 'CONFIG_NET_VRF', command: 'ip link add name probe type vrf table 10' },
  'vlan-bridge': {
    option: 'CONFIG_BRIDGE_VLAN_FILTERING',
    command: 'ip link add name probe type bridge vlan_filtering 1',
  },
  vlan: {
    option: 'CONFIG_VLAN_8021Q',
    command: 'ip link add name under type veth peer name over && ip link add link under name probe type vlan id 10',
  },
  netem: { option: 'CONFIG_NET_SCH_NETEM', command: 'tc qdisc add dev lo root netem loss 100%' },
};

const features = Object.keys(probes) as KernelFeature[];

/** The kernel option that gives a feature. */
export function kernelOption(feature: KernelFeature): string {
  return probes[feature].option;
}

/** Which features the running kernel has, each tried in a network namespace that ends with the trial. */
export async function kernelFeatures(): Promise<ReadonlySet<KernelFeature>> {
  const has = async (feature: KernelFeature): Promise<boolean> =>
    new Promise((resolve) => {
      const args = [...ownUsers(), '--net', 'sh', '-c', probes[feature].command];
      execFile('unshare', args, { cwd: '/', timeout: 10_000 }, (error) => resolve(error === null));
    });
  const found = await Promise.all(features.map(async (feature) => ((await has(feature)) ? [feature] : [])));
  return new Set(found.flat());
}

/** What a native lab needs. */
const nativeNeeds: readonly KernelFeature[] = ['bonding', 'vrf', 'vlan-bridge', 'vlan'];

/** Features that a native lab needs and a kernel lacks. */
export function lackedByNative(kernel: ReadonlySet<KernelFeature>): readonly KernelFeature[] {
  return nativeNeeds.filter((feature) => !kernel.has(feature));
}

/** How labs are wired on the running kernel: natively where it can. */
export async function wiringHere(): Promise<Wiring> {
  return lackedByNative(await kernelFeatures()).length === 0 ? 'native' : 'plain';
}
