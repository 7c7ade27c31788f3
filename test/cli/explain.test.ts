import { describe, expect, it } from 'vitest';
import { explanations } from '../../src/pipeline/explanations.ts';
import { heddle } from './command-line.ts';

const flowed = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('heddle explain', () => {
  it('lists every rule once, in order of the codes', async () => {
    const { code, out, err } = await heddle(['explain']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const heads = out.split('\n').filter((line) => /^[A-Z]/.test(line));
    expect(heads).toEqual(explanations.map(({ code, name, severity }) => `${code} ${name} (${severity})`));
    for (const { summary } of explanations) expect(flowed(out)).toContain(flowed(summary));
  });

  it('knows no code and no name twice, of every stage', () => {
    const known = explanations.flatMap(({ code, name }) => [code, name]);
    expect(new Set(known).size).toBe(known.length);
    for (const stage of ['TOPO', 'FAB', 'PLAN', 'TGT']) {
      expect(
        known.some((one) => one.startsWith(stage)),
        stage,
      ).toBe(true);
    }
  });

  it.each(explanations.map((one) => [one.code, one] as const))('explains %s', async (code, one) => {
    const { code: exit, out, err } = await heddle(['explain', code]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const text = flowed(out);
    for (const part of [one.code, one.name, one.summary, one.why, one.source ?? '']) {
      expect(text).toContain(flowed(part));
    }
    for (const example of [one.example.wrong, one.example.right]) {
      for (const line of example.split('\n')) expect(out).toContain(line === '' ? '' : `    ${line}`);
    }
    for (const [name, { default: usual, minimum, maximum, description }] of Object.entries(one.thresholds ?? {})) {
      expect(text).toContain(`${name}: ${usual}`);
      expect(text).toContain(`(${minimum} to ${maximum}). ${flowed(description)}`);
    }
    expect(text.includes('heddle lint --fix repairs it')).toBe(one.fix !== undefined);
    expect((await heddle(['explain', one.name])).out).toBe(out);
    expect((await heddle(['explain', code.toLowerCase()])).out).toBe(out);
  });

  it('suggests the nearest', async () => {
    const [first] = explanations;
    const { code, out, err } = await heddle(['explain', `${first!.name}x`]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toBe(
      `error: There is no rule ${first!.name}x\n  hint: did you mean ${first!.name}? heddle explain lists all\n`,
    );
    expect((await heddle(['explain', 'something else entirely'])).err).toContain('hint: heddle explain lists all');
  });
});
