import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { target } from '../../../src/targets/sonic/target.ts';
import { hostileStrings } from '../../injection/hostile.ts';
import { sonicDevices } from './devices.ts';
import { judge } from './judge.ts';
import { configOf, context, filesOf } from './parts.ts';

const leaf = sonicDevices['dualStackLeaf']!;

/** The switch with a person's words in all places that take any. */
function saying(text: string): SwitchDevice {
  return {
    ...leaf,
    vlans: leaf.vlans.map((one) => ({ ...one, name: text })),
    interfaces: leaf.interfaces.map((one) => ({ ...one, description: text })),
    system: { ...leaf.system, fabric: text, snmp: { ...leaf.system.snmp!, location: text, contact: text } },
    bgp: {
      ...leaf.bgp!,
      groups: leaf.bgp!.groups.map((one) => ({ ...one, description: text })),
      neighbors: leaf.bgp!.neighbors.map((one) => ({ ...one, description: text })),
    },
  };
}

/** Texts aside: the keys of tables, and values that people have no say in. */
function bones(device: SwitchDevice): unknown {
  return JSON.parse(
    JSON.stringify(configOf(device), (key, value: unknown) =>
      /^(description|Location|Contact|SNMP|CONTACT|LOCATION)$/.test(key) ? undefined : value,
    ),
  );
}

/** Lines of frr.conf without comments and descriptions. */
function frame(device: SwitchDevice): string[] {
  const lines = filesOf(device)['frr.conf']?.split('\n') ?? [];
  return lines.filter((line) => !line.startsWith('! Generated') && !line.includes(' description'));
}

const usual = bones(saying('harmless'));
const usualFrame = frame(saying('harmless'));

describe('words of people in the files of SONiC', () => {
  it.each(hostileStrings.map((text) => [JSON.stringify(text), text] as const))(
    'keep to their places: %s',
    (_shown, text) => {
      const device = saying(text);
      expect(judge(configOf(device))).toEqual([]);
      expect(bones(device)).toEqual(usual);
      expect(frame(device)).toEqual(usualFrame);
      for (const { content } of target.render(device, context)) expect(content).toMatch(/^[\n -~]*$/);
    },
  );

  it.each(['a', 'with space', 'with@sign', 'with,comma', 'with|bar', "with'quote", 'with\\', 'x'.repeat(33)])(
    'are refused as an SNMP community: %s',
    (value) => {
      expect(() => target.render(leaf, { ...context, readSecret: () => value })).toThrow('SNMP community of SONiC');
    },
  );
});
