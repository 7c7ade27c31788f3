import type { Port } from '../../src/device/device.ts';
import { type InterfaceAddress, type Ip, type Prefix, parseIp, parsePrefix } from '../../src/ip/index.ts';

export function ip(text: string): Ip {
  const found = parseIp(text);
  if (!found) throw new Error(`not an address: ${text}`);
  return found;
}

export function prefix(text: string): Prefix {
  const found = parsePrefix(text);
  if ('fault' in found) throw new Error(`not a prefix: ${text}`);
  return found;
}

export function address(text: string): InterfaceAddress {
  const [host = '', length] = text.split('/');
  return { ip: ip(host), length: Number(length) };
}

export function port(panel: number, given: { name?: string; mac?: string } = {}): Port {
  return { panel, channels: 1, lanes: 1, speed: 25, maxSpeed: 25, name: `eth${panel - 1}`, ...given };
}
