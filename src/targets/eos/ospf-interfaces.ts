import type { Interface, OspfInterface, SwitchDevice } from '../../device/device.ts';

/** OSPF for IPv4 (version 2), for IPv6 (version 3). */
type Version = 'ospf' | 'ospf3';

/** What OSPF does on an interface; undefined where it does not run. */
function ospfOf(one: Interface, version: Version): OspfInterface | undefined {
  switch (one.kind) {
    case 'ethernet':
    case 'lag':
    case 'sub':
      return one.mode.type === 'routed' ? one.mode[version] : undefined;
    case 'svi':
    case 'loopback':
      return one[version];
  }
}

/** Interfaces on which OSPF looks for neighbours. */
export function activeOspf(
  device: SwitchDevice,
  version: Version,
): { readonly one: Interface; readonly ospf: OspfInterface }[] {
  return device.interfaces.flatMap((one) => {
    const ospf = ospfOf(one, version);
    return ospf && !ospf.passive ? [{ one, ospf }] : [];
  });
}

/** BFD watches every neighbour, of whom there are some. */
export function bfdEverywhere(device: SwitchDevice, version: Version): boolean {
  const active = activeOspf(device, version);
  return active.length > 0 && active.every(({ ospf }) => ospf.bfd);
}
