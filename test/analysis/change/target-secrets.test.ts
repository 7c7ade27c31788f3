import { describe, expect, it } from 'vitest';
import type { FabricChange } from '../../../src/analysis/change/fabric-change.ts';
import { mask, maskText } from '../../../src/analysis/change/files/mask-secrets.ts';
import { printJson } from '../../../src/analysis/change/print/json.ts';
import { printMarkdown } from '../../../src/analysis/change/print/markdown.ts';
import { printChange } from '../../../src/analysis/change/print/text.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { targetByName } from '../../../src/pipeline/registries.ts';
import { fabricOf, targetNames } from './one-target.ts';
import { built, changeBetween } from './two-builds.ts';

const old = {
  OSPF_KEY: 'oldOspf-key$1',
  BGP_KEY: 'old-bgp#pass$word',
  ISP_KEY: 'old-isp*secret',
  SNMP: 'old-community%1',
};
const now = {
  OSPF_KEY: 'newOspf-key$2',
  BGP_KEY: 'new-bgp#pass$word',
  ISP_KEY: 'new-isp*secret',
  SNMP: 'new-community%2',
};
const hash = `$6$saltsalt$${'Ab.9'.repeat(21)}xy`;

/** SONiC has no list of SNMP clients, without which no topology has a community. */
const hasSnmp = (os: string): boolean => os !== 'sonic';
const systemOf = (os: string): string => `system:
${hasSnmp(os) ? '  snmp: { community: env:SNMP, clients: [10.1.0.0/24] }\n' : ''}  users: [{ name: netops, role: admin, passwordHash: "${hash}", sshKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINtN3iqRitF+ZjPvk/uZ9dyFtOyj97IuOoIwpKSQFFea a@b"] }]
`;
const upstreams = `upstreams:
  - { name: isp-a, device: r1-leaf1, asn: 64500, addresses: [192.0.2.1/31], authentication: { key: env:ISP_KEY } }
`;
const routing = (algorithm: string): string =>
  `routing: { ospf: { authentication: { key: env:OSPF_KEY, algorithm: ${algorithm} } }, bgp: { authentication: { key: env:BGP_KEY } } }\n`;

/** Every place that a secret has: in each design, with each algorithm that the target has for OSPF. */
const cases = targetNames.flatMap((os) => {
  const { capabilities } = targetByName.get(os)!;
  const algorithms = capabilities.ospfAuthentication.map((algorithm) => ({
    os,
    design: 'l3-ospf-ibgp' as const,
    algorithm,
  }));
  return [...algorithms, { os, design: 'l3-ebgp' as const, algorithm: capabilities.ospfAuthentication[0] ?? 'md5' }];
});

function everyForm(change: FabricChange): string {
  const texts = [true, false].map((verbose) => printChange(change, { paint: paintWith(false), verbose }));
  return [...texts, printMarkdown(change, true), printJson(change)].join('\n');
}

const secrets = [...Object.values(old), ...Object.values(now), hash];

/** Secrets that a text has, as they are or as they are escaped in some file. */
function secretsIn(text: string): string[] {
  return secrets.filter((one) => [one, JSON.stringify(one).slice(1, -1)].some((spelled) => text.includes(spelled)));
}

describe.each(cases)('secrets of $os in $design ($algorithm)', ({ os, design, algorithm }) => {
  const more = routing(algorithm) + upstreams + systemOf(os);
  const text = fabricOf({ os, design, more });
  const without = fabricOf({ os, design });
  const files = [...built(text, undefined, old).artifacts()].map(({ content }) => content);

  it('are in the files, and found there by the look of their lines alone', () => {
    const expected = [
      old.BGP_KEY,
      old.ISP_KEY,
      ...(hasSnmp(os) ? [old.SNMP] : []),
      ...(design === 'l3-ebgp' ? [] : [old.OSPF_KEY]),
    ];
    expect(secretsIn(files.join('\n'))).toEqual(expect.arrayContaining(expected));
    // NX-OS is told no hashes: it is not known to take them.
    if (os !== 'nxos') expect(secretsIn(files.join('\n'))).toContain(hash);
    const masked = files.map(maskText).join('\n');
    expect(masked).toContain(mask);
    expect(secretsIn(masked)).toEqual([]);
  });

  it('that change show in no form', () => {
    const printed = everyForm(changeBetween(text, text, { environments: [old, now] }));
    expect(printed).toContain('<another secret>');
    expect(secretsIn(printed)).toEqual([]);
  });

  it('that come and go show in no form, where their values are not known', () => {
    for (const [from, to] of [
      [without, text],
      [text, without],
    ] as const) {
      const coming = changeBetween(from, to, { environments: [old, {}], redact: to === text });
      expect(coming.files.length).toBeGreaterThan(0);
      expect(secretsIn(everyForm(coming))).toEqual([]);
      expect(secretsIn(everyForm(changeBetween(from, to, { environments: [old, now] })))).toEqual([]);
    }
  });

  it('that cannot be had are no change', () => {
    expect(changeBetween(text, text, { environments: [old, {}], redact: true }).files).toEqual([]);
  });
});

describe('a secret that is a name', () => {
  it.each([
    [
      '{\n    "SNMP_COMMUNITY": {\n        "top|secret": {\n            "TYPE": "RO"\n        }\n    }\n}',
      'top|secret',
    ],
    [
      "- set:\n    service:\n      snmp-server:\n        readonly-community:\n          'top: secret':\n            access:\n              any: {}",
      'top: secret',
    ],
    ['- set:\n    service:\n      snmp-server:\n        readonly-community-v6:\n          topsecret: {}', 'topsecret'],
  ])('is masked', (text, secret) => {
    expect(text).toContain(secret);
    expect(maskText(text)).not.toContain(secret);
    expect(maskText(text)).toContain(mask);
  });
});
