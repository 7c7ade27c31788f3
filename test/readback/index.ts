import { read as cumulusNvue } from './cumulus-nvue.ts';
import { read as eos } from './eos.ts';
import { read as frr } from './frr.ts';
import { read as junos } from './junos.ts';
import { read as nxos } from './nxos.ts';
import type { Reader } from './reading.ts';
import { read as sonic } from './sonic.ts';

/** The reader of each target, by its name. */
export const readers: Readonly<Record<string, Reader>> = { 'cumulus-nvue': cumulusNvue, eos, frr, junos, nxos, sonic };
