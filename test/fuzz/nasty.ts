import { hostileStrings } from '../injection/hostile.ts';

/** Scalars, as they stand in a file, that trip programs up. */
const scalars: readonly string[] = [
  // Numbers that are none, or are not what they look like.
  ['-1', '-0', '0', '1', '2', '3', '7', '12', '31', '33', '64', '128', '129', '4094', '4095', '9000', '65535'],
  ['65536', '4294967295', '4294967296', '9007199254740993', '99999999999999999999999', '1e400', '1e3', '1.5'],
  ['-.inf', '.inf', '.nan', '0x10', '0o17', '010', '1_000', '+1', '1e-7', '0b1', '12:30:45', '2026-01-01'],
  // Nothing, and truth.
  ['', '""', "''", '~', 'null', 'Null', 'true', 'false', 'yes', 'no', 'on', 'True'],
  // Names that objects have.
  ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'length', 'prototype', '"__proto__"'],
  // Collections in place of values.
  ['{}', '[]', '[[]]', '[{}]', '{a: b}', '[~]', '[1, 1]', '["", ""]', '{"": ""}', '{__proto__: {a: 1}}', '[[[[1]]]]'],
  // Patterns.
  ['"{n}"', '"{rack}"', '"{pod}"', '"{1..3}"', '"a{3..1}"', '"a{1..99999999}"', '"a{1..2}{1..2}"', '"{"', '"}"'],
  ['"{1..}"', '"{..}"', '"{-1..1}"', '"{01..03}"', '"a{9007199254740990..9007199254740993}"', '"{rack}{rack}"'],
  // Addresses.
  ['0.0.0.0/0', '10.0.0.0/8', '10.20.0.0/33', '10.20.0.1/16', '255.255.255.255/32', '10.255.0.0/31', '1.2.3', '::'],
  ['"::/0"', '"::ffff:1.2.3.4/128"', '"2001:db8::/32"', '"2001:db8::/129"', '"fe80::1/64"', '"::1"', '224.0.0.1'],
  ['[10.20.0.0/16, 10.20.0.0/16]', '[10.20.0.0/16, "2001:db8:20::/48"]', '0.0.0.0', '127.0.0.1/8', '1.2.3.4/-1'],
  // References, tags, anchors.
  ['*missing', '&a x', '&a', '!!int "x"', '!!binary aGk=', '!foo x', '!!set {a}', '!!timestamp 2026-01-01', '*', '&'],
  ['env:NAME', 'env:', 'file:/dev/zero', 'file:.', 'file:../../../etc/passwd', 'file:key', '"env:__proto__"'],
  // Escapes.
  ['"\\u0000"', '"\\e[2J"', '"\\ud800"', '"\\x"', '"\\U0010ffff"', '"\\U00110000"', '"\\N\\_\\L\\P"', '"\\\n"'],
  // What belongs to another place.
  ['linux', 'frr', 'eos', 'junos', 'nxos', '10G', '100G', 'spine1', 'r1-leaf1', 'spine1:1', 'spine1:1/9', 'default'],
  ['service', 'all', 'none', 'any', 'auto', 'lacp', 'l3-ebgp', 'mlag', 'l3-ospf-ibgp', 'routed-hosts'],
  // Much of it.
  `"${'x'.repeat(70_000)}"`,
  `"${'😀'.repeat(500)}"`,
  `[${'1, '.repeat(2000)}1]`,
  `"${'{'.repeat(500)}"`,
  '9'.repeat(400),
].flat();

/** Scalars and small collections, as they stand in a file. */
export const nastyValues: readonly string[] = [...scalars, ...hostileStrings.map((text) => JSON.stringify(text))];

/** Pieces of text that break into the structure of a line. */
export const nastyPieces: readonly string[] = [
  ['{', '}', '[', ']', '"', "'", ':', ': ', '- ', '? ', ',', '#', ' #', '&a ', '*a', '!', '!!str ', '|', '>', '%'],
  ['@', '`', '\t', '\r', '\n', '\r\n', '\n\n', ' ', '\\', '<<: *a', '---\n', '...\n', '~', '\u0000', '\u0007'],
  ['\u0085', '\u2028', '\ufeff', '\u001b[31m', '\u202e', '\ud800', '\u{1f600}', '\u0301', '\uffff', '0', '-', '.'],
].flat();

/** Lines that mean something to YAML or to heddle. */
export const nastyLines: readonly string[] = [
  ['---', '...', '%YAML 1.1', '%TAG ! x', '? x', ': x', '- x', '-', '<<: *x', 'include: [topology.yaml]', '#', '\t'],
  ['? [a, b]', '? {a: b}', 'name: again', '"', '  |', '  >-', '&x', '*x', '!!map', '__proto__: 1', 'racks: []'],
  ['# heddle-ignore FAB001: for now', '# heddle-ignore', '# heddle-ignore :', '# heddle-ignore __proto__: x'],
].flat();
