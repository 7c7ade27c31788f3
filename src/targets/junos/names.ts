import type { Interface, Port } from '../../device/device.ts';

/** Kinds of Ethernet interfaces by their speed in Gb/s; all faster ones are `et`. */
const kinds: Readonly<Record<number, string>> = { 1: 'ge', 10: 'xe' };

/**
 * Port of a fixed switch: kind by speed, then FPC 0, PIC 0 and the panel's number (from 0); channels are numbered from
 * 0 after a colon.
 */
export function spellPort(port: Port): string {
  const name = `${kinds[port.speed] ?? 'et'}-0/0/${port.panel}`;
  return port.channels === 1 ? name : `${name}:${(port.channel ?? 1) - 1}`;
}

/** The out-of-band port of QFX5120 and QFX5200. */
export const managementPort = 'em0';

/** Routing instance of the out-of-band port; its name is Junos' own (`system management-instance`). */
export const managementInstance = 'mgmt_junos';

/** A physical interface, and the logical one on it that has the addresses. */
export interface InterfaceName {
  readonly device: string;
  readonly unit: number;
}

/** Name of an interface of a switch. */
export function nameOf(one: Interface): InterfaceName {
  switch (one.kind) {
    case 'ethernet':
      return { device: spellPort(one.port), unit: 0 };
    case 'lag':
      return { device: `ae${one.id}`, unit: 0 };
    case 'svi':
      return { device: 'irb', unit: one.vlan };
    case 'loopback':
      return { device: 'lo0', unit: 0 };
    case 'sub':
      throw new Error('subinterfaces are not among the features of this target');
  }
}

/** `et-0/0/48.0`: how protocols and routing instances call it. */
export function logicalName(one: Interface): string {
  const { device, unit } = nameOf(one);
  return `${device}.${unit}`;
}
