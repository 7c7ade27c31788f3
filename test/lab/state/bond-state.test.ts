import { describe, expect, it } from 'vitest';
import { type BondState, readBond } from '../../../src/lab/state/bond-state.ts';
import { compareBonds } from '../../../src/lab/test/check-bonds.ts';

const member = (name: string, aggregator: number, actor: number, partner: number, mac = '02:00:00:00:ab:01') => `
Slave Interface: ${name}
MII Status: up
Speed: 10000 Mbps
Duplex: full
Link Failure Count: 0
Permanent HW addr: 02:00:00:00:00:0${aggregator}
Slave queue ID: 0
Aggregator ID: ${aggregator}
Actor Churn State: none
Partner Churn State: none
Actor Churned Count: 0
Partner Churned Count: 0
details actor lacp pdu:
    system priority: 65535
    system mac address: 02:00:00:00:00:aa
    port key: 15
    port priority: 255
    port number: 1
    port state: ${actor}
details partner lacp pdu:
    system priority: 65535
    system mac address: ${mac}
    oper key: 15
    port priority: 255
    port number: 1
    port state: ${partner}
`;

/** As /proc/net/bonding of Linux 6.1 has it. */
const lacp = (...members: string[]) => `Ethernet Channel Bonding Driver: v6.1.176

Bonding Mode: IEEE 802.3ad Dynamic link aggregation
Transmit Hash Policy: layer3+4 (1)
MII Status: up
MII Polling Interval (ms): 100
Up Delay (ms): 0
Down Delay (ms): 0
Peer Notification Delay (ms): 0

802.3ad info
LACP active: on
LACP rate: fast
Min links: 1
Aggregator selection policy (ad_select): stable
System priority: 65535
System MAC address: 02:00:00:00:00:aa
Active Aggregator Info:
	Aggregator ID: 1
	Number of ports: 2
	Actor Key: 15
	Partner Key: 15
	Partner Mac Address: 02:00:00:00:ab:01
${members.join('')}`;

const good: BondState = {
  mode: '802.3ad',
  members: ['eth0', 'eth1'],
  used: ['eth0', 'eth1'],
  lacp: { rate: 'fast', partnerRate: 'fast', partners: 1 },
};

const differences = (text: string) => compareBonds('web1', 'bond0', good, readBond(text));

describe('a bond', () => {
  it('is read from what the kernel says', () => {
    expect(readBond(lacp(member('eth1', 1, 63, 63), member('eth0', 1, 63, 63)))).toEqual(good);
    expect(differences(lacp(member('eth0', 1, 63, 63), member('eth1', 1, 63, 63)))).toEqual([]);
  });

  it('has a far end that asks for another rate', () => {
    expect(differences(lacp(member('eth0', 1, 63, 61), member('eth1', 1, 63, 61)))).toEqual([
      {
        check: 'lacp',
        device: 'web1',
        subject: 'bond0',
        predicted: 'the far end asks for frames at the fast rate',
        found: 'the far end asks for frames at the slow rate',
      },
    ]);
  });

  it('has members that end on two systems, of which one is used', () => {
    const text = lacp(member('eth0', 1, 63, 63), member('eth1', 2, 7, 63, '02:00:00:00:ab:02'));
    expect(differences(text)).toMatchObject([
      {
        check: 'lacp',
        predicted: 'packets over eth0 eth1, members end on 1 system',
        found: 'packets over eth0, members end on 2 systems',
      },
    ]);
  });

  it('has its own settings apart from what LACP makes of them', () => {
    const text = lacp(member('eth0', 1, 61, 63)).replace('LACP rate: fast', 'LACP rate: slow');
    expect(differences(text)).toMatchObject([
      { check: 'bond', predicted: 'members eth0 eth1, LACP rate fast', found: 'members eth0, LACP rate slow' },
      { check: 'lacp', predicted: 'packets over eth0 eth1', found: 'packets over eth0' },
    ]);
    expect(compareBonds('web1', 'bond0', good, undefined)).toMatchObject([{ check: 'bond', found: 'none' }]);
  });

  it('without LACP has a mode and members', () => {
    const text = `Bonding Mode: fault-tolerance (active-backup)\nPrimary Slave: eth0\n\nSlave Interface: eth0\nMII Status: up\n\nSlave Interface: eth1\nMII Status: down\n`;
    expect(readBond(text)).toEqual({ mode: 'active-backup', members: ['eth0', 'eth1'], used: ['eth0'] });
  });
});
