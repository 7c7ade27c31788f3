import { describe, expect, it } from 'vitest';
import { isReady, readBonds } from '../../../../src/lab/network/native/bonds.ts';

/** A bond as `ip -j -d link` tells it: of each member its link, its group, and the states of both ends. */
function bond(mode: string, members: readonly (readonly [string, number, number, number])[]) {
  const text = JSON.stringify([
    { ifname: 'bond0', linkinfo: { info_kind: 'bond', info_data: { mode } } },
    { ifname: 'eth9', linkinfo: { info_kind: 'veth' } },
    ...members.map(([mii_status, ad_aggregator_id, own, far], index) => ({
      ifname: `eth${index}`,
      master: 'bond0',
      linkinfo: {
        info_slave_kind: 'bond',
        info_slave_data: {
          mii_status,
          ad_aggregator_id,
          ad_actor_oper_port_state: own,
          ad_partner_oper_port_state: far,
        },
      },
    })),
  ]);
  return readBonds(text)[0]!;
}

describe('a bond', () => {
  it('is ready when both ends of all members with a link pass packets, in one group', () => {
    expect(
      isReady(
        bond('802.3ad', [
          ['UP', 1, 63, 63],
          ['UP', 1, 63, 63],
        ]),
      ),
    ).toBe(true);
    expect(
      isReady(
        bond('802.3ad', [
          ['UP', 1, 63, 63],
          ['DOWN', 2, 7, 1],
        ]),
      ),
    ).toBe(true);
    expect(
      isReady(
        bond('802.3ad', [
          ['UP', 1, 63, 63],
          ['UP', 2, 63, 63],
        ]),
      ),
    ).toBe(false);
    expect(
      isReady(
        bond('802.3ad', [
          ['UP', 1, 63, 63],
          ['UP', 1, 63, 15],
        ]),
      ),
    ).toBe(false);
    expect(
      isReady(
        bond('802.3ad', [
          ['UP', 1, 79, 1],
          ['UP', 1, 79, 1],
        ]),
      ),
    ).toBe(false);
  });

  it('without LACP is ready with its links', () => {
    expect(
      isReady(
        bond('active-backup', [
          ['UP', 0, 0, 0],
          ['UP', 0, 0, 0],
        ]),
      ),
    ).toBe(true);
  });
});
