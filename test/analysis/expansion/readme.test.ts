import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printSteps } from '../../../src/analysis/expansion/print-steps.ts';
import { paintWith } from '../../../src/diagnostics/paint.ts';
import { type Built, built, stepsBetween, topologyText } from './edited.ts';

const readme = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');
const [, section = ''] = /\n## Changing a live fabric\n(.*?)\n## /s.exec(readme) ?? [];
const tickets = [...section.matchAll(/```text\n(\d+ steps;.*?)```/gs)].map(([, ticket = '']) => ticket);

function ticketOf(before: Built, text: string): string {
  const steps = stepsBetween(before, built(text, before.plan.allocations));
  return printSteps(steps, { format: 'text', paint: paintWith(false) });
}

describe('the tickets in the README', () => {
  it('are what heddle prints for the fifth spine, but for the lines that say they stand for others', () => {
    const swift = built(topologyText('swift-5zone'));
    const printed = ticketOf(swift, topologyText('swift-5zone', ['spines: { count: 4', 'spines: { count: 5'])).split(
      '\n',
    );
    const shown = (tickets[0] ?? '').split('\n').filter((line) => !line.trim().startsWith('…'));
    expect(shown.length).toBeGreaterThan(80);
    let at = 0;
    const strange = shown.filter((line) => {
      const next = printed.indexOf(line, at);
      at = next === -1 ? at : next + 1;
      return next === -1;
    });
    expect(strange).toEqual([]);
  });

  it('are what heddle prints for a leaf out of service', () => {
    const edited = `${topologyText('dual-leaf')}\ndevices:\n  rack1-leaf1: { maintenance: true }\n`;
    expect(tickets[1]).toBe(ticketOf(built(topologyText('dual-leaf')), edited));
  });
});
