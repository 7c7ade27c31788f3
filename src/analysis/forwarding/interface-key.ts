import type { Interface, Port } from '../../device/device.ts';

/** A port within its device: `49`, `49/1`. */
export function portKey({ panel, channel }: Port): string {
  return channel === undefined ? String(panel) : `${panel}/${channel}`;
}

/** An interface within its device, neutrally: `lo`, `49/1`, `49.3001`, `lag5`, `vlan20`. */
export function interfaceKey(one: Interface): string {
  switch (one.kind) {
    case 'loopback':
      return 'lo';
    case 'ethernet':
      return portKey(one.port);
    case 'lag':
      return `lag${one.id}`;
    case 'svi':
      return `vlan${one.vlan}`;
    case 'sub':
      return `${'port' in one.parent ? portKey(one.parent.port) : `lag${one.parent.lag}`}.${one.vlan}`;
  }
}
