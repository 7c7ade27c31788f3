import { describe, expect, it } from 'vitest';
import { devices, linesOf } from './fixtures.ts';
import { referenceCounts, undefinedReferences } from './references.ts';

/** By what is taken away: a device, the lines, and what then dangles. */
const removals = [
  ['leaf', /policy-statement TO-SPINES /, 'policy TO-SPINES'],
  ['leaf', /policy-statement LOAD-BALANCE /, 'policy LOAD-BALANCE'],
  ['leaf', /community GRACEFUL-SHUTDOWN members/, 'community GRACEFUL-SHUTDOWN'],
  ['maintenance-leaf', /community COMMUNITY-65535-0 members/, 'community COMMUNITY-65535-0'],
  ['leaf', /vlans storage vlan-id/, 'VLAN 20'],
  ['leaf', /interfaces ae1 unit/, 'LAG ae1'],
  ['leaf', /interfaces ae1 unit/, 'switch port ae1'],
  ['vrf-leaf', /storage instance-type/, 'instance storage'],
  ['leaf', /interfaces lo0 unit/, 'logical interface lo0.0'],
  ['leaf', /interfaces irb unit 10 /, 'logical interface irb.10'],
  ['leaf', /storm-control-profiles/, 'storm-control profile EDGE'],
  ['leaf', /server-group VLAN-10 10/, 'DHCP servers VLAN-10'],
] as const;

describe('Junos references', () => {
  it.each(Object.entries(devices))('of %s are all to what the config defines', (_, device) => {
    expect(undefinedReferences(linesOf(device))).toEqual([]);
  });

  it('are there to be followed, of every kind', () => {
    const counts = referenceCounts(linesOf(devices['leaf']!));
    expect(Object.entries(counts).filter(([, count]) => count === 0)).toEqual([]);
  });

  it.each(removals)('of %s dangle without %s', (name, lines, missing) => {
    const kept = linesOf(devices[name]!).filter((line) => !lines.test(line));
    expect(undefinedReferences(kept)).toContain(missing);
  });

  it('name each policy once a list', () => {
    for (const device of Object.values(devices)) {
      const policies = linesOf(device).filter((line) => / (?:import|export) \S+$/.test(line));
      expect(new Set(policies).size).toBe(policies.length);
    }
  });
});
