import type { Device } from '../../device/device.ts';
import type { Form } from './form.ts';
import { cumulusNvue } from './forms/cumulus-nvue.ts';
import { eos } from './forms/eos.ts';
import { junos } from './forms/junos.ts';
import { frr, ifcfg, server } from './forms/linux.ts';
import { nxos } from './forms/nxos.ts';
import { sonic } from './forms/sonic.ts';

/** How containerlab runs each system that a topology can name: switches by `os`, servers by `config`. */
export const formByName: ReadonlyMap<string, Form> = new Map([
  ['cumulus-nvue', cumulusNvue],
  ['eos', eos],
  ['frr', frr],
  ['junos', junos],
  ['nxos', nxos],
  ['sonic', sonic],
  ['ifcfg', ifcfg],
  ['ifupdown2', server],
  ['netplan', server],
  ['networkd', server],
  ['networkmanager', server],
]);

/** Name of a device's system. */
export const systemOf = (device: Device): string => (device.kind === 'switch' ? device.os : device.format);

/** How containerlab runs a device. */
export function formOf(device: Device): Form {
  const found = formByName.get(systemOf(device));
  if (!found) throw new Error(`no form of ${systemOf(device)}`);
  return found;
}
