import { fixWord } from '../../diagnostics/edits.ts';
import { certainlyMeant, nearest } from '../../diagnostics/suggest.ts';
import type { DefectOf } from '../../fabric/defect.ts';
import { defectsOf } from '../defects.ts';
import { leftOutNames } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { someOf } from '../words.ts';

/** Names that are compared to find what was meant; a file full of unknown names gets no more suggestions than that. */
const mostComparisons = 1_000_000;

export const rule = defineRule<DefectOf<'unknown-reference'>, 'fabric'>({
  stage: 'fabric',
  code: 'FAB001',
  name: 'references-exist',
  severity: 'error',
  summary: 'Every network, platform, zone, pod and device that the file refers to is there.',
  why: 'A misspelt name would leave a server without its network, or a setting without effect.',
  example: {
    wrong: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storge] }
`,
    right: `racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`,
  },
  message: ({ what, name }) => `There is no ${what} called ${name}`,
  hint({ name, candidates }) {
    const meant = nearest(name, candidates);
    if (meant !== undefined) return `Did you mean ${meant}?`;
    return candidates.length > 0 ? `There are: ${someOf(candidates)}.` : undefined;
  },
  fix: ({ name, candidates }, span) => fixWord(span, name, certainlyMeant(name, candidates)),
  check(fabric, report) {
    const { topology } = fabric;
    const defects = defectsOf(fabric, 'unknown-reference');
    if (defects.length === 0) return;
    let comparisons = 0;
    const isLeftOut = leftOutNames(fabric);
    for (const defect of defects) {
      // What is in the file but could not be read or built has its own report.
      if (topology.dropped.has(defect.name)) continue;
      if (defect.what === 'network' && Object.hasOwn(topology.data.networks, defect.name)) continue;
      if (defect.what === 'device' && isLeftOut(defect.name)) continue;
      comparisons += defect.candidates.length;
      report(comparisons > mostComparisons ? { ...defect, candidates: [] } : defect, defect.span);
    }
  },
});
