import { describe, expect, it } from 'vitest';
import { configName } from '../../src/control/find-config.ts';
import { explanations } from '../../src/pipeline/explanations.ts';
import { type Fixed, fixFile } from '../../src/lint/fix-file.ts';
import { smallTopology } from '../cli/command-line.ts';

const folder = '/heddle-test/fix';

function fixTexts(texts: Readonly<Record<string, string>>): Fixed {
  const overlay = new Map(Object.entries(texts).map(([name, text]) => [`${folder}/${name}`, text]));
  return fixFile(`${folder}/main.yaml`, overlay);
}

/** Text, and the same with comments, where nothing else may change. */
const noted = (text: string): string =>
  `# A fabric.\n\n${text.replace('networks:\n', 'networks:   # two\n')}# The end.   `;

/** Text of `smallTopology` with parts of it in another form. */
function having(...changes: readonly (readonly [string, string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, smallTopology);
}

const service = '  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }\n';
const group = 'role: web, nics: { speed: 10G }, networks: [service, storage] }';
const withMac = (mac: string) =>
  having(
    [
      group,
      `role: web, nics: { speed: 10G }, networks: [service, storage], macs: { web-r1-1: [${mac}, "52:54:00:00:00:02"] } }`,
    ],
    ['{rack}-{1..2}', '{rack}-1'],
    ['r{1..2}', 'r1'],
  );

const withAnycast = (role: string) => `${having([
  'oob: 10.253.0.0/24 }',
  'oob: 10.253.0.0/24, hostLoopbacks: 10.252.0.0/16 }',
])}      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
anycast: { web: { addresses: [10.99.0.1], roles: [${role}] } }
`;

/** Code, what it is, wrong text, right text. */
const cases: readonly (readonly [code: string, what: string, wrong: string, right: string])[] = [
  [
    'TOPO010',
    'tabs that indent',
    smallTopology.replaceAll(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2)),
    smallTopology,
  ],
  ['TOPO010', 'a tab among spaces', having(['    os: frr\n', '\tos: frr\n']), smallTopology],
  ['TOPO012', 'a key twice with one value', having(['vlan: 20, pool', 'vlan: 20, vlan: 20, pool']), smallTopology],
  [
    'TOPO012',
    'a key twice in lines of their own',
    having(['    os: frr\n', '    os: frr\n    os: frr\n']),
    smallTopology,
  ],
  ['TOPO030', 'a misspelt property', having(['  leafs:\n', '  leaf:\n']), smallTopology],
  [
    'TOPO030',
    'a misspelt property with a default',
    having(['defaultRoute: true', 'defaultRuote: true']),
    smallTopology,
  ],
  ['TOPO032', 'a number in quotes', having(['asn: 65000', 'asn: "65000"']), smallTopology],
  ['TOPO032', 'yes for true', having(['defaultRoute: true', 'defaultRoute: yes']), smallTopology],
  ['TOPO032', 'a speed without its unit', having(['count: 4, speed: 10G', 'count: 4, speed: 10']), smallTopology],
  ['TOPO032', 'a number for a word', having(['name: small', 'name: 2024']), having(['name: small', 'name: "2024"'])],
  [
    'TOPO032',
    'a word for a list',
    having(
      ['networks: [service, storage] }\n', 'networks: service }\n'],
      ['  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }\n', ''],
    ),
    having(
      ['networks: [service, storage] }\n', 'networks: [service] }\n'],
      ['  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }\n', ''],
    ),
  ],
  ['TOPO034', 'a speed as vendors write it', having(['count: 4, speed: 10G', 'count: 4, speed: 10Gb']), smallTopology],
  ['TOPO034', 'a MAC address with hyphens', withMac('"52-54-00-00-00-0A"'), withMac('"52:54:00:00:00:0a"')],
  ['TOPO034', 'a MAC address with dots', withMac("'5254.0000.000a'"), withMac("'52:54:00:00:00:0a'")],
  ['TOPO034', 'a space in a prefix', having(['10.30.0.0/16', '10.30.0.0 /16']), smallTopology],
  ['TOPO035', 'a misspelt choice', having(['use: access', 'use: acces']), smallTopology],
  ['TOPO035', 'a choice in capitals', having(['use: access', 'use: ACCESS']), smallTopology],
  [
    'TOPO038',
    'leafs and tors with one value',
    having(['name: r{1..2}\n', 'name: r{1..2}\n    leafs: 1\n    tors: 1\n']),
    having(['name: r{1..2}\n', 'name: r{1..2}\n    leafs: 1\n']),
  ],
  [
    'FAB001',
    'a misspelt network',
    having(['[service, storage]', '[service, "storge"]']),
    having(['[service, storage]', '[service, "storage"]']),
  ],
  ['FAB001', 'a misspelt platform', having(['platform: linux,', 'platform: lniux,']), smallTopology],
  ['FAB006', 'a prefix with host bits', having(['10.255.0.0/24', '10.255.0.7/24']), smallTopology],
  [
    'FAB006',
    'an IPv6 prefix with host bits',
    having(['pool: 10.30.0.0/16', 'pool: [10.30.0.0/16, "2001:db8:30::1/48"]'], ['oob:', 'loopbacksX:']).replace(
      'loopbacksX:',
      'oob:',
    ),
    having(['pool: 10.30.0.0/16', 'pool: [10.30.0.0/16, "2001:db8:30::/48"]']),
  ],
  ['FAB049', 'a network twice', having(['[service, storage]', '[service, storage, service]']), smallTopology],
  [
    'FAB049',
    'a network twice in lines',
    having([
      '      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }',
      '      - name: "web-{rack}-{1..2}"\n        role: web\n        nics: { speed: 10G }\n        networks:\n          - service\n          - storage\n          - service',
    ]),
    having([
      '      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }',
      '      - name: "web-{rack}-{1..2}"\n        role: web\n        nics: { speed: 10G }\n        networks:\n          - service\n          - storage',
    ]),
  ],
  [
    'FAB061',
    'an area as a number',
    `${smallTopology}routing: { ospf: { area: "10" } }\n`,
    `${smallTopology}routing: { ospf: { area: "0.0.0.10" } }\n`,
  ],
  [
    'FAB061',
    'an area as a bare number',
    `${smallTopology}routing: { ospf: { area: 10 } }\n`,
    `${smallTopology}routing: { ospf: { area: "0.0.0.10" } }\n`,
  ],
  ['FAB094', 'a misspelt role', withAnycast('proxyy'), withAnycast('proxy')],
  ['TGT001', 'a misspelt design', `design: l3-ospf-ibpg\n${smallTopology}`, `design: l3-ospf-ibgp\n${smallTopology}`],
  ['TGT002', 'a misspelt system', having(['    os: frr\n', '    os: ffrr\n']), smallTopology],
  [
    'TGT003',
    'a misspelt format',
    having([
      group,
      group
        .replace(' }', ', config: netplann }')
        .replace('speed: 10G, config: netplann }', 'speed: 10G }')
        .replace('[service, storage] }', '[service, storage], config: netplann }'),
    ]),
    having([group, group.replace('[service, storage] }', '[service, storage], config: netplan }')]),
  ],
  [
    'CTL002',
    'a misspelt rule in a comment',
    having(['[service, storage] }', '[service, storage, service] } # heddle-ignore network-is-joind-once: on purpose']),
    having([
      '[service, storage] }',
      '[service, storage, service] } # heddle-ignore network-is-joined-once: on purpose',
    ]),
  ],
  [
    'CTL004',
    'an unused comment',
    having([service, `${service.trimEnd()}  # heddle-ignore FAB036: x\n`]),
    smallTopology,
  ],
  [
    'CTL004',
    'an unused comment alone',
    having([service, `  # heddle-ignore FAB036, FAB049: x\n${service}`]),
    smallTopology,
  ],
  [
    'CTL004',
    'a comment that is used in part',
    having(['[service, storage] }', '[service, storage, service] } # heddle-ignore FAB036, FAB049, FAB043: x']),
    having(['[service, storage] }', '[service, storage, service] } # heddle-ignore FAB049: x']),
  ],
];

/** Code, what it is, wrong config, right config. */
const configCases: readonly (readonly [code: string, what: string, wrong: string, right: string])[] = [
  ['CTL011', 'a misspelt key', 'rule:\n  FAB036: off # note\n', 'rules:\n  FAB036: off # note\n'],
  ['CTL012', 'a misspelt rule', 'rules:\n  network-is-usd: off\n', 'rules:\n  network-is-used: off\n'],
  ['CTL013', 'a misspelt severity', 'rules: { FAB036: waring }\n', 'rules: { FAB036: warning }\n'],
  ['CTL013', 'false for off', 'rules: { FAB036: false }\n', 'rules: { FAB036: off }\n'],
];

describe('fixes', () => {
  it.each(cases)('%s: %s', (code, _what, wrong, right) => {
    for (const dress of [(text: string) => text, noted, (text: string) => text.replaceAll('\n', '\r\n')]) {
      const { files, count, result } = fixTexts({ 'main.yaml': dress(wrong) });
      expect(files).toEqual([{ path: `${folder}/main.yaml`, before: dress(wrong), after: dress(right) }]);
      expect(count).toBeGreaterThan(0);
      expect(result.diagnostics.filter((one) => one.code === code)).toEqual([]);
      expect(fixTexts({ 'main.yaml': dress(right) }).files).toEqual([]);
    }
  });

  it.each(configCases)('%s: %s in a config', (_code, _what, wrong, right) => {
    expect(fixTexts({ 'main.yaml': smallTopology, [configName]: wrong }).files).toEqual([
      { path: `${folder}/${configName}`, before: wrong, after: right },
    ]);
  });

  it('are tried here for every rule that has them', () => {
    const fixable = explanations.filter(({ fix }) => fix).map(({ code }) => code);
    expect([...new Set([...cases, ...configCases].map(([code]) => code))].sort()).toEqual(fixable);
  });

  it.each([
    ['TOPO010', 'a tab that is one level or two', having(['    ports: [', '\tports: ['])],
    ['TOPO012', 'a key with two values', having(['vlan: 20, pool', 'vlan: 21, vlan: 20, pool'])],
    ['TOPO030', 'a misspelt key beside the right one', having(['vlan: 20, pool', 'vlan: 20, vlam: 20, pool'])],
    [
      'TOPO032',
      'words that may be several',
      having(['networks: [service, storage] }', 'networks: "service, storage" }']),
    ],
    ['TOPO034', 'a prefix without its length', having(['10.30.0.0/16', '10.30.0.0'])],
    ['FAB001', 'a word that is two words off', having(['[service, storage]', '[service, storg]'])],
    ['FAB001', 'a device with another number', `${smallTopology}devices: { spine3: { mtu: 9000 } }\n`],
    ['TGT002', 'a system of two letters', having(['    os: frr\n', '    os: fr\n'])],
    ['CTL003', 'a comment that is no use', having([service, `${service.trimEnd()} # heddle-ignore FAB001: x\n`])],
  ])('%s: none for %s', (code, _what, text) => {
    const { files, result } = fixTexts({ 'main.yaml': text });
    expect(result.diagnostics.map((one) => one.code)).toContain(code);
    expect(files).toEqual([]);
  });

  it('take nothing out that has a comment', () => {
    const text = having(['    os: frr\n', '    os: frr\n    os: frr # the second\n']);
    expect(fixTexts({ 'main.yaml': text }).files).toEqual([]);
  });

  it('leave warnings alone where a comment may be meant to silence them', () => {
    const text = having([
      '[service, storage] }',
      '[service, storage, service] } # heddle-ignore joined-twice: on purpose',
    ]);
    expect(fixTexts({ 'main.yaml': text }).files).toEqual([]);
  });

  it('repair included files and the config, but leave comments that another topology may need', () => {
    const networks = `networks:\n${service}  storage: { vlan: 30, pool: 10.30.0.7/16, mtu: 9000 } # heddle-ignore FAB036: x\n`;
    const fixed = fixTexts({
      'main.yaml': `include: [networks.yaml]\n${smallTopology.replace(/networks:\n[^]*(?=racks)/, '')}`,
      'networks.yaml': networks,
      [configName]: 'rules: { network-is-usd: wraning } # note\n',
    });
    expect(fixed.files).toEqual([
      {
        path: `${folder}/${configName}`,
        before: 'rules: { network-is-usd: wraning } # note\n',
        after: 'rules: { network-is-used: warning } # note\n',
      },
      { path: `${folder}/networks.yaml`, before: networks, after: networks.replace('.7/16', '.0/16') },
    ]);
    expect(fixed.result.diagnostics.map(({ code }) => code)).toEqual(['CTL004']);
  });
});
