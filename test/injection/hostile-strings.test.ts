import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { text as textFormat } from '../../src/diagnostics/formats/text.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { readTopology } from '../../src/topology/read.ts';
import type { Schema } from '../../src/topology/schema/common.ts';
import { topologySchema } from '../../src/topology/schema/schema.ts';
import { baseTopology, besideIt, environment } from './base-topology.ts';
import { hostileStrings } from './hostile.ts';
import { complaintsAbout } from './same-structure.ts';
import { type Place, stringPlaces } from './string-places.ts';
import { writeOut } from './write-out.ts';

/** What a section of `designs` holds is laid over the rest, and its strings are those of the rest; only its name is its own. */
const ownStrings = Object.fromEntries(
  Object.entries(topologySchema['properties'] as Record<string, Schema>).map(([key, schema]) =>
    key === 'designs' ? [key, { ...schema, additionalProperties: { type: 'object' } }] : [key, schema],
  ),
);
const places = stringPlaces({ ...topologySchema, properties: ownStrings }, baseTopology);
/** Lines of the user's own are meant to mean something to the switch: they are judged by where they stand, below. */
const isRaw = ({ property }: Place): boolean => /(^|\.)extra\.\*$/.test(property);
const raw = [...places.values()].flat().filter(isRaw);
const all = [...places.values()].flat().filter((place) => !isRaw(place));
/** These decide what else is in the topology, so that they are tried one by one. */
const isApart = ({ isKey, property }: Place): boolean => isKey || property === 'include[]';

let folder = '';
const file = (): string => join(folder, 'topology.yaml');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-injection-'));
  for (const [name, content] of Object.entries(besideIt)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes the topology with a string at some of its places; gives the line of each. */
function write(at: readonly Place[], text: string): readonly number[] {
  const { lines, content } = writeOut(baseTopology, at, text);
  writeFileSync(file(), content);
  return lines;
}

const errorsOf = (diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  diagnostics.filter(({ severity }) => severity === 'error');

/** Lines of the topology that have an error; one in an included file stands in the line that includes it. */
function linesWithErrors(diagnostics: readonly Diagnostic[], includedIn: number): ReadonlySet<number> {
  return new Set(
    errorsOf(diagnostics).map(({ span }) =>
      span.file.path === file() ? positionAt(span.file, span.start).line : includedIn,
    ),
  );
}

// oxlint-disable-next-line no-control-regex
const unprintable = /(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Cs}/u;

function expectPrintable(diagnostics: readonly Diagnostic[]): void {
  expect(textFormat.print(diagnostics, { colour: false })).not.toMatch(unprintable);
}

/** Those of the places where the shape of the file does not refuse the string. */
function passTheSchema(text: string): Place[] {
  const groups = [all.filter((place) => !isApart(place)), ...all.filter(isApart).map((place) => [place])];
  return groups.flatMap((group) => {
    const lines = write(group, text);
    const { diagnostics } = readTopology(file());
    expectPrintable(diagnostics);
    const refused = linesWithErrors(diagnostics, lines[0]!);
    return group.filter((_, index) => !refused.has(lines[index]!));
  });
}

/** Those of the places where nothing refuses the string. */
function passTheRules(text: string, at: readonly Place[]): Place[] {
  return at.filter((place) => {
    const [line] = write([place], text);
    const { diagnostics } = compile(file(), { environment });
    expectPrintable(diagnostics);
    const errors = errorsOf(diagnostics);
    if (errors.length === 0) return true;
    const lines = [...linesWithErrors(diagnostics, line!)];
    expect(lines, `an error in the line of ${place.property}, as there are others`).toContain(line);
    return false;
  });
}

function build(): ReadonlyMap<string, string> {
  const { diagnostics, artifacts } = compile(file(), { environment });
  expect(errorsOf(diagnostics).map(({ message }) => message)).toEqual([]);
  return new Map([...artifacts()].map(({ path, content }) => [path, content]));
}

/** What others find it by: with any other word there, the anycast addresses of the servers are gone. */
const isReferred = (property: string): boolean => property === 'racks[].servers[].role';

const usual = new Map<string, ReadonlyMap<string, string>>();

/** What is built with words that do no harm in the places. */
function buildUsual(at: readonly Place[]): ReadonlyMap<string, string> {
  const empty = at.filter(({ present, property }) => present === undefined || isReferred(property));
  const key = empty.map(({ path }) => path.join('.')).join(' ');
  let files = usual.get(key);
  if (!files) {
    write(empty, 'harmless');
    files = build();
    usual.set(key, files);
  }
  return files;
}

/** The first place of each property, then the second of each, and so on: two accounts cannot have one name. */
function layersOf(at: readonly Place[]): Place[][] {
  const layers: Place[][] = [];
  const seen = new Map<string, number>();
  for (const place of at) {
    const index = seen.get(place.property) ?? 0;
    seen.set(place.property, index + 1);
    (layers[index] ??= []).push(place);
  }
  return layers;
}

/** Some properties take one value or a list of such: the property as the other of the two. */
const otherForm = (property: string): string => (property.endsWith('[]') ? property.slice(0, -2) : `${property}[]`);

describe('the strings of a topology', () => {
  it('are known from the schema', () => {
    expect(places.size).toBeGreaterThan(60);
    for (const property of ['name', 'networks.(key)', 'racks[].servers[].macs.*[]', 'system.users[].sshKeys[]']) {
      expect(places.has(property), property).toBe(true);
    }
  });

  it('all have a place in the topology of this test', () => {
    const isThere = (property: string): boolean => (places.get(property)?.length ?? 0) > 0;
    const homeless = [...places.keys()].filter((property) => !isThere(property) && !isThere(otherForm(property)));
    expect(homeless, 'add their sections to test/injection/base-topology.ts').toEqual([]);
  });

  it('build, as they are there', () => {
    write([], '');
    expect(build().size).toBeGreaterThan(50);
  });

  it('are refused, or do no harm: some of each kind', () => {
    const text = 'x; reboot';
    const properties = new Set(passTheRules(text, passTheSchema(text)).map(({ property }) => property));
    expect(properties).toEqual(
      new Set([
        'description',
        'anycast.*.description',
        'networks.*.description',
        'upstreams[].description',
        'vrfs.*.description',
        'racks[].servers[].role',
        'system.snmp.location',
        'system.snmp.contact',
      ]),
    );
  });

  it.each(hostileStrings.map((text) => [text.length > 100 ? `${text.slice(0, 10)}… (${text.length})` : text, text]))(
    'are refused or do no harm, wherever they are %j',
    (_, text) => {
      const passing = passTheRules(text, passTheSchema(text));
      for (const at of layersOf(passing)) {
        const before = buildUsual(at);
        write(at, text);
        const files = build();
        expect([...files.keys()]).toEqual([...before.keys()]);
        const harm = [...files].flatMap(([path, content]) =>
          complaintsAbout(path, content, before.get(path)!).map((complaint) => `${path}: ${complaint}`),
        );
        expect(harm, at.map(({ property }) => property).join(', ')).toEqual([]);
      }
    },
  );
});

describe('lines of the user', () => {
  it('are the strings that are raw, and no others are', () => {
    const properties = [...new Set(raw.map(({ property }) => property))];
    expect(properties.every((property) => property.endsWith('extra.*'))).toBe(true);
    expect(properties).toHaveLength(11);
    expect(raw.every(({ present }) => present === 'harmless')).toBe(true);
  });

  it.each(hostileStrings.map((text) => [text.length > 100 ? `${text.slice(0, 10)}… (${text.length})` : text, text]))(
    'stand in their places and nowhere else, or are refused: %j',
    (_, text) => {
      write(raw, text);
      const { diagnostics, artifacts } = compile(file(), { environment });
      expectPrintable(diagnostics);
      // oxlint-disable-next-line no-control-regex
      if (/(?!\n)\p{Cc}|\p{Cf}|\p{Co}|\p{Cs}|\p{Zl}|\p{Zp}/u.test(text)) {
        expect(errorsOf(diagnostics)).toHaveLength(raw.length);
        return;
      }
      expect(errorsOf(diagnostics).map(({ message }) => message)).toEqual([]);
      // What is blank is no line, so that there is nothing to mark either.
      if (text.trim() === '') return;
      const lines = text.split('\n').map((line) => line.trimEnd());
      for (const { path, content } of artifacts()) {
        const expected = buildUsual([])
          .get(path)!
          .replaceAll(/^( *)harmless$/gm, (_all, indent: string) => lines.map((line) => indent + line).join('\n'));
        expect(content, path).toBe(expected);
      }
    },
  );
});

describe('the judge', () => {
  it.each([
    ['switches/x/x.cfg', 'interface a\n   description x\n', 'interface a\n   description x\nno ip routing\n'],
    ['switches/x/x.cfg', 'interface a\n   description x\n', 'interface a\n   description x | y\n'],
    ['switches/x/frr.conf', '!\nrouter bgp 1\n', '!\nrouter bgp 1\n! x\n'],
    ['switches/x/interfaces', 'auto x\n', 'auto x %y\n'],
    ['switches/x/interfaces', '# x\n', '# x %y\n'],
    ['switches/x/interfaces', 'auto x\n', 'auto x $y\n'],
    ['servers/x/60-heddle.yaml', 'a: b\n', 'a: [b]\n'],
    ['switches/x/startup.yaml', 'description: x\n', 'description: {x: y}\n'],
    ['switches/x/config_db.json', '{"a":{"description":"x"}}', '{"a":{"description":"x","admin_status":"down"}}'],
    ['switches/x/x.conf', 'set a description "x"\n', 'set a description "x" disable "y"\n'],
    ['switches/x/x.conf', 'set a description "x"\n', 'set a description "x|y"\n'],
    ['servers/x/ifcfg-eth0', '# x\nA=b\n', '# x\nA=b;c\n'],
    ['servers/x/10-eth0.network', '# x\n', '# x \\\n'],
    ['servers/x/eth0.nmconnection', 'id=a x\n', 'id=a x;y\n'],
    ['switches/x/setup.sh', "echo 'x'\n", "echo 'x'\\''; reboot #'\n"],
    ['switches/x/setup.sh', "echo 'x'\n", "echo 'x'; reboot ''\n"],
    ['switches/x/setup.sh', "echo 'x'\n", "echo 'x\n"],
    ['cabling/cables.csv', 'a,b\n1,2\n', 'a,b\n1,2,3\n'],
    ['cabling/cables.csv', 'a,b\n1,2\n', 'a,b\n=1,2\n'],
    ['cabling/cables.csv', 'a,b\n1,2\n', 'a,b\n"1\n3",2\n4,5\n'],
    ['addressing/addresses.json', '[{"a":"b"}]', '[{"a":"b"},{"a":"b"}]'],
    ['switches/x/x.cfg', 'a b\n', 'a b\u202e\n'],
  ])('finds harm in %s', (path, harmless, text) => {
    // The first of the scripts is what quoting makes of such a string.
    const isHarm = !text.includes("'\\''");
    expect(complaintsAbout(path, text, harmless).length > 0).toBe(isHarm);
    expect(complaintsAbout(path, harmless.replace('x', 'x2'), harmless)).toEqual([]);
  });
});
