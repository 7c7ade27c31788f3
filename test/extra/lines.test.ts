import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffLines } from 'diff';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Compilation } from '../../src/pipeline/compilation.ts';
import { compileText, complaints } from '../designs/compile-text.ts';

const text = readFileSync(join(import.meta.dirname, 'extra.yaml'), 'utf8');

/** The data without a key, wherever it is. */
function without(data: unknown, key: string): unknown {
  if (Array.isArray(data)) return data.map((one) => without(one, key));
  if (typeof data !== 'object' || data === null) return data;
  const entries = Object.entries(data).filter(([name]) => name !== key);
  return Object.fromEntries(entries.map(([name, value]) => [name, without(value, key)]));
}

function filesOf({ diagnostics, artifacts }: Compilation): Map<string, string> {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message }) => message)).toEqual([]);
  return new Map([...artifacts()].map(({ path, content }) => [path, content]));
}

const withLines = compileText(text);
const files = filesOf(withLines);
const bare = filesOf(compileText(stringify(without(parse(text), 'extra'))));

/** What the lines of the file changed in a config: each place where something was added. */
function addedTo(path: string): string[] {
  const changes = diffLines(bare.get(path)!, files.get(path)!);
  expect(changes.filter(({ removed }) => removed)).toEqual([]);
  return changes.filter(({ added }) => added).map(({ value }) => value);
}

/** Texts that stand in a config in one interface, by its name. */
function interfacesWith(path: string, opening: RegExp, line: string): string[] {
  let current = '';
  const found: string[] = [];
  for (const one of files.get(path)!.split('\n')) {
    current = opening.exec(one)?.[1] ?? current;
    if (one.trim() === line) found.push(current);
  }
  return found;
}

const edited = (edit: string): string[] => complaints(compileText(`${text}${edit}`));

const eosInterface = /^interface (\S+)/;
const linuxInterface = /^iface (\S+)/;

describe('lines of the file', () => {
  it('stand in a config of EOS from the general to the particular, and are marked', () => {
    const added = addedTo('switches/spine1/spine1.cfg');
    expect(added).toHaveLength(3);
    expect(added[0]).toBe("! Has lines of the topology's own.\n!\n");
    expect(added[1]).toBe('   ! from the file, as written there:\n   transceiver electrical tuning\n');
    expect(added[2]).toContain(
      [
        '! from the file, as written there:',
        'ip domain lookup source-interface Loopback0',
        'hardware counter feature acl out',
        '!',
        'daemon TerminAttr',
        '   no shutdown',
        'ip route 203.0.113.0/24 Null0',
        '',
      ].join('\n'),
    );
    expect(addedTo('switches/spine2/spine2.cfg').join('')).not.toMatch(/203\.0\.113|transceiver/);
  });

  it('stand in frr.conf and in the interfaces of Linux', () => {
    expect(addedTo('switches/r1-leaf1/frr.conf')).toEqual([
      "! Has lines of the topology's own.\n",
      [
        "! Lines of the topology's own, as they stand there.",
        'ip nht resolve-via-default',
        'zebra nexthop-group keep 60',
        "! End of the topology's own lines.",
        '',
      ].join('\n'),
    ]);
    const mark = "    # Lines of the topology's own, as they stand there.\n";
    const web = `${mark}    up ip link set $IFACE alias web\n`;
    expect(addedTo('switches/r1-leaf1/interfaces')).toEqual([
      "# Has lines of the topology's own.\n",
      `${mark}    up ethtool --set-fec $IFACE encoding rs\n`,
      web,
      web,
      `${mark}    up ethtool -K $IFACE gro off\n`,
    ]);
  });

  it('go to the interface that is meant: the cable’s port, the LAG of a server or its port, the VLAN, the upstream’s port', () => {
    const leaf = 'switches/r2-leaf1/r2-leaf1.cfg';
    expect(interfacesWith(leaf, eosInterface, 'qos trust dscp')).toEqual(['Port-Channel1', 'Port-Channel3']);
    expect(interfacesWith(leaf, eosInterface, 'qos trust cos')).toEqual(['Ethernet5']);
    expect(interfacesWith(leaf, eosInterface, 'ip igmp')).toEqual(['Vlan20']);
    expect(interfacesWith(leaf, eosInterface, 'ip access-group EDGE in')).toEqual(['Ethernet20']);
    const spine = 'switches/spine1/spine1.cfg';
    expect(interfacesWith(spine, eosInterface, 'transceiver electrical tuning')).toEqual(['Ethernet1/1']);
    const linux = 'switches/r1-leaf1/interfaces';
    expect(interfacesWith(linux, linuxInterface, 'up ethtool --set-fec $IFACE encoding rs')).toEqual(['swp5']);
    expect(interfacesWith(linux, linuxInterface, 'up ip link set $IFACE alias web')).toEqual(['po1', 'po3']);
    expect(interfacesWith(linux, linuxInterface, 'up ethtool -K $IFACE gro off')).toEqual(['vlan20']);
  });

  it('leave every other file as it is', () => {
    const changed = [...files].filter(([path, content]) => content !== bare.get(path)).map(([path]) => path);
    expect(changed.sort()).toEqual([
      'switches/r1-leaf1/frr.conf',
      'switches/r1-leaf1/interfaces',
      'switches/r2-leaf1/r2-leaf1.cfg',
      'switches/spine1/spine1.cfg',
      'switches/spine2/spine2.cfg',
    ]);
  });

  it('are named by the compilation, device by device', () => {
    expect(withLines.custom).toEqual({ overrides: [], extra: ['spine1', 'spine2', 'r1-leaf1', 'r2-leaf1'] });
    expect(compileText(stringify(without(parse(text), 'extra'))).custom).toEqual({ overrides: [], extra: [] });
  });
});

describe('what lines may be', () => {
  it.each([
    ['a tab', String.raw`"ip\tshow"`],
    ['a carriage return', String.raw`"a\rb"`],
    ['an escape', String.raw`"a\x1b[2J"`],
    ['a line separator', String.raw`"a\u2028b"`],
    ['what turns the order round', String.raw`"a\u202eb"`],
  ])('not with %s', (_, value) => {
    expect(edited(`  spine2: { extra: { eos: ${value} } }\n`)).toEqual([
      expect.stringMatching(/^error TOPO\d+ .*lines of text, without tabs and characters that are not seen/),
    ]);
  });

  it('for a system that heddle has', () => {
    expect(edited('  spine2: { extra: { eoss: x } }\n')).toEqual(['error TGT002 There is no operating system eoss']);
  });

  it('for a system that one of its switches runs, or there is a warning, at the word', () => {
    const compiled = compileText(`${text}  spine2: { extra: { frr: x } }\n`);
    expect(complaints(compiled)).toEqual([
      'warning TGT006 None of the switches that these lines are for runs frr: they run eos',
    ]);
    const { file, start, end } = compiled.diagnostics[0]!.span;
    expect(file.text.slice(start, end)).toBe('frr');
    expect(compiled.devices.length).toBeGreaterThan(0);
  });

  it('on interfaces only where the system takes them, else there is an error at the word', () => {
    const onSonic = text.replace('platform: linux\n    os: frr\n', 'platform: linux\n    os: sonic\n');
    expect(onSonic).not.toBe(text);
    const compiled = compileText(onSonic.replaceAll(/^( +)frr: /gm, '$1sonic: '));
    const error = compiled.diagnostics.find(({ message }) => message.includes('extra lines'));
    expect(error).toMatchObject({
      code: 'TGT005',
      message: "SONiC on r1-leaf1 cannot do extra lines of the user's on an interface",
    });
    const { file, start, end } = error!.span;
    expect(file.text.slice(start, end)).toBe('sonic');
    expect(file.text.slice(end)).toMatch(/^: "up ethtool -K/);
  });
});

describe('lines of a design', () => {
  it('take the place of those for the same system in the same section', () => {
    const designs = text.replace(
      'devices:\n',
      "designs:\n  l3-ebgp:\n    fabric: { spines: { extra: { eos: 'only with BGP' } } }\ndevices:\n",
    );
    const config = (design: string) => {
      const { artifacts } = compileText(designs, { design });
      return [...artifacts()].find(({ path }) => path === 'switches/spine2/spine2.cfg')!.content;
    };
    expect(config('l3-ospf-ibgp')).toContain('\ndaemon TerminAttr\n');
    expect(config('l3-ospf-ibgp')).not.toContain('only with BGP');
    expect(config('l3-ebgp')).toContain('\nip domain lookup source-interface Loopback0\nonly with BGP\n!\nend\n');
  });
});
