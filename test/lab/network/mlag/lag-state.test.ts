import { describe, expect, it } from 'vitest';
import { lagIsReady } from '../../../../src/lab/network/mlag/lag-state.ts';

interface Member {
  readonly mii?: string;
  readonly aggregator?: number;
  readonly actor?: number;
  readonly partner?: number;
}

/** A member as Linux 6.1 tells of it. */
const memberText = ({ mii = 'up', aggregator = 1, actor = 63, partner = 63 }: Member): string => `
Slave Interface: swp1
MII Status: ${mii}
Speed: 10000 Mbps
Slave queue ID: 0
Aggregator ID: ${aggregator}
Actor Churn State: none
details actor lacp pdu:
    system priority: 65535
    system mac address: 02:00:5e:01:00:02
    port key: 79
    port priority: 255
    port number: 1
    port state: ${actor}
details partner lacp pdu:
    system priority: 65535
    system mac address: 6e:71:4f:61:91:5e
    oper key: 15
    port priority: 255
    port number: 1
    port state: ${partner}
`;

const lacp = (...members: Member[]): string => `Ethernet Channel Bonding Driver: v6.1.176

Bonding Mode: IEEE 802.3ad Dynamic link aggregation
Transmit Hash Policy: layer3+4 (1)
MII Status: up
MII Polling Interval (ms): 100

802.3ad info
LACP active: on
Active Aggregator Info:
\tAggregator ID: 1
\tNumber of ports: 1
\tActor Key: 79
\tPartner Mac Address: 6e:71:4f:61:91:5e
${members.map(memberText).join('')}`;

const xor = (mii: string): string => `Bonding Mode: load balancing (xor)\nMII Status: ${mii}\n${memberText({})}`;

describe('a LAG, from what the kernel says of its bond', () => {
  it('is ready when one member of the active group is in step at both ends', () => {
    expect(lagIsReady(lacp({}))).toBe(true);
    expect(lagIsReady(lacp({ mii: 'down' }, {}))).toBe(true);
  });

  it('is not ready before that, although the bond has a link', () => {
    expect(lagIsReady(lacp())).toBe(false);
    expect(lagIsReady(lacp({ mii: 'down' }))).toBe(false);
    expect(lagIsReady(lacp({ aggregator: 2 }))).toBe(false);
    expect(lagIsReady(lacp({ actor: 0x07 }))).toBe(false);
    expect(lagIsReady(lacp({ partner: 0x07 }))).toBe(false);
  });

  it('is not ready once the far end is silent: expired, then defaulted', () => {
    expect(lagIsReady(lacp({ actor: 63 | 0x80 }))).toBe(false);
    expect(lagIsReady(lacp({ actor: 63 | 0x40 }))).toBe(false);
  });

  it('without LACP is ready when it has a link', () => {
    expect(lagIsReady(xor('up'))).toBe(true);
    expect(lagIsReady(xor('down'))).toBe(false);
  });

  it('is not ready where nothing is said', () => {
    expect(lagIsReady('')).toBe(false);
  });
});
