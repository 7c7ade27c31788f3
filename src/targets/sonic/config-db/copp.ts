import type { SwitchDevice } from '../../../device/device.ts';
import type { Tables } from './tables.ts';

/** Name of the group: the model wants one of the file's own, though the image has others. */
const group = 'routing';

/**
 * OSPF's packets to the processor: the image has rules for BGP, and for what is sent to the switch itself, but none for
 * OSPF's multicast (copp_cfg.j2). As many packets a second as it gives BGP.
 */
export function coppTables({ ospf }: SwitchDevice): Tables {
  if (!ospf) return {};
  const limits = { meter_type: 'packets', mode: 'sr_tcm', cir: '6000', cbs: '6000', red_action: 'drop' };
  return {
    COPP_GROUP: { [group]: { trap_action: 'trap', trap_priority: '4', queue: '4', ...limits } },
    COPP_TRAP: { ospf: { trap_ids: 'ospf', trap_group: group, always_enabled: 'true' } },
  };
}
