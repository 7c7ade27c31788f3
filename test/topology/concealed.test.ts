import { describe, expect, it } from 'vitest';
import { concealedRanges } from '../../src/topology/files/concealed.ts';

const concealed = (text: string): string[] => concealedRanges(text).map(({ start, end }) => text.slice(start, end));

describe('what may be a secret in the text of a topology', () => {
  it.each([
    ['a: { key: hunter2, algorithm: md5 }', ['hunter2']],
    ['key: "hun, }ter2" # why', ['"hun, }ter2"']],
    ["key: 'it''s'", ["'it''s'"]],
    ['community: plain text # why', ['plain text']],
    ['community:\n  hunter\n  two\nother: 1', ['\n  hunter\n  two']],
    ['- key: |\n    hunter\n    two\n  other: 1', ['|\n    hunter\n    two']],
    ['key: !tag hunter2', ['!tag hunter2']],
    ['key: hun,ter#2', ['hun,ter#2']],
    ['{"key":"hunter2"}', ['"hunter2"']],
    ['snmpCommunity: a\r\npassword: b\r\n', ['a', 'b']],
    ['passwordHash: $6$salt$hash', ['$6$salt$hash']],
    ['key: env:NAME', []],
    ['key: "file:../a/b" # why', []],
    ['key: env:NO-NAME', ['env:NO-NAME']],
    ['authentication: { key: env:A }', []],
    ['networks: { key: { vlan: 20 } }', []],
    ['sshKeys: ["ssh-ed25519 AAAA"]\nkeyId: 1\nmonkey business: 2', []],
    ['key:', []],
    ['', []],
  ])('is found: %j', (text, expected) => {
    expect(concealed(text)).toEqual(expected);
  });

  it.each([
    ['keys', 'key: hunter2\n'.repeat(100_000)],
    ['keys, each in another', Array.from({ length: 1500 }, (_, depth) => `${' '.repeat(depth)}key:\n`).join('')],
    ['lists', 'key: ['.repeat(100_000)],
    ['references in one line', '{key: env:A, '.repeat(100_000)],
    ['tags', 'key: !a '.repeat(100_000)],
    ['one word', 'passkey'.repeat(100_000)],
    ['blank lines', `key:${'\n'.repeat(500_000)}`],
  ])('is found in time that grows with the text: %s', (_, text) => {
    const start = performance.now();
    concealedRanges(text);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
