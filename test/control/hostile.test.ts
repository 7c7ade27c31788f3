import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { configName } from '../../src/control/find-config.ts';
import { fixFile } from '../../src/lint/fix-file.ts';
import { compileTexts, withUnusedNetwork } from './compile-texts.ts';

const word = fc.constantFrom(
  'rules',
  'FAB036',
  'network-is-used',
  'FAB113',
  'routers',
  'severity',
  'off',
  'error',
  '3',
  '.nan',
  '-1',
  'true',
  '{',
  '}',
  '[',
  ']',
  ': ',
  ', ',
  '\n',
  '\n  ',
  '- ',
  '"',
  '&a ',
  '*a',
  '<<',
  '!!x ',
  '__proto__',
  'constructor',
  '# ',
  '\t',
);
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(''));
const comment = fc
  .array(fc.constantFrom('FAB036', 'network-is-used', 'x', ',', ' ', ':', '#', '-', 'heddle-ignore', '\t'), {
    maxLength: 12,
  })
  .map((words) => ` # heddle-ignore${words.join('')}`);

describe('whatever stands in a config or a comment', () => {
  it('is read or reported, at a place in its file', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(text, comment, (config, at) => {
        const texts = { 'main.yaml': withUnusedNetwork(at), [configName]: config };
        for (const { span, code, message } of compileTexts(texts).diagnostics) {
          expect(span.start, code).toBeLessThanOrEqual(span.end);
          expect(span.end, code).toBeLessThanOrEqual(span.file.text.length);
          expect(message).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is done in time where there is much of it', { timeout: 60_000 }, () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `nework-is-usd${at}`);
    const start = performance.now();
    const { diagnostics } = compileTexts({
      'main.yaml': withUnusedNetwork(` # heddle-ignore ${many.join(', ')}: x`),
      [configName]: `rules: { ${many.map((one) => `${one}: off`).join(', ')} }`,
    });
    expect(diagnostics.filter(({ code }) => code.startsWith('CTL')).length).toBe(40_000);
    const twice = `networks: [service${', service'.repeat(20_000)}]`;
    const main = '/heddle-test/many/main.yaml';
    const fixed = fixFile(main, new Map([[main, withUnusedNetwork().replace('networks: [service]', twice)]]));
    expect(fixed.files[0]!.after).toBe(withUnusedNetwork());
    expect(fixed.count).toBe(20_000);
    expect(performance.now() - start).toBeLessThan(40_000);
  });
});
