import type { Interface, OspfInterface, SwitchDevice } from '../../device/device.ts';

/** What OSPF does on an interface; undefined where it does not run. */
function ospfOf(one: Interface): OspfInterface | undefined {
  switch (one.kind) {
    case 'ethernet':
    case 'lag':
    case 'sub':
      return one.mode.type === 'routed' ? one.mode.ospf : undefined;
    case 'svi':
    case 'loopback':
      return one.ospf;
  }
}

/** Interfaces on which OSPF looks for neighbours. */
export function activeOspf(device: SwitchDevice): { readonly one: Interface; readonly ospf: OspfInterface }[] {
  return device.interfaces.flatMap((one) => {
    const ospf = ospfOf(one);
    return ospf && !ospf.passive ? [{ one, ospf }] : [];
  });
}
