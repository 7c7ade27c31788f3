import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';

/** Invisible, turning, or a control; a line break is not among them. */
const unseen = /[\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;
/** How a spreadsheet knows a formula. */
const formula = /^[=+\-@\t\r＝＋－＠]/u;

/** Characters that mean something to the program that reads a file; there must be no more of them than without. */
const meaningful: readonly (readonly [file: RegExp, characters: string])[] = [
  // Even in comments: ifupdown2 takes the file for a template, or joins lines.
  [/(^|\/)interfaces$/, '%\\'],
  [/frr\.conf$/, '|"\\?$'],
  [/\.cfg$/, '|"\\?`'],
  // Junos: `set` lines.
  [/(^|\/)([^/]+)\/\2\.conf$/, '\\?|`"'],
  // systemd joins lines at a backslash.
  [/\.(network|netdev|link)$/, '\\%'],
  [/\.nmconnection$/, '\\;'],
  [/(rsyslog|snmpd|chrony|lldpd|resolv)\.conf$/, '"\\$`|\''],
  [/isc-dhcp-relay$|daemons$/, '"\\$`'],
];

/** The same, where comments do not count. */
const meaningfulOutside: typeof meaningful = [
  [/(^|\/)interfaces$/, '`$"|'],
  // A shell reads them.
  [/(^|\/)(ifcfg|route|route6)-[^/]+$/, '`$"\\|;&<>\'()*?'],
];

const head = (line: string): string => /^\s*\S*/.exec(line)?.[0] ?? '';

/** Heads of lines that are there more often, or in another order, than in the file without the hostile string. */
function strangeLines(text: string, harmless: string): string[] {
  const allowed = harmless.split('\n').map(head);
  let at = 0;
  return text.split('\n').filter((line) => {
    const found = allowed.indexOf(head(line), at);
    if (found === -1) return true;
    at = found + 1;
    return false;
  });
}

/** Records of a CSV file (RFC 4180). */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    if (end === '' && row.length === 0 && quoted === undefined && plain === '') break;
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/** True where a text may be left out: a description of which nothing is left. */
const isOptional = ([key, value]: [string, unknown]): boolean => key === 'description' && typeof value === 'string';

/** What a value holds, without the texts and numbers in it. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  const entries = Object.entries(value).filter((entry) => !isOptional(entry));
  return Object.fromEntries(entries.map(([key, one]) => [key, shapeOf(one)]));
}

const count = (text: string, character: string): number => text.split(character).length - 1;

function more(table: typeof meaningful, path: string, text: string, harmless: string): string[] {
  return table
    .filter(([file]) => file.test(path))
    .flatMap(([, characters]) => Array.from(characters))
    .filter((one) => count(text, one) > count(harmless, one))
    .map((one) => `more of ${one}`);
}

const withoutComments = (text: string): string => text.replaceAll(/^#.*$/gm, '');

/** A shell script without its comments and what stands in single quotes. */
const unquoted = (script: string): string => withoutComments(script).replaceAll(/(?:'[^']*'|\\')+/g, "''");

const judged = new Map<string, boolean>();

function isShell(script: string): boolean {
  let verdict = judged.get(script);
  if (verdict === undefined) {
    verdict = spawnSync('sh', ['-n'], { input: script }).status === 0;
    judged.set(script, verdict);
  }
  return verdict;
}

function tableComplaints(text: string, harmless: string): string[] {
  const [rows, others] = [parseCsv(text), parseCsv(harmless)];
  const isSame = rows.length === others.length && rows.every((row, at) => row.length === others[at]?.length);
  const formulas = rows.flat().filter((cell) => formula.test(cell));
  return [...(isSame ? [] : ['other records']), ...formulas.map((cell) => `a formula: ${cell}`)];
}

function dataComplaints(read: (text: string) => unknown, text: string, harmless: string): string[] {
  try {
    return JSON.stringify(shapeOf(read(text))) === JSON.stringify(shapeOf(read(harmless))) ? [] : ['another shape'];
  } catch (error) {
    return [`cannot be read: ${String(error)}`];
  }
}

/** What a hostile string changed in a file that it must not; `harmless` is the file without it. */
export function complaintsAbout(path: string, text: string, harmless: string): string[] {
  if (text === harmless) return [];
  const complaints = unseen.test(text) ? ['characters that are not seen'] : [];
  if (path.endsWith('.csv')) return [...complaints, ...tableComplaints(text, harmless)];
  if (path.endsWith('.json')) return [...complaints, ...dataComplaints(JSON.parse, text, harmless)];
  complaints.push(...strangeLines(text, harmless).map((line) => `a strange line: ${line}`));
  if (path.endsWith('.yaml')) complaints.push(...dataComplaints(parse, text, harmless));
  if (path.endsWith('.sh')) {
    if (!isShell(text)) complaints.push('no shell script');
    if (unquoted(text) !== unquoted(harmless)) complaints.push('something outside quotes');
  }
  return [
    ...complaints,
    ...more(meaningful, path, text, harmless),
    ...more(meaningfulOutside, path, withoutComments(text), withoutComments(harmless)),
  ];
}
