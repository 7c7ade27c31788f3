import { describe, expect, it } from 'vitest';
import { byteCases, heavyCases } from './bytes.ts';
import { casesOf, seed, useFuzzing } from './fuzz.ts';

const fuzz = useFuzzing();

describe(`bytes (FUZZ_SEED=${seed})`, () => {
  it(`in ${casesOf(9000)} files are each rejected with errors that stand somewhere, or built`, () => {
    const { cases, accepted, codes } = fuzz(byteCases, casesOf(9000));
    expect(accepted / cases).toBeGreaterThan(0.001);
    expect(codes.size).toBeGreaterThan(10);
  }, 1_200_000);

  it(`in ${casesOf(60)} files that are deep, wide or full of aliases take bounded time`, () => {
    const { cases, accepted } = fuzz(heavyCases, casesOf(60));
    expect(cases).toBe(casesOf(60));
    expect(accepted).toBe(0);
  }, 1_200_000);
});
