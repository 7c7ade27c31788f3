import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallTopology } from '../cli/command-line.ts';
import { useHeddle } from '../support/heddle-process.ts';
import { Editor, messageOf, uriOf } from './client.ts';

const { main } = useHeddle();
let editor: Editor;
let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  editor = new Editor(main());
  await editor.initialize();
});
afterAll(() => {
  editor.child.kill();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heddle-lsp-'));
});
afterEach(() => {
  expect(editor.logged).toEqual([]);
  expect(editor.stderr).toBe('');
  rmSync(folder, { recursive: true });
});

describe('diagnostics', () => {
  it('come as one types, from text that no file has', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology);
    expect(await editor.codes(file, 0)).toEqual([]);
    await editor.replace(file, 'vlan: 30', 'vlan: 20');
    const [one] = await editor.diagnostics(file, ({ length }) => length > 0);
    expect(one).toMatchObject({ severity: 1, source: 'heddle', code: expect.stringMatching(/^FAB/) as string });
    expect(one!.relatedInformation![0]!.location.uri).toBe(uriOf(file));
    await editor.replace(file, 'networks: [service, storage]', 'networks: [service, storge]');
    const both = await editor.diagnostics(file, (list) => list.some((one) => messageOf(one).includes('storge')));
    const unknown = both.find((one) => messageOf(one).includes('storge'))!;
    expect(unknown.message).toBe('There is no network called storge\nDid you mean storage?');
    const { position } = editor.at(file, 'storge');
    expect(unknown.range).toEqual({ start: position, end: { line: position.line, character: position.character + 6 } });
    await editor.close(file);
    expect(await editor.codes(file, 0)).toEqual([]);
  });

  it('count columns in UTF-16, and lines however they end', async () => {
    const file = at('fabric.yaml');
    await editor.open(
      file,
      smallTopology
        .replace('name: small', 'description: "🧵🧵"\r\n"name": small')
        .replace('vlan: 30', '"é🧵": 1, vlan: 30'),
    );
    const [unknown] = await editor.diagnostics(file, ({ length }) => length === 1);
    const { position } = editor.at(file, '"é🧵"');
    expect(unknown!.range).toEqual({
      start: position,
      end: { line: position.line, character: position.character + 5 },
    });
    await editor.close(file);
  });

  it('of a half-typed file are told at its place', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology.replace('asn: 65000', 'asn: 65000\n  spi'));
    const [broken] = await editor.diagnostics(file, ({ length }) => length > 0);
    expect(broken).toMatchObject({ severity: 1, code: expect.stringMatching(/^TOPO/) as string });
    await editor.close(file);
  });

  it('wait for a lock that can be read, which is told once', async () => {
    const file = at('fabric.yaml');
    mkdirSync(at('fabric.lock.json'));
    await editor.open(file, smallTopology);
    await editor.codes(file, 0);
    await editor.replace(file, 'vlan: 30', 'vlan: 31');
    await editor.codes(file, 0);
    expect(editor.shown.splice(0)).toEqual([`Cannot read the lock file ${at('fabric.lock.json')} (EISDIR)`]);
    await editor.close(file);
  });

  it('are none of a file that is no topology, whatever it holds', async () => {
    const file = at('compose.yaml');
    await editor.open(file, 'name: other\nservices: { web: { image: nginx } }\nnetworks: { front: {} }\n');
    await editor.open(at('fabric.yaml'), smallTopology.replace('vlan: 20', 'vlan: 5000'));
    expect(await editor.codes(at('fabric.yaml'), 1)).toEqual(['TOPO033']);
    expect(await editor.codes(file, 0)).toEqual([]);
    await editor.close(file);
    await editor.close(at('fabric.yaml'));
  });
});

describe('a topology of several files', () => {
  const networks = /networks:\n.*\n.*\n/.exec(smallTopology)![0];
  const mainText = smallTopology.replace(networks, '').replace('name: small', 'name: small\ninclude: [site.yaml]');

  it('has what is wrong in an included file there, open or not', async () => {
    writeFileSync(at('site.yaml'), networks.replace('vlan: 20', 'vlan: 5000'));
    await editor.open(at('fabric.yaml'), mainText);
    expect(await editor.codes(at('site.yaml'), 1)).toEqual(['TOPO033']);
    await editor.open(at('site.yaml'), networks);
    expect(await editor.codes(at('site.yaml'), 0)).toEqual([]);
    await editor.replace(at('site.yaml'), 'storage:', 'backup:');
    const [unknown] = await editor.diagnostics(at('fabric.yaml'), ({ length }) => length === 1);
    expect(unknown!.message).toContain('no network called storage');
    await editor.close(at('site.yaml'));
    expect(await editor.codes(at('site.yaml'), 1)).toEqual(['TOPO033']);
    await editor.close(at('fabric.yaml'));
    expect(await editor.codes(at('site.yaml'), 0)).toEqual([]);
  });

  it('does not miss in a part what the whole has', async () => {
    await editor.open(at('site.yaml'), `zones: 3\n${networks}`);
    expect(await editor.codes(at('site.yaml'), 0)).toEqual([]);
    await editor.replace(at('site.yaml'), 'vlan: 20', 'vlan: 5000');
    expect(await editor.codes(at('site.yaml'), 1)).toEqual(['TOPO033']);
    await editor.open(at('fabric.yaml'), mainText);
    expect(await editor.codes(at('site.yaml'), 1)).toEqual(['TOPO033']);
    await editor.close(at('fabric.yaml'));
    await editor.close(at('site.yaml'));
  });

  it('is gone through by its names', async () => {
    writeFileSync(at('site.yaml'), networks);
    await editor.open(at('fabric.yaml'), mainText);
    const [definition] = await editor.define(at('fabric.yaml'), '[service, sto|rage]');
    expect(definition).toMatchObject({ uri: uriOf(at('site.yaml')), range: { start: { line: 2, character: 2 } } });
    const [file] = await editor.define(at('fabric.yaml'), '[si|te.yaml]');
    expect(file!.uri).toBe(uriOf(at('site.yaml')));
    expect(await editor.define(at('fabric.yaml'), 'as|n: 65000')).toEqual([]);
    await editor.close(at('fabric.yaml'));
  });
});

describe('settings of rules', () => {
  it('hold as one types them, and what is wrong in them is told there', async () => {
    const [file, config] = [at('fabric.yaml'), at('heddle.config.yaml')];
    await editor.open(
      file,
      smallTopology.replace('networks:\n', 'networks:\n  spare: { vlan: 40, pool: 10.40.0.0/16 }\n'),
    );
    expect(await editor.codes(file, 1)).toHaveLength(1);
    await editor.open(config, 'rules:\n  network-is-used: off\n');
    expect(await editor.codes(file, 0)).toEqual([]);
    await editor.replace(config, 'is-used', 'is-usd');
    const [unknown] = await editor.diagnostics(config, ({ length }) => length === 1);
    expect(messageOf(unknown!)).toContain('There is no rule "network-is-usd"');
    await editor.close(file);
    await editor.close(config);
  });
});

describe('hover', () => {
  it('tells what the schema says, and what the plan gave', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, `${smallTopology}devices: { spine1: { maintenance: false } }\n`);
    expect(await editor.hover(file, 'defaultRo|ute')).toBe(
      "Whether servers' default route points to this network's gateway.\n\nType: boolean; default `false`",
    );
    expect(await editor.hover(file, 'coun|t: 2')).toContain('from 1 to 512');
    expect(await editor.hover(file, 'r|{1..2}')).toContain('Stands for 2 racks: r1, r2');
    expect(await editor.hover(file, '"w|eb-')).toMatch(
      /Stands for 4 servers: web-r1-1.*\| service \| 10\.20\.\d+\.11\/24 \|/s,
    );
    expect(await editor.hover(file, 'spi|ne1')).toMatch(
      /\| loopback \| 10\.255\.0\.1 \|.*AS number \| 65000 .*- port 1 – r1-leaf1 port 9, 10G, 10\.254\.0\.0 – 10\.254\.0\.1/s,
    );
    expect(await editor.hover(file, '[ser|vice')).toContain('- r1: 10.20.0.0/24, gateway 10.20.0.1');
    await editor.close(file);
  });

  it('tells why what is wrong is wrong', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology.replace('vlan: 30', 'vlan: 5000'));
    expect(await editor.hover(file, 'vlan: 50|00')).toMatch(/^\*\*TOPO033 within-range\*\*: /);
    await editor.close(file);
  });
});

/** What is offered where `|` stands in the small topology with `to` in the place of `from`. */
async function offered(from: string, to: string): Promise<string[]> {
  const file = at('fabric.yaml');
  await editor.open(file, smallTopology);
  await editor.codes(file, 0);
  await editor.replace(file, from, to.replace('|', ''));
  const items = await editor.complete(file, to);
  await editor.close(file);
  return items.map(({ label }) => label);
}

describe('completion', () => {
  it.each([
    ['keys of a block', '  asn: 65000', '  as|', ['asn', 'mtu', 'superspines', 'borderLeafs']],
    ['keys in braces', 'vlan: 30, ', 'vlan: 30, |', ['description', 'vrf', 'perRack', 'gateway']],
    ['keys of an item', '  - name: r{1..2}\n', '  - name: r{1..2}\n    |\n', ['zone', 'platform', 'uplinks']],
    ['sections', 'racks:\n', '|\nracks:\n', ['zones', 'routing', 'upstreams']],
    ['choices', 'role: web,', 'role: web, bond: |,', ['lacp', 'active-backup', 'routed']],
    ['true and false', 'defaultRoute: true', 'defaultRoute: |', ['true', 'false']],
    ['networks', '[service, storage]', '[service, |]', ['service', 'storage']],
    ['networks in a list to come', 'networks: [service, storage]', 'networks: |', ['service', 'storage']],
    ['operating systems', '    os: frr', '    os: |', ['eos', 'frr', 'junos']],
    ['platforms', '    platform: linux', '    platform: ari|', ['arista-7050sx3-48yc8', 'linux']],
    ['switches', 'racks:\n', 'devices:\n  |\nracks:\n', ['spine1', 'r2-leaf1']],
    ['designs', 'racks:\n', 'design: |\nracks:\n', ['l3-ospf-ibgp', 'mlag']],
    ['rules to silence', 'name: small', 'name: small # heddle-ignore |', ['network-is-used']],
  ])('offers %s', async (_, from, to, expected) => {
    expect(await offered(from, to)).toEqual(expect.arrayContaining(expected));
  });

  it('offers no key twice, and nothing in free text', async () => {
    expect(await offered('vlan: 30, ', 'vlan: 30, |')).not.toContain('vlan');
    expect(await offered('name: small', 'description: a fab|')).toEqual([]);
  });

  it('puts in what it offers', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology.replace('defaultRoute: true', 'defa'));
    const items = await editor.complete(file, 'defa|');
    const item = items.find(({ label }) => label === 'defaultRoute')!;
    await editor.apply({ title: '', edit: { changes: { [uriOf(file)]: [item.textEdit as never] } } });
    expect(editor.text(file)).toContain('pool: 10.20.0.0/16, defaultRoute:  }');
    await editor.close(file);
  });
});

describe('code actions', () => {
  it('repair what has one right repair, and the diagnostic is gone', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology.replace(', storage]', ', storge]'));
    await editor.diagnostics(file, ({ length }) => length > 0);
    const actions = await editor.actions(file, 'sto|rge');
    const fix = actions.find(({ kind, isPreferred }) => kind === 'quickfix' && isPreferred)!;
    expect(fix.diagnostics!.map(({ code }) => code)).toEqual(['FAB001']);
    expect((await editor.actions(file, 'sto|rge', ['source.fixAll'])).map(({ kind }) => kind)).toEqual([
      'source.fixAll.heddle',
    ]);
    await editor.apply(fix);
    expect(await editor.codes(file, 0)).toEqual([]);
    expect(editor.text(file)).toBe(smallTopology);
    await editor.close(file);
  });

  it.each([
    ['at the end of the line', '', ' # heddle-ignore'],
    ['above a line that has one', ' # as ever', '\n  # heddle-ignore'],
  ])('silence a remark by a comment %s', async (_, before, after) => {
    const file = at('fabric.yaml');
    const spare = `  spare: { vlan: 40, pool: 10.40.0.0/16 }`;
    await editor.open(file, smallTopology.replace('networks:\n', `networks:\n${spare}${before}\n`));
    const [warning] = await editor.diagnostics(file, ({ length }) => length === 1);
    expect(warning).toMatchObject({ severity: 3 });
    const [action] = await editor.actions(file, 'spa|re');
    await editor.apply(action!);
    expect(editor.text(file)).toContain(after);
    expect(await editor.codes(file, 0)).toEqual([]);
    await editor.close(file);
  });

  it('offer to silence no error', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology.replace('vlan: 30', 'vlan: 5000'));
    await editor.codes(file, 1);
    expect(await editor.actions(file, 'vlan: 50|00')).toEqual([]);
    await editor.close(file);
  });
});

describe('the outline', () => {
  it('has the sections, and what has a name in them', async () => {
    const file = at('fabric.yaml');
    await editor.open(file, smallTopology);
    const symbols = await editor.symbols(file);
    expect(symbols.map(({ name }) => name)).toEqual(['name', 'fabric', 'addressing', 'networks', 'racks']);
    expect(symbols[3]!.children!.map(({ name }) => name)).toEqual(['service', 'storage']);
    expect(symbols[4]!.children![0]!.name).toBe('r{1..2}');
    expect(symbols[4]!.children![0]!.children![0]!.children![0]!.name).toBe('web-{rack}-{1..2}');
    await editor.close(file);
  });
});
