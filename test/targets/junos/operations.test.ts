import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/junos/target.ts';
import { devices, linesOf } from './fixtures.ts';

const operations = target.operations!;

/** Enters lines as a person does in config mode. */
function enter(config: readonly string[], lines: readonly string[]): string[] {
  let now = [...config];
  for (const line of lines) {
    if (line.startsWith('set ') && !now.includes(line)) now.push(line);
    if (!line.startsWith('delete ')) continue;
    const path = `set ${line.slice('delete '.length)}`;
    const kept = now.filter((one) => one !== path && !one.startsWith(`${path} `));
    expect(kept.length, `${line} deletes something`).toBeLessThan(now.length);
    now = kept;
  }
  return now;
}

const isList = (line: string): boolean => / export \S+$/.test(line);

/** A config without the order of its statements, except in lists of policies. */
function meaning(lines: readonly string[]): { statements: string[]; lists: string[] } {
  const lists = lines.filter(isList);
  const paths = [...new Set(lists.map((line) => line.replace(/\S+$/, '')))].toSorted();
  return {
    statements: lines.filter((line) => !isList(line)).toSorted(),
    lists: paths.flatMap((path) => lists.filter((line) => line.replace(/\S+$/, '') === path)),
  };
}

const inMaintenance = (device: SwitchDevice): SwitchDevice => ({ ...device, maintenance: true });
const cases = Object.entries(devices).filter(([, { maintenance }]) => !maintenance);

describe('Junos operations', () => {
  it.each(cases)('drain a %s to the config that it has in maintenance', (_, device) => {
    const drained = meaning(enter(linesOf(device), operations.drain(device)));
    expect(drained).toEqual(meaning(linesOf(inMaintenance(device))));
    expect(drained).not.toEqual(meaning(linesOf(device)));
  });

  it.each(cases)('undrain a %s to the config that it had', (_, device) => {
    const drained = linesOf(inMaintenance(device));
    expect(meaning(enter(drained, operations.undrain(device)))).toEqual(meaning(linesOf(device)));
  });

  it('mark what every session announces, in all instances', () => {
    const drained = linesOf(inMaintenance(devices['vrf-leaf']!));
    const exports = drained.filter((line) => line.includes('protocols bgp') && line.includes(' export '));
    expect(exports).toEqual([
      'set protocols bgp group SPINES export DRAINED',
      'set protocols bgp group SPINES export BGP-ROUTES',
      'set protocols bgp group SPINES export TO-SPINES',
      'set routing-instances storage protocols bgp group SPINES export DRAINED',
      'set routing-instances storage protocols bgp group SPINES export BGP-ROUTES-storage',
      'set routing-instances storage protocols bgp group SPINES export TO-SPINES',
    ]);
  });

  it('drain a switch that is in maintenance in the file by the same lines', () => {
    const leaf = devices['leaf']!;
    expect(operations.drain(inMaintenance(leaf))).toEqual(operations.drain(leaf));
  });

  it('drain a switch without BGP by OSPF alone', () => {
    const { bgp: _, ...withoutBgp } = devices['spine']!;
    expect(operations.drain(withoutBgp)).toEqual([
      'delete protocols ospf overload',
      'set protocols ospf overload',
      'commit',
    ]);
  });

  it('ask for what they are told to expect, and nothing else', () => {
    expect(operations.verify({ ospf: 20 })).toEqual([{ command: 'show ospf neighbor', expect: '20 neighbours Full' }]);
    expect(operations.verify({ route: { prefix: '10.255.0.1/32', nextHops: 1 } })).toEqual([
      { command: 'show route 10.255.0.1/32 exact active-path', expect: '1 next hop' },
    ]);
  });

  it('load a file in place of what it says, accounts excepted', () => {
    const lines = operations.load('leaf1');
    const deleted = lines.filter((line) => line.startsWith('delete ')).map((line) => line.replace('delete ', 'set '));
    const spared =
      /^set system (host-name|domain-name|time-zone|management-instance|services|root-authentication|login) ?/;
    for (const device of Object.values(devices)) {
      const left = linesOf(device).filter((line) => !deleted.some((path) => line.startsWith(`${path} `)));
      expect(left.filter((line) => !spared.test(line))).toEqual([]);
    }
    expect(lines).toContain('load set /var/tmp/leaf1.conf');
  });
});
