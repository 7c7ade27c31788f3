import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { featureNeeds } from '../../../src/pipeline/features.ts';
import type * as Templates from '../../../src/render/templates.ts';
import { spellInterface } from '../../../src/targets/eos/names.ts';
import { target } from '../../../src/targets/eos/target.ts';
import type { Feature } from '../../../src/targets/target.ts';
import { fixtureDevices } from '../../readback/devices.ts';
import { read } from '../../readback/eos.ts';
import { readModel } from '../../readback/read-model.ts';
import type { Reading } from '../../readback/reading.ts';
import { devices as ownDevices } from './fixtures.ts';
import { context } from './parts.ts';

/** Templates whose text is left out. */
const dropped = vi.hoisted(() => new Set<string>());

vi.mock('../../../src/render/templates.ts', async (original) => {
  const { stanzas } = await original<typeof Templates>();
  return {
    stanzas: (folder: string) => {
      const render = stanzas(folder);
      return (name: string, view: object) => (dropped.has(name) ? '' : render(name, view));
    },
  };
});

afterEach(() => dropped.clear());

const needs = Object.entries(featureNeeds) as [Feature, (typeof featureNeeds)[Feature]][];

const lacks = (device: SwitchDevice): Feature[] =>
  needs.flatMap(([name, { needed }]) => (needed(device) && !target.capabilities.features.includes(name) ? name : []));

/** Switches by hand, and those of the target's own tests whose limits are within EOS' own, in service. */
const devices: Readonly<Record<string, SwitchDevice>> = Object.fromEntries(
  [
    ...Object.entries(fixtureDevices),
    ...['spine', 'leaf', 'leaf-pair'].map((name) => [`own ${name}`, ownDevices[name]!] as const),
  ].map(([name, device]) => [name, { ...device, os: 'eos' }]),
);

/** Switch ports of EOS have no MTU of their own: they carry frames up to what the chip can. */
function withoutSwitchportMtu(reading: Reading): Reading {
  const interfaces = Object.entries(reading.interfaces).map(([name, { mtu, ...one }]) => {
    const bridged = one.tagged.length > 0 || one.native !== undefined;
    return [name, bridged || mtu === undefined ? one : { ...one, mtu }];
  });
  return { ...reading, interfaces: Object.fromEntries(interfaces) };
}

const said = (device: SwitchDevice): Reading => read(target.render(device, context));
const meant = (device: SwitchDevice): Reading => withoutSwitchportMtu(readModel(device, spellInterface));

const supported = Object.keys(devices).filter((name) => lacks(devices[name]!).length === 0);

/** Templates that carry nothing of a reading, and what they carry instead. */
const otherFacts: Readonly<Record<string, string>> = {
  accounts: 'accounts',
  'always-up': 'state of an SVI without ports',
  api: 'management',
  authorization: 'accounts',
  clock: 'time',
  'community-lists': 'communities',
  edge: 'protection of server ports',
  end: 'end of the file',
  extra: "lines of the user's own",
  'gateway-mac': 'MAC address of shared gateways',
  header: 'comment',
  'interface-extra': "lines of the user's own",
  'ip-routing': 'switch of routing',
  'ipv6-routing': 'switch of routing',
  lldp: 'neighbour discovery',
  logging: 'management',
  'management-address': 'management',
  'management-route': 'management',
  ntp: 'time',
  'policy-step': 'steps of policies',
  'root-guard': 'protection of the spanning tree',
  'router-bfd': 'timers of BFD',
  'router-general': 'route leaks',
  'routing-model': 'processes of EOS',
  snmp: 'management',
  'snmp-clients': 'management',
  'speed-groups': 'speeds of ports',
  ssh: 'management',
};

const templates = readdirSync(join(import.meta.dirname, '../../../templates/eos')).map((file) =>
  file.replace('.njk', ''),
);

describe('EOS config read back', () => {
  it('is of every switch by hand', () => {
    expect(supported).toEqual(Object.keys(devices));
    expect(supported.length).toBeGreaterThanOrEqual(12);
  });

  it.each(supported)('says of %s what the model says', (name) => {
    const device = devices[name]!;
    expect(said(device)).toEqual(meant(device));
  });

  it.each(templates.filter((name) => !(name in otherFacts)))('differs without the stanza %s', (name) => {
    dropped.add(name);
    const changed = supported.map((one) => devices[one]!).filter((one) => !isDeepStrictEqual(said(one), meant(one)));
    expect(changed).not.toEqual([]);
  });

  it('knows every template that carries nothing of a reading', () => {
    expect(Object.keys(otherFacts).filter((name) => !templates.includes(name))).toEqual([]);
  });
});
