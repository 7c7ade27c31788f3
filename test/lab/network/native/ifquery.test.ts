import { describe, expect, it } from 'vitest';
import { failedChecks } from '../../../../src/lab/network/native/ifquery.ts';

const interfaces = `auto po1
iface po1
    bridge-vids 20 30
    bridge-allow-untagged no

auto po3
iface po3
    bridge-vids 30
    bridge-pvid 20
`;

const said = (port: string, what: string): string => `auto ${port}
iface ${port} ${what}
\tbridge-vids 20 30                                               [pass]
`;

describe('what ifquery says', () => {
  it('is nothing where all passes', () => {
    expect(failedChecks('auto po1\niface po1   [pass]\n\tmtu 9000  [pass]\n', interfaces)).toEqual([]);
  });

  it('is not believed of the VLAN of untagged frames on a port that takes none', () => {
    expect(failedChecks(said('po1', '(bridge pvid error)   [fail]'), interfaces)).toEqual([]);
    expect(failedChecks(said('po3', '(bridge pvid error)   [fail]'), interfaces)).toEqual([
      'iface po3 (bridge pvid error)',
    ]);
  });

  it('names the interface of a setting', () => {
    expect(failedChecks('auto po1\niface po1   [fail]\n\tmtu 1500   [fail]\n', interfaces)).toEqual([
      'iface po1',
      'po1: mtu 1500',
    ]);
  });
});
