import type { Interface, RoutedMode } from '../device/device.ts';
import { stanzas } from '../render/templates.ts';
import { layer3Of } from './layer3.ts';
import { advertisementView } from './advertisement-view.ts';
import { ospf3InterfaceView, ospfInterfaceView } from './ospf-view.ts';
import type { FrrOptions, Router } from './router.ts';
import { safeText } from './safe-text.ts';

const stanza = stanzas('frr-daemons');

/** What the daemons are told of an interface; empty where it is nothing. */
export function interfaceText(router: Router, one: Interface, options: FrrOptions): string {
  const { ospf, ospf3 }: Partial<RoutedMode> = layer3Of(one);
  const advertisements = advertisementView(one);
  const parts = [
    advertisements ? stanza('interface-advertisements', advertisements) : '',
    ospf ? stanza('interface-ospf', ospfInterfaceView(router, ospf, options)) : '',
    ospf3 ? stanza('interface-ospf6', ospf3InterfaceView(router, ospf3, options)) : '',
  ].join('');
  if (parts === '') return '';
  return stanza('interface', {
    name: options.spellInterface(one),
    description: safeText(options.describe(one)),
    parts,
  });
}
