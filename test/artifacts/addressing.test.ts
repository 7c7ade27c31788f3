import { describe, expect, it } from 'vitest';
import { addressArtifacts } from '../../src/artifacts/addressing/address-artifacts.ts';
import { csv } from '../../src/artifacts/csv.ts';
import { parseIp } from '../../src/ip/index.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { Hall } from './hall.ts';

const rack = new Hall().rack('z1r1', 'north');
const addresses = [
  { ip: parseIp('10.255.0.1'), length: 32, purpose: 'loopback', device: 'spine1', interface: 'loopback' },
  {
    ip: parseIp('10.30.1.7'),
    length: 24,
    purpose: 'server',
    device: 'web1',
    interface: 'storage',
    network: 'storage',
    rack,
  },
  { ip: parseIp('2001:db8::1'), length: 64, purpose: 'p2p-link', device: 'leaf1', interface: '49/1', rack },
];
const plan = { addresses } as unknown as Plan;
const [table, document] = [
  ...addressArtifacts(plan, (device, one) => `${device}:${typeof one === 'string' ? one : one.port}`),
];

describe('addressArtifacts', () => {
  it('makes a table with a row for each address', () => {
    expect(table).toEqual({
      path: 'addressing/addresses.csv',
      content: [
        'device,interface,address,purpose,network,rack,zone',
        'spine1,spine1:loopback,10.255.0.1/32,loopback,,,',
        'web1,web1:storage,10.30.1.7/24,server,storage,z1r1,north',
        'leaf1,leaf1:49/1,2001:db8::1/64,p2p-link,,z1r1,north',
        '',
      ].join('\n'),
    });
  });

  it('makes JSON of the same, null where nothing applies, an address a line', () => {
    expect(document?.path).toBe('addressing/addresses.json');
    const { addresses: rows } = JSON.parse(document?.content ?? '') as { addresses: Record<string, unknown>[] };
    expect(rows).toHaveLength(3);
    expect(rows[0]).toEqual({
      device: 'spine1',
      interface: 'spine1:loopback',
      address: '10.255.0.1/32',
      purpose: 'loopback',
      network: null,
      rack: null,
      zone: null,
    });
    expect(document?.content.split('\n').filter((line) => line.includes('"device"'))).toHaveLength(3);
    const header = table?.content.split('\n')[0];
    for (const row of rows) expect(Object.keys(row).join(',')).toBe(header);
  });

  it('makes valid JSON without addresses', () => {
    const [, empty] = [...addressArtifacts({ ...plan, addresses: [] }, () => '')];
    expect(JSON.parse(empty?.content ?? '')).toEqual({ addresses: [] });
  });
});

describe('csv', () => {
  it('quotes where RFC 4180 asks for it', () => {
    expect(
      csv(
        ['a', 'b'],
        [
          ['x,y', 'say "hi"'],
          ['line\nbreak', 1.5],
        ],
      ),
    ).toBe('a,b\n"x,y","say ""hi"""\n"line\nbreak",1.5\n');
  });
});
