import type { Link } from './links.ts';
import { shellWords } from '../host/shell-words.ts';
import { type Stanza, valueOf, valuesOf } from './stanzas.ts';

/** VLAN that an untagged frame on a bridge port belongs to. */
function untaggedVlan(stanza: Stanza | undefined): string | undefined {
  return valueOf(stanza, 'bridge-access') ?? valueOf(stanza, 'bridge-pvid');
}

/** One bridge for one VLAN of the generated bridge, with the generated spanning tree, and its ports. */
function vlanBridge(
  name: string,
  vlan: string,
  stanzas: ReadonlyMap<string, Stanza>,
  links: readonly Link[],
): string[] {
  const bridge = [...stanzas.values()].find((one) => one.attributes.has('bridge-vlan-aware'));
  const hundredths = (key: string): string => String(Number(valueOf(bridge, key) ?? '0') * 100);
  const tree =
    valueOf(bridge, 'bridge-stp') === 'yes'
      ? ['stp_state', '1', 'forward_delay', hundredths('bridge-fd')]
          .concat(['hello_time', hundredths('bridge-hello')])
          .concat(['max_age', hundredths('bridge-maxage')])
      : [];
  const ports = links.filter((link) => (link.vlan ?? untaggedVlan(stanzas.get(link.carrier))) === vlan);
  return [
    shellWords('ip', 'link', 'add', 'name', name, 'type', 'bridge', ...tree),
    ...ports.map((link) => shellWords('ip', 'link', 'set', 'dev', link.name, 'master', name)),
  ];
}

/** The shared gateway of an SVI (`address-virtual`), as ifupdown2 makes it. */
function sharedGateways(svi: string, values: readonly string[]): string[] {
  return values.flatMap((value) => {
    const [mac = '', ...addresses] = value.split(/\s+/);
    const name = `${svi}-v0`;
    return [
      shellWords('ip', 'link', 'add', 'link', svi, 'name', name, 'address', mac, 'type', 'macvlan', 'mode', 'private'),
      ...addresses.map((address) => shellWords('ip', 'address', 'add', address, 'dev', name, 'metric', '1024')),
      shellWords('ip', 'link', 'set', 'dev', name, 'up'),
      shellWords('bridge', 'fdb', 'replace', mac, 'dev', svi, 'self', 'local'),
    ];
  });
}

/** MTU, addresses, gateways and commands of one interface that is there. */
function layer3(stanza: Stanza, isSwitch: boolean): string[] {
  const { name } = stanza;
  const mtu = valueOf(stanza, 'mtu');
  const hooks = (key: string): string[] =>
    isSwitch ? [] : valuesOf(stanza, key).map((command) => `IFACE=${name} sh -c ${shellWords(command)}`);
  return [
    ...hooks('pre-up'),
    ...(valueOf(stanza, 'ipv6-addrgen') === 'off'
      ? [shellWords('ip', 'link', 'set', 'dev', name, 'addrgenmode', 'none')]
      : []),
    ...(mtu === undefined ? [] : [shellWords('ip', 'link', 'set', 'dev', name, 'mtu', mtu)]),
    ...valuesOf(stanza, 'address').map((address) => shellWords('ip', 'address', 'add', address, 'dev', name)),
    shellWords('ip', 'link', 'set', 'dev', name, 'up'),
    ...valuesOf(stanza, 'gateway').map((via) =>
      shellWords('ip', via.includes(':') ? '-6' : '-4', 'route', 'add', 'default', 'via', via, 'dev', name),
    ),
    ...hooks('up'),
  ];
}

/**
 * Commands for a shell in a device's namespace that do what its generated `interfaces` file says, by plain bridges alone:
 * each VLAN of a switch is a bridge named as its SVI, where it has one. Management ports with their VRF, and what a switch's ports run
 * after they are up (storm control, guards of spanning tree), are left out.
 */
export function interfaceCommands(all: readonly Stanza[], links: readonly Link[], isSwitch: boolean): string[] {
  const stanzas = new Map(all.map((stanza) => [stanza.name, stanza]));
  const present = new Set(['lo', ...links.map(({ name }) => name)]);
  const carriers = links.map((link) => {
    const mtu = valueOf(stanzas.get(link.carrier), 'mtu');
    return shellWords('ip', 'link', 'set', 'dev', link.name, ...(mtu === undefined ? [] : ['mtu', mtu]), 'up');
  });
  const commands = all.flatMap((stanza) => {
    const vlan = valueOf(stanza, 'vlan-id');
    const isSvi = isSwitch && vlan !== undefined && !present.has(stanza.name);
    if (!isSvi && !present.has(stanza.name)) return [];
    return [
      ...(isSvi ? vlanBridge(stanza.name, vlan, stanzas, links) : []),
      ...layer3(stanza, isSwitch),
      ...(isSvi ? sharedGateways(stanza.name, valuesOf(stanza, 'address-virtual')) : []),
    ];
  });
  const routed = new Set(all.flatMap((stanza) => valueOf(stanza, 'vlan-id') ?? []));
  const carried = links.flatMap((link) => link.vlan ?? untaggedVlan(stanzas.get(link.carrier)) ?? []);
  const bridged = isSwitch ? [...new Set(carried)].filter((vlan) => !routed.has(vlan)) : [];
  const bridges = bridged.flatMap((vlan) => [
    ...vlanBridge(`br${vlan}`, vlan, stanzas, links),
    shellWords('ip', 'link', 'set', 'dev', `br${vlan}`, 'up'),
  ]);
  return [...carriers, ...commands, ...bridges];
}
