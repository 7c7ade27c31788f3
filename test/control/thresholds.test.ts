import { describe, expect, it } from 'vitest';
import { configName } from '../../src/control/find-config.ts';
import { rules } from '../../src/rules/registry.gen.ts';
import { compileTexts, withUnusedNetwork } from './compile-texts.ts';

const thresholds = rules.flatMap(({ code, thresholds: own = {} }) =>
  Object.entries(own).map(([name, threshold]) => [code, name, threshold] as const),
);

/** Codes that a config leaves of a fabric of four switches in one OSPF area. */
const codes = (config: string) =>
  compileTexts({ 'main.yaml': withUnusedNetwork(), [configName]: config }).diagnostics.map(({ code }) => code);

describe('thresholds', () => {
  it.each(thresholds)(
    '%s %s: the default is in its range',
    (_code, name, { default: usual, minimum, maximum, integer, description }) => {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/);
      expect(name).not.toBe('severity');
      expect(usual).toBeGreaterThanOrEqual(minimum);
      expect(usual).toBeLessThanOrEqual(maximum);
      if (integer) expect([usual, minimum, maximum].every(Number.isInteger)).toBe(true);
      expect(description).toMatch(/^[A-Z].*\.$/);
    },
  );

  it('are what the config says', () => {
    expect(codes('rules: {}')).not.toContain('FAB113');
    expect(codes('rules: { ospf-area-is-of-bounded-size: { routers: 3 } }')).toContain('FAB113');
    expect(codes('rules: { FAB113: { routers: 4 } }')).not.toContain('FAB113');
    expect(codes('rules: { FAB113: { severity: off, routers: 3 } }')).not.toContain('FAB113');
  });

  it.each(['routers: 1', 'routers: 1000000', 'routers: 3.5', 'routers: many', 'routers: [3]'])(
    'must be in their range: %s',
    (setting) => {
      expect(codes(`rules: { FAB113: { ${setting} } }`)).toContain('CTL013');
    },
  );
});
