import type { SwitchDevice } from '../../../device/device.ts';
import type { RenderContext } from '../../target.ts';
import { describe } from '../describe.ts';
import { addressTables } from './addresses.ts';
import { coppTables } from './copp.ts';
import { lagTables } from './lags.ts';
import { metadataTables } from './metadata.ts';
import { portTables } from './ports.ts';
import { printTables } from './print.ts';
import { serviceTables } from './services.ts';
import { stormControlTable } from './storm-control.ts';
import { vlanTables } from './vlans.ts';

/**
 * The text of config_db.json: what differs from the init_cfg.json of the image, under which SONiC puts it. Tables and
 * fields are those of the YANG models of 202311 and later.
 */
export function configDb(device: SwitchDevice, { spellPeer, readSecret }: RenderContext): string {
  return printTables({
    ...metadataTables(device),
    ...portTables(device, (one) => describe(one, spellPeer)),
    ...lagTables(device, (one) => describe(one, spellPeer)),
    ...vlanTables(device),
    ...addressTables(device),
    ...coppTables(device),
    ...serviceTables(device, readSecret),
    PORT_STORM_CONTROL: stormControlTable(device),
  });
}
