import { describe, expect, it } from 'vitest';
import { casesOf, seed, useFuzzing } from './fuzz.ts';
import { configCases, lockCases, textCases } from './text.ts';

const fuzz = useFuzzing();

describe(`changed texts (FUZZ_SEED=${seed})`, () => {
  it(`of ${casesOf(4500)} topologies are each rejected with errors that stand somewhere, or built`, () => {
    const { cases, accepted, codes } = fuzz(textCases, casesOf(4500));
    expect(accepted / cases).toBeGreaterThan(0.03);
    expect(codes.size).toBeGreaterThan(20);
  }, 1_200_000);

  it(`of ${casesOf(800)} lock files are the same to the topology beside them`, () => {
    const { cases, accepted, codes } = fuzz(lockCases, casesOf(800));
    expect(accepted / cases).toBeGreaterThan(0.03);
    expect(codes.size).toBeGreaterThan(1);
  }, 600_000);

  it(`of ${casesOf(300)} configs are the same to the topology below them`, () => {
    const { cases, accepted, codes } = fuzz(configCases, casesOf(300));
    expect(accepted / cases).toBeGreaterThan(0.03);
    expect(codes.size).toBeGreaterThan(3);
  }, 600_000);
});
