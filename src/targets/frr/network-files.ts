import type { SwitchDevice } from '../../device/device.ts';
import { layer3Of } from '../../frr/layer3.ts';
import { stanzas } from '../../render/templates.ts';
import type { RenderContext } from '../target.ts';
import { type BoxFile, boxFile } from './box-file.ts';
import { bridgeView } from './bridge-port.ts';
import { dhcpHooks } from './dhcp-hooks.ts';
import { daemonsFile } from './daemons-file.ts';
import { interfacesFile, mtuPolicy } from './interfaces-file.ts';

const stanza = stanzas('frr');

/** True where any interface has IPv6. */
const routesIpv6 = ({ interfaces }: SwitchDevice): boolean =>
  interfaces.map(layer3Of).some(({ addresses, linkLocal }) => linkLocal || addresses.some(({ ip }) => ip.family === 6));

const yesNo = (present: unknown): 'yes' | 'no' => (present ? 'yes' : 'no');

function policyFile(device: SwitchDevice): BoxFile[] {
  const content = mtuPolicy(device);
  const target = '/etc/network/ifupdown2/policy.d/heddle.json';
  const command = 'ifreload -a';
  return content === undefined ? [] : [boxFile({ path: 'ifupdown2-policy.json', content, target, command })];
}

function interfaces(device: SwitchDevice, context: RenderContext): BoxFile {
  return boxFile({
    path: 'interfaces',
    content: interfacesFile(device, context.spellPeer),
    target: '/etc/network/interfaces',
    command: 'ifreload -a',
    packages: [
      'ifupdown2',
      'iproute2',
      ...(bridgeView(device) ? ['bridge-utils'] : []),
      ...(device.management.address ? [] : ['isc-dhcp-client']),
    ],
    services: ['networking'],
  });
}

/** The files without which the switch does not forward, in the order in which they take effect. */
export function networkFiles(device: SwitchDevice, context: RenderContext): BoxFile[] {
  const { name } = device;
  const frr = { mode: '0640', owner: 'frr' };
  const daemons = {
    name,
    bgpd: yesNo(device.bgp),
    ospfd: yesNo(device.ospf),
    bfdd: yesNo(device.bfd),
    ospf6d: device.ospf3 !== undefined,
  };
  return [
    boxFile({
      path: 'sysctl.conf',
      content: stanza('sysctl', { name, ipv6: routesIpv6(device) }),
      target: '/etc/sysctl.d/90-heddle.conf',
      command: 'systemctl restart systemd-sysctl',
    }),
    ...policyFile(device),
    ...dhcpHooks(device),
    interfaces(device, context),
    boxFile({
      path: 'daemons',
      content: stanza('daemons', daemons),
      target: '/etc/frr/daemons',
      command: 'systemctl restart frr',
      packages: ['frr', 'frr-pythontools'],
      services: ['frr'],
      ...frr,
    }),
    boxFile({
      path: 'frr.conf',
      content: daemonsFile(device, context),
      target: '/etc/frr/frr.conf',
      command: 'systemctl reload frr',
      ...frr,
    }),
  ];
}
