import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxDevices } from '../../../src/lab/network/linux-devices.ts';
import { readRoutes, readVrfTables } from '../../../src/lab/state/kernel-state.ts';
import { predict } from '../../../src/lab/state/predict.ts';
import { compile } from '../../../src/pipeline/compile.ts';

describe('routes of VRFs', () => {
  it('are read with the name of the VRF, whose table has a number', () => {
    const links = [{}, { ifname: 'storage', linkinfo: { info_kind: 'vrf', info_data: { table: 1002 } } }];
    const vrfs = readVrfTables(JSON.stringify(links));
    const route = { protocol: 'bgp', gateway: '10.254.0.0', dev: 'swp1' };
    const routes = [
      { ...route, dst: '10.10.0.0/24' },
      { ...route, dst: '10.10.0.0/24', table: '1002', dev: 'swp1.3001' },
      { ...route, dst: 'default', table: 'storage', dev: 'swp1.3001' },
      { dst: '10.30.0.1', dev: 'vlan30', table: '1002', protocol: 'kernel', type: 'local' },
    ];
    expect(readRoutes(JSON.stringify(routes), 4, vrfs)).toEqual([
      ['10.10.0.0/24', ['swp1 via 10.254.0.0']],
      ['10.10.0.0/24 vrf storage', ['swp1.3001 via 10.254.0.0']],
      ['0.0.0.0/0 vrf storage', ['swp1.3001 via 10.254.0.0']],
    ]);
  });

  it('are predicted beside those of the main table', () => {
    const file = join(import.meta.dirname, '..', '..', '..', 'topologies', 'tenants.yaml');
    const { devices } = linuxDevices(compile(file, { environment: {}, redact: true }).devices);
    const routes = predict(devices, {}).routers.get('rack1-leaf1')!.routes;
    const storage = [...routes].filter(([prefix]) => prefix.endsWith(' vrf storage'));
    expect(storage.length).toBeGreaterThan(0);
    expect(Object.fromEntries(storage)['10.30.1.0/24 vrf storage']).toHaveLength(2);
    expect(routes.has('10.30.1.0/24')).toBe(true);
  });
});
