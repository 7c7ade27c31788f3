import type { SecretRef, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import type { RenderContext } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';

const span = { file: { path: 'fixture.yaml', text: '' }, start: 0, end: 0 };

export const secret = (name: string): SecretRef => ({ source: 'env', name, span });

export const context: RenderContext = {
  spellPeer: (target, port) => `${target}-port${port.panel}`,
  readSecret: ({ name }) => ({ OSPF_KEY: 'k$1#!|x:', BGP_KEY: '%bgp:#{key}&', COMMUNITY: '*look:' })[name] ?? '',
};

/** Without OSPF for IPv6, which NVUE does not have. */
function withoutOspf3({ ospf3: _process, ...device }: SwitchDevice): SwitchDevice {
  const interfaces = device.interfaces.map((one) => {
    if (one.kind === 'loopback' || one.kind === 'svi') {
      const { ospf3: _ospf3, ...rest } = one;
      return rest;
    }
    if (one.mode.type !== 'routed') return one;
    const { ospf3: _ospf3, ...mode } = one.mode;
    return { ...one, mode } as typeof one;
  });
  return { ...device, interfaces };
}

/** With the path over the management ports that Cumulus Linux asks for. */
function withKeepalive(device: SwitchDevice): SwitchDevice {
  if (!device.mlag) return device;
  const keepalive = { local: parseIp('10.253.0.11')!, remote: parseIp('10.253.0.12')!, vrf: 'mgmt' };
  return { ...device, mlag: { ...device.mlag, keepalive } };
}

const { dualStackLeaf, spine, ebgpLeaf, unnumberedLeaf, border, mlagLeaf, mlagCore, vrfLeaf, routedHostLeaf } =
  fixtureDevices as Readonly<Record<string, SwitchDevice>>;

/** The switches by hand, less what NVUE cannot say. */
export const switches: Readonly<Record<string, SwitchDevice>> = {
  dualStackLeaf: withoutOspf3(dualStackLeaf!),
  spine: spine!,
  ebgpLeaf: ebgpLeaf!,
  unnumberedLeaf: unnumberedLeaf!,
  border: border!,
  mlagLeaf: withoutOspf3(mlagLeaf!),
  mlagCore: withKeepalive(mlagCore!),
  vrfLeaf: vrfLeaf!,
  routedHostLeaf: routedHostLeaf!,
};
