import { describe, expect, it } from 'vitest';
import { casesOf, seed, useFuzzing } from './fuzz.ts';
import { structuredCases } from './structured.ts';

const fuzz = useFuzzing();
const cases = casesOf(5500);

describe(`${cases} files with changed data (FUZZ_SEED=${seed})`, () => {
  it('are each rejected with errors that stand somewhere, or built', () => {
    const { accepted, codes } = fuzz(structuredCases, cases);
    // Else they would not get far enough to show anything.
    expect(accepted / cases).toBeGreaterThan(0.05);
    expect(codes.size).toBeGreaterThan(40);
  }, 1_200_000);
});
