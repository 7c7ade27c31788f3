import type { Interface } from '../../../device/device.ts';
import { formatInterfaceAddress } from '../../../ip/index.ts';
import { families, familyName, layer3Of } from '../layer3.ts';
import { nameOf } from '../names.ts';
import { stanza } from '../stanza.ts';

/** Lines about the addresses of an interface. An IRB unit says its IP MTU; a port's follows from that of the port. */
export function layer3Lines(one: Interface): string {
  const { device: name, unit } = nameOf(one);
  const { addresses = [] } = layer3Of(one);
  return stanza('layer3', {
    name,
    unit,
    families: families
      .map((family) => ({
        name: familyName[family],
        mtu: one.kind === 'svi' ? one.mtu : null,
        addresses: addresses.filter(({ ip }) => ip.family === family).map(formatInterfaceAddress),
      }))
      .filter((family) => family.addresses.length > 0),
  });
}
