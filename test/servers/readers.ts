import { readIfcfg } from './ifcfg-reader.ts';
import { readIfupdown2 } from './ifupdown2-reader.ts';
import { readKeyfiles } from './keyfile-reader.ts';
import type { Meanings } from './meaning.ts';
import { readNetplan } from './netplan-reader.ts';
import { readNetworkd } from './networkd-reader.ts';

interface File {
  readonly path: string;
  readonly content: string;
}

/** The reader of each server format, by its name. */
export const hostReaders: Readonly<Record<string, (files: readonly File[]) => Meanings>> = {
  ifcfg: readIfcfg,
  ifupdown2: readIfupdown2,
  netplan: (files) => readNetplan(files.find(({ path }) => path === '60-heddle.yaml')!.content),
  networkd: readNetworkd,
  networkmanager: readKeyfiles,
};
