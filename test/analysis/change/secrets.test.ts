import { describe, expect, it } from 'vitest';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import { mask, maskLine } from '../../../src/analysis/change/files/mask-secrets.ts';
import { printJson } from '../../../src/analysis/change/print/json.ts';
import { printMarkdown } from '../../../src/analysis/change/print/markdown.ts';
import { printChange } from '../../../src/analysis/change/print/text.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { built, changeBetween, topologyText } from './two-builds.ts';

const routing =
  'routing: { ospf: { authentication: { key: env:OSPF_KEY, algorithm: md5 } }, bgp: { authentication: { key: env:BGP_KEY } } }';
const snmp = 'snmp: { community: env:SNMP_COMMUNITY, clients: [10.1.0.0/24] }';

/** Two topologies of all targets and of every place that a secret has. */
const texts = [
  `${topologyText('two-rack')}\n${routing}\nsystem: { ${snmp} }\n`,
  `${topologyText('swift-5zone').replace('system:', `${routing}\nsystem:\n  ${snmp}`)}`,
];
const old = { OSPF_KEY: 'old-ospf!"key', BGP_KEY: 'old-bgp#pass$word', SNMP_COMMUNITY: 'old-"commu\\nity' };
const now = { OSPF_KEY: "new'ospf-key", BGP_KEY: 'new-bgp`pass|word', SNMP_COMMUNITY: "new-'community" };

/** Every form in which the change can be seen. */
function everyForm(change: FabricChange): string {
  const texts = [true, false].map((verbose) => printChange(change, { paint: paintWith(false), verbose }));
  return [...texts, printMarkdown(change, true), printJson(change)].join('\n');
}

function expectNoSecret(text: string): void {
  for (const secret of [...Object.values(old), ...Object.values(now)]) {
    const spellings = [secret, secret.replaceAll(/["\\]/g, '\\$&'), JSON.stringify(secret).slice(1, -1)];
    for (const one of spellings) expect(text.includes(one), one).toBe(false);
  }
}

describe.each(texts)('secrets', (text) => {
  it('that change reset what they protect, and show in no form', () => {
    const change = changeBetween(text, text, { environments: [old, now] });
    const files = change.files.filter(({ hunks }) => hunks.length > 0);
    expect(files.length).toBeGreaterThan(0);
    expect(change.impact.ospf.length).toBeGreaterThan(0);
    expect(change.impact.bgp.length).toBeGreaterThan(0);
    for (const { reasons } of [...change.impact.ospf, ...change.impact.bgp]) {
      expect(reasons).toContain('authentication-changed');
    }
    const printed = everyForm(change);
    expect(printed).toContain('<another secret>');
    expectNoSecret(printed);
  });

  it('that come and go show in no form', () => {
    const without = text.replace(routing, '').replace(`system: { ${snmp} }`, '').replace(`  ${snmp}\n`, '');
    const coming = changeBetween(without, text, { environments: [old, now] });
    const going = changeBetween(text, without, { environments: [old, now] });
    for (const change of [coming, going]) {
      const printed = everyForm(change);
      expect(printed).toContain(mask);
      expectNoSecret(printed);
    }
  });

  it('that cannot be had are not compared, and are no change', () => {
    const change = changeBetween(text, text, { environments: [old, {}], redact: true });
    expect(change.files).toEqual([]);
    expect(change.secretsCompared).toBe(false);
  });
});

describe('a line with a secret', () => {
  it.each([
    ['   neighbor SPINES password 0 top secret', '   neighbor SPINES password 0 <secret>'],
    [' neighbor 10.0.0.1 password x', ' neighbor 10.0.0.1 password <secret>'],
    ['   ip ospf message-digest-key 1 md5 0 x', '   ip ospf message-digest-key 1 md5 0 <secret>'],
    ['snmp-server community public ro CLIENTS', 'snmp-server community <secret> ro CLIENTS'],
    ['rocommunity "a \\" b" 10.0.0.0/8', 'rocommunity <secret> 10.0.0.0/8'],
    ['username a privilege 15 role r secret sha512 $6$x$y', 'username a privilege 15 role r secret sha512 <secret>'],
    ["account a sudo '$6$x$y' 'ssh-ed25519 A a@b'", "account a sudo <secret> 'ssh-ed25519 A a@b'"],
    ['  password: hunter2', '  password: <secret>'],
  ])('%s is masked', (line, masked) => {
    expect(maskLine(line)).toBe(masked);
  });

  it.each([
    ' set community 65000:1 additive',
    'ip community-list LOCAL permit 65000:1',
    '   neighbor SPINES send-community',
    ' neighbor 10.0.0.1 description spine1',
    'username a ssh-key ssh-ed25519 AAAA a@b',
    'interface Ethernet1',
  ])('%s holds none', (line) => {
    expect(maskLine(line)).toBe(line);
  });

  it('is masked wherever a known secret stands', () => {
    expect(maskLine('banner hunter2 is it', ['hunter2'])).toBe(`banner ${mask} is it`);
  });
});

describe('every line of every target that has a secret', () => {
  it.each(texts)('is found by its look alone', (text) => {
    const files = [...built(text, undefined, old).artifacts()];
    const lines = files.flatMap(({ content }) => content.split('\n')).map((line) => maskLine(line));
    expect(lines.some((line) => line.includes(mask))).toBe(true);
    expectNoSecret(lines.join('\n'));
  });
});
