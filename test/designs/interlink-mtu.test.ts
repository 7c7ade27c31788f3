import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/rules/run.ts';
import { exampleWith, lower, subjectsOf } from '../rules/check-text.ts';

/** Pairs of leafs with an MTU of its own on one of the cables between the leafs of the first. */
const fragment = (leafPair: string): string => `access: { leafPair: ${leafPair} }
fabric:
  asn: 65000
  spines: { count: 2, platform: arista-7060cx2-32s, os: eos }
  leafs: { platform: arista-7050sx3-48yc8, os: eos, interlink: { count: 2 } }
racks:
  - name: r{1..2}
    leafs: 2
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 25G }, networks: [service, storage], bond: active-backup }
links:
  - { a: r1-leaf1, z: r1-leaf2, mtu: 9100 }
`;

describe.each(['independent', 'mlag'])('an MTU of a link between two %s leafs', (leafPair) => {
  const { subjects } = subjectsOf(exampleWith(fragment(leafPair)));
  const lowered = lower(subjects!)!;
  const mtusOf = (name: string) => {
    const { interfaces } = lowered.devices.find((device) => device.name === name)!;
    const other = name.replace(/\d$/, (digit) => (digit === '1' ? '2' : '1'));
    const lag = interfaces.find((one) => one.kind === 'lag' && one.peer?.device === other);
    const members = interfaces.filter((one) => one.kind === 'ethernet' && one.peer?.device === other);
    const paths = interfaces.filter((one) => one.kind === 'svi' && /^(routed path|MLAG peer)/.test(one.description));
    expect(paths).toHaveLength(leafPair === 'mlag' ? 2 : 1);
    return [...new Set([lag!, ...members, ...paths].map(({ mtu }) => mtu))];
  };

  it('is that of their LAG, its members and the paths over it', () => {
    expect(mtusOf('r1-leaf1')).toEqual([9100]);
    expect(mtusOf('r1-leaf2')).toEqual([9100]);
    expect(runRules('devices', { devices: lowered })).toEqual([]);
  });

  it('is not that of others', () => {
    expect(mtusOf('r2-leaf1')).toEqual([9214]);
  });
});
