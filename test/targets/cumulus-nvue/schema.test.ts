import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { target } from '../../../src/targets/cumulus-nvue/target.ts';
import { context } from './fixtures.ts';
import { allSwitches } from './more-switches.ts';
import { startupSchema } from './schema/startup.ts';

const validate = new Ajv2020({ strict: false }).compile(startupSchema);

const parsed = (name: string): unknown => parse(target.render(allSwitches[name]!, context)[0]!.content);

function faults(data: unknown): string[] {
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('documents against the documented object model', () => {
  it.each(Object.keys(allSwitches))('%s has documented keys and values only', (name) => {
    expect(faults(parsed(name))).toEqual([]);
  });

  it('finds a key that NVUE does not have', () => {
    const [header, { set }] = parsed('spine') as [unknown, { set: Record<string, Record<string, object>> }];
    expect(faults([header, { set: { ...set, system: { ...set['system'], motd: 'hello' } } }])).not.toEqual([]);
    expect(faults([header, { set: { ...set, interface: { ...set['interface'], Ethernet1: {} } } }])).not.toEqual([]);
  });

  it('finds a value that NVUE does not take', () => {
    const [header, { set }] = parsed('spine') as [unknown, { set: Record<string, Record<string, object>> }];
    const swp1 = { ...set['interface']!['swp1'], link: { mtu: 9300 } };
    expect(faults([header, { set: { ...set, interface: { ...set['interface'], swp1 } } }])).not.toEqual([]);
  });
});
