import type { Interface, SwitchDevice } from '../../device/device.ts';
import { ownPieces } from '../../render/own-pieces.ts';
import { stanzas } from '../../render/templates.ts';
import type { SpellPeer } from '../target.ts';
import { bridgeView } from './bridge-port.ts';
import { lagView, loopbackView, portViews, subView, sviView } from './interface-views.ts';
import { bridgeName } from './names.ts';
import { placeOf } from './place.ts';
import { managementView, vrfViews } from './vrf-view.ts';

const stanza = stanzas('frr');

const link = (name: string, view: object): string => stanza(name, view) + stanza('link', view);

const extraOf = ({ extra = [] }: Interface): string =>
  extra.length > 0 ? stanza('interface-extra', { lines: extra }) : '';

const isSvi = (one: Interface): boolean => one.kind === 'svi';

/** /etc/network/interfaces for ifupdown2 3.0 (Debian 12). */
export function interfacesFile(device: SwitchDevice, spellPeer: SpellPeer): string {
  const portView = portViews(device, spellPeer);
  const bridge = bridgeView(device);
  const plain = (one: Interface): string => {
    switch (one.kind) {
      case 'loopback':
        return stanza('loopback', loopbackView(one, spellPeer));
      case 'ethernet':
        return link('port', portView(one));
      case 'lag':
        return link('lag', lagView(device, one, spellPeer));
      case 'svi':
        return stanza('svi', { ...sviView(device, one, spellPeer), bridge: bridgeName });
      case 'sub':
        return stanza('sub', subView(one, spellPeer));
    }
  };
  const render = (one: Interface): string => plain(one) + extraOf(one);
  return [
    stanza('interfaces-header', {
      name: device.name,
      place: placeOf(device),
      fabric: device.system.fabric,
      own: ownPieces(device, ['frr']),
    }),
    ...vrfViews(device).map((view) => stanza('vrf', view)),
    stanza('management', managementView(device)),
    ...device.interfaces.filter((one) => !isSvi(one)).map(render),
    bridge ? stanza('bridge', { ...bridge, name: bridgeName }) : '',
    ...device.interfaces.filter(isSvi).map(render),
  ].join('');
}

/**
 * Policy file of ifupdown2 with the bridge's MTU, where there is a bridge. Without it ifupdown2 3.0 sets the bridge to
 * 1500, and refuses any larger MTU of a VLAN on it; a `mtu` in the bridge's stanza its own check refuses.
 */
export function mtuPolicy(device: SwitchDevice): string | undefined {
  if (!bridgeView(device)) return undefined;
  const mtu = Math.max(1500, ...device.interfaces.flatMap((one) => (one.kind === 'svi' ? one.mtu : [])));
  return `${JSON.stringify({ address: { iface_defaults: { [bridgeName]: { mtu: String(mtu) } } } }, undefined, 2)}\n`;
}
