import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mlagCommands } from '../../../../src/lab/network/mlag/mlag-commands.ts';
import { mlagSwitch } from '../../../../src/lab/network/mlag/mlag-switch.ts';
import { mlagSwitches } from '../../../../src/lab/network/mlag/start-mlag.ts';
import { linuxDevices } from '../../../../src/lab/network/linux-devices.ts';
import { compile } from '../../../../src/pipeline/compile.ts';

const topology = join(import.meta.dirname, '..', '..', '..', '..', 'topologies', 'mlag-leafs.yaml');
const { devices } = linuxDevices(compile(topology).devices, 'native');
const some = devices.filter(({ name }) => /^spine|^rack1-leaf|^compute-rack1-0[12]$|^control-rack1$/.test(name));
const named = (name: string) => devices.find((one) => one.name === name)!;

describe('a switch of an MLAG pair in a lab', () => {
  it('has a leg for each LAG whose far end is there, and other ports for the rest', () => {
    const leaf = mlagSwitch(named('rack1-leaf2'), some)!;
    expect(leaf).toMatchObject({
      peer: 'rack1-leaf1',
      isPrimary: false,
      peerLink: 'po55',
      legs: [
        { number: 1, bond: 'po1', members: ['swp1'] },
        { number: 2, bond: 'po2', members: ['swp2'] },
      ],
      otherPorts: ['swp9', 'swp49', 'swp50'],
      linkVlans: ['vlan3967'],
      local: '169.254.1.1',
      remote: '169.254.1.0',
      keepalive: '10.253.1.1',
      reloadDelay: { mlagPorts: 10, otherPorts: 11 },
    });
  });

  it('leads the pair where its priority is the lower, and where it is alone', () => {
    expect(mlagSwitch(named('rack1-leaf1'), some)?.isPrimary).toBe(true);
    expect(mlagSwitch(named('rack1-leaf2'), [named('rack1-leaf2')])?.isPrimary).toBe(true);
  });

  it('is none of the others', () => {
    expect(mlagSwitches(some).map(({ name }) => name)).toEqual(['rack1-leaf1', 'rack1-leaf2']);
  });

  it('shows the same LACP system and keys as its peer, and lets nothing of the peer link out of LAGs to begin with', () => {
    const texts = mlagSwitches(some).map((one) => mlagCommands(one).join('\n'));
    for (const text of texts) {
      expect(text).toContain('link set dev po2 type bond ad_actor_system 02:00:5e:01:00:02 ad_user_port_key 2');
      expect(text).toContain('set dual { type ifname; elements = { po1, po2 }; }');
      expect(text).toContain('iifname po55 oifname @dual drop');
      expect(text).toContain('bridge link set dev po55 learning off');
    }
    expect(texts[0]).toContain('rule add pref 98 iif lo to 10.253.1.2 lookup 1001');
  });
});
