import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { positionAt } from '../../src/diagnostics/span.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { formatByName, targetByName } from '../../src/pipeline/registries.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { hostileStrings } from './hostile.ts';
import { mixedTopology, mixedTopologyWithSnmp } from './mixed-topology.ts';
import { complaintsAbout } from './same-structure.ts';
import { type Place, stringPlaces } from './string-places.ts';
import { writeOut } from './write-out.ts';

type Data = Parameters<typeof stringPlaces>[1];

const environment = {
  OSPF_KEY: 'ospf-key',
  BGP_KEY: 'bgp-key-of-tests',
  COMMUNITY: 'community-of-tests',
};

/** Where a name stands in the files as the word that a line begins with, so that all lines with it would be strange. */
const isAccount = ({ property }: Place): boolean => /^system\.users\[\]\.(name|sshKeys\[\])$/.test(property);

/** Values that are there; keys and accounts are tried one by one in hostile-strings.test.ts. */
function placesIn(topology: Data): Place[] {
  return [...stringPlaces(topologySchema, topology).values()]
    .flat()
    .filter((place) => !place.isKey && place.present !== undefined && !isAccount(place));
}

interface Tried {
  readonly topology: Data;
  readonly places: readonly Place[];
  readonly systems: readonly string[];
}

const systems = [...targetByName.keys(), ...formatByName.keys()].toSorted();
const tried: Readonly<Record<string, Tried>> = {
  all: { topology: mixedTopology, places: placesIn(mixedTopology), systems },
  'all that do SNMP': {
    topology: mixedTopologyWithSnmp,
    places: placesIn(mixedTopologyWithSnmp).filter(({ property }) => property.startsWith('system.snmp.')),
    systems: systems.filter((name) => name !== 'sonic'),
  },
};

let folder = '';
const file = (): string => join(folder, 'topology.yaml');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-targets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function compileWith(topology: Data, at: readonly Place[], text: string) {
  const { lines, content } = writeOut(topology, at, text);
  writeFileSync(file(), content);
  const { diagnostics, artifacts, devices } = compile(file(), { environment });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const refused = new Set(errors.map(({ span }) => positionAt(span.file, span.start).line));
  return { lines, errors, refused, artifacts, devices };
}

/** Builds with a string at all places that do not refuse it. */
function buildWith({ topology, places }: Tried, text: string) {
  let at = places;
  for (;;) {
    const { lines, errors, refused, artifacts, devices } = compileWith(topology, at, text);
    const files = () => new Map([...artifacts()].map(({ path, content }) => [path, content]));
    if (errors.length === 0) return { at, devices, files: files() };
    const left = at.filter((_, index) => !refused.has(lines[index]!));
    expect(left.length, errors.map(({ message }) => message).join('\n')).toBeLessThan(at.length);
    at = left;
  }
}

describe.each(Object.entries(tried))('words of people, through %s', (_, one) => {
  let usual: ReadonlyMap<string, string>;
  beforeAll(() => {
    usual = buildWith({ ...one, places: [] }, '').files;
  });

  it('reach them', () => {
    const { at, devices, files } = buildWith(one, 'a harmless word');
    expect(at.length).toBeGreaterThan(1);
    const kinds = devices.map((device) => (device.kind === 'switch' ? device.os : device.format));
    expect([...new Set(kinds)].toSorted()).toEqual(one.systems);
    const reached = [...files].filter(([, content]) => content.includes('harmless')).map(([path]) => path);
    for (const { name } of devices.filter(({ role }) => role === 'leaf')) {
      expect(
        reached.some((path) => path.startsWith(`switches/${name}/`)),
        name,
      ).toBe(true);
    }
  });

  it.each(hostileStrings.map((text) => [text.length > 100 ? `${text.slice(0, 10)}… (${text.length})` : text, text]))(
    'do no harm where they are %j',
    (_short, text) => {
      const { at, files } = buildWith(one, text);
      expect([...files.keys()]).toEqual([...usual.keys()]);
      const harm = [...files].flatMap(([path, content]) =>
        complaintsAbout(path, content, usual.get(path)!).map((complaint) => `${path}: ${complaint}`),
      );
      expect(harm, at.map(({ property }) => property).join(', ')).toEqual([]);
    },
  );
});
