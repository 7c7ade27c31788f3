import fc from 'fast-check';
import { bases, lockedBase } from './bases.ts';
import type { FuzzCase } from './fuzz-case.ts';
import { nastyPieces, nastyValues } from './nasty.ts';

/** What a valid file may be damaged with: no UTF-8, no text, marks of byte order, lone ends of lines. */
const damages: readonly (readonly number[])[] = [
  [[0x80], [0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]],
  [[0], [0x07], [0x1b, 0x5b], [0x7f], [0xc2, 0x85], [0xe2, 0x80, 0xa8], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0x0d]],
].flat();

const anyBase = fc.constantFrom(...bases);

const damaged = fc
  .record({ base: anyBase, at: fc.nat(1_000_000), damage: fc.constantFrom(...damages), isInserted: fc.boolean() })
  .map(({ base, at, damage, isInserted }) => {
    const bytes = Buffer.from(base);
    const offset = at % bytes.length;
    return Buffer.concat([
      bytes.subarray(0, offset),
      Buffer.from(damage),
      bytes.subarray(offset + (isInserted ? 0 : damage.length)),
    ]);
  });

const flipped = fc
  .record({ base: anyBase, flips: fc.array(fc.tuple(fc.nat(1_000_000), fc.nat(7)), { minLength: 1, maxLength: 6 }) })
  .map(({ base, flips }) => {
    const bytes = Buffer.from(base);
    for (const [at, bit] of flips) bytes[at % bytes.length]! ^= 1 << bit;
    return bytes;
  });

const otherEncoding = anyBase.map((base) => Buffer.from(`\ufeff${base}`, 'utf16le'));

/** What YAML is made of, in an order that nobody wrote. */
const tokens = [
  ...nastyPieces,
  ['name', 'racks', 'fabric', 'include', 'a', '1', ': ', '- ', '\n', '\n  ', '\n    ', '{ ', ' }', '[', ']', ', '],
].flat();
const soup = fc.array(fc.constantFrom(...tokens, ...nastyValues.filter((one) => one.length < 40)), {
  minLength: 1,
  maxLength: 40,
});

const strings = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  soup.map((pieces) => pieces.join('')),
);

const small: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 3, arbitrary: damaged },
  { weight: 3, arbitrary: flipped },
  { weight: 1, arbitrary: otherEncoding },
  { weight: 3, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  { weight: 6, arbitrary: strings },
  // A valid file that goes on with anything.
  { weight: 3, arbitrary: fc.tuple(anyBase, strings).map(([base, text]) => base + text) },
);

/** Files that are no more than bytes. */
export const byteCases: fc.Arbitrary<FuzzCase> = fc.oneof(
  { weight: 9, arbitrary: small.map((content) => ({ 'topology.yaml': content })) },
  {
    weight: 1,
    arbitrary: small.map((content) => ({ 'topology.yaml': 'include: [part.yaml]\n', 'part.yaml': content })),
  },
  { weight: 1, arbitrary: small.map((content) => ({ 'topology.yaml': lockedBase, 'topology.lock.json': content })) },
);

/** Anchors of lists of the anchors before them: `width` to the power of `levels` values. */
function aliasBomb(levels: number, width: number, opening: string, closing: string): string {
  const lines = [`a0: &a0 ${opening}${closing}`];
  for (let level = 1; level <= levels; level++) {
    const inner = Array.from({ length: width }, (_, at) => `${opening === '{' ? `k${at}: ` : ''}*a${level - 1}`);
    lines.push(`a${level}: &a${level} ${opening}${inner.join(', ')}${closing}`);
  }
  return `${lines.join('\n')}\n`;
}

const mergeBomb = (levels: number): string =>
  `${Array.from({ length: levels }, (_, at) => `m${at}: &m${at} { ${at === 0 ? '' : `<<: [*m${at - 1}, *m${at - 1}], `}k${at}: 1 }`).join('\n')}\n`;

const deep: readonly ((levels: number) => string)[] = [
  (levels) => '['.repeat(levels),
  (levels) => '['.repeat(levels) + ']'.repeat(levels),
  (levels) => '{a: '.repeat(levels),
  (levels) => `${'{a: '.repeat(levels)}1${'}'.repeat(levels)}`,
  (levels) => '- '.repeat(levels),
  (levels) => '? '.repeat(levels),
  (levels) => `${'"'.repeat(levels)}\n`,
  (levels) => Array.from({ length: Math.min(levels, 400) }, (_, at) => `${' '.repeat(at)}a:\n`).join(''),
  (levels) => `name: ${'!x '.repeat(levels)}`,
  (levels) => `name: ${'&x '.repeat(levels)}`,
];

const wide: readonly ((count: number) => string)[] = [
  (count) => 'name: x\n'.repeat(count),
  (count) => Array.from({ length: count }, (_, at) => `key${at}: 1\n`).join(''),
  (count) => `racks:\n${'  - {}\n'.repeat(count)}`,
  (count) => `racks:\n${'  - { name: r1, servers: [] }\n'.repeat(count)}`,
  (count) => `name: "${'\\n'.repeat(count)}"\n`,
  (count) => `name: ${'\n\n'.repeat(count)}`,
  (count) => '---\n'.repeat(count),
  (count) => '#'.repeat(count),
  (count) => ': '.repeat(count),
  (count) => 'a: b: '.repeat(count),
  (count) => `x: &x 1\ny: [${'*x, '.repeat(count)}]\n`,
  (count) => `x: &x { a: 1 }\ny: { ${'<<: *x, '.repeat(count)}}\n`,
  (count) => `password: '${"x'".repeat(count)}`,
  (count) => `key: |\n${' secret\n'.repeat(count)}`,
  (count) => 'key:\n'.repeat(count),
  (count) => `include: [${'part.yaml, '.repeat(count)}]\n`,
];

/** Files that would take a careless reader very long, or all its memory or stack. */
export const heavyCases: fc.Arbitrary<FuzzCase> = fc
  .oneof(
    fc.tuple(fc.constantFrom(...deep), fc.constantFrom(50, 99, 100, 101, 1000, 30_000)).map(([make, n]) => make(n)),
    fc.tuple(fc.constantFrom(...wide), fc.constantFrom(10, 1000, 10_000)).map(([make, n]) => make(n)),
    fc
      .tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 2, max: 12 }), fc.boolean())
      .map(([levels, width, isMap]) => aliasBomb(levels, width, isMap ? '{' : '[', isMap ? '}' : ']')),
    fc.integer({ min: 2, max: 90 }).map(mergeBomb),
  )
  .map((text) => ({ 'topology.yaml': text }));
