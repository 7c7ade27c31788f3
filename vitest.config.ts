import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Real programs and real clocks on a busy machine: CI asks a second time before it says no.
    retry: process.env['CI'] === 'true' ? 1 : 0,
  },
});
