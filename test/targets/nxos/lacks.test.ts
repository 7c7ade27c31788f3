import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/nxos/target.ts';
import { devices, render, secret } from './parts.ts';

const core = devices['mlagCore']!;
const leaf = devices['dualStackLeaf']!;
const { keepalive: _keepalive, ...peering } = core.mlag!;

const withKey: SwitchDevice = {
  ...leaf,
  interfaces: leaf.interfaces.map((one) =>
    one.kind === 'ethernet' && one.mode.type === 'routed' && one.mode.ospf3
      ? {
          ...one,
          mode: {
            ...one.mode,
            ospf3: {
              ...one.mode.ospf3,
              authentication: { algorithm: 'sha256', keyId: 1, key: secret('OSPF_KEY') } as const,
            },
          },
        }
      : one,
  ),
};

const asked: readonly (readonly [what: string, device: SwitchDevice])[] = [
  ['out-of-band', { ...core, vrfs: [{ name: 'management', routeDistinguisher: '10.0.0.1:1' }] }],
  ['keepalive', { ...core, mlag: peering }],
  ['IPsec', withKey],
  [
    'in a VRF',
    {
      ...leaf,
      interfaces: leaf.interfaces.map((one) =>
        one.kind === 'ethernet' && one.mode.type === 'routed' ? { ...one, mode: { ...one.mode, vrf: 'storage' } } : one,
      ),
    },
  ],
  [
    'without LACP',
    {
      ...core,
      interfaces: core.interfaces.map((one) =>
        one.kind === 'lag' ? { ...one, protocol: { type: 'static' } as const, minLinks: 2 } : one,
      ),
    },
  ],
  [
    'no SSH key',
    {
      ...core,
      system: { ...core.system, users: [{ name: 'noc', role: 'operator', passwordHash: '$6$a$b', sshKeys: [] }] },
    },
  ],
  ['BFD', { ...leaf, bfd: { interval: 1000, multiplier: 3 } }],
  ['VLANs', { ...core, vlans: Array.from({ length: 4094 }, (_, index) => ({ id: index + 1, name: 'x' })) }],
];

describe('what NX-OS cannot do', () => {
  it.each(asked)('is said: %s', (what, device) => {
    const lacks = target.lacks!(device);
    expect(lacks).toHaveLength(1);
    expect(lacks[0]!.what).toContain(what);
  });

  it.each(Object.entries(devices))('is not asked of %s', (_, device) => {
    expect(target.lacks!(device)).toEqual([]);
  });

  it('is a fault of heddle where it comes to a config', () => {
    expect(() => render({ ...core, mlag: peering })).toThrow('keepalive');
  });
});
