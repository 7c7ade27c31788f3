import type { PortRef } from '../fabric/fabric.ts';

/** Spells an interface as its device's own system does: a port, or a neutral name such as `loopback`, `49/1`, a network. */
export type SpellInterface = (device: string, one: PortRef | string) => string;
