import type { LagInterface, SwitchDevice } from '../../../device/device.ts';
import { lagName, spellPort } from '../names.ts';
import { type Tables, tableOf } from './tables.ts';

/** LAGs and their members. teamd is always active, and hashes addresses and ports (SONiC's teammgrd). */
export function lagTables(device: SwitchDevice, describe: (one: LagInterface) => string): Tables {
  const lags = device.interfaces.filter((one) => one.kind === 'lag');
  return {
    PORTCHANNEL: tableOf(
      lags.map((one) => {
        const description = describe(one);
        return [
          lagName(one.id),
          {
            admin_status: 'up',
            fast_rate: String(one.protocol.type === 'lacp' && one.protocol.rate === 'fast'),
            lacp_key: 'auto',
            min_links: String(one.minLinks),
            mtu: String(one.mtu),
            ...(description === '' ? {} : { description }),
          },
        ];
      }),
    ),
    PORTCHANNEL_MEMBER: tableOf(
      lags.flatMap(({ id, members }) => members.map((port) => [`${lagName(id)}|${spellPort(port)}`, {}] as const)),
    ),
  };
}
