import { defineProblem } from '../../diagnostics/diagnostic.ts';
import { smallestTopology } from './smallest-topology.ts';

export const fileIsText = defineProblem<{ path: string; reason: string }>({
  code: 'TOPO001',
  name: 'file-is-text',
  severity: 'error',
  summary: 'A topology file, and each file it includes, is a file of UTF-8 text of at most 10 MB.',
  why: 'Anything else was named by accident: a directory, an image, an archive.',
  source: 'YAML 1.2.2, 5.1 Character Set and 5.2 Character Encodings',
  example: { wrong: 'include: [.]\n', right: 'include: []\n' },
  message: ({ path, reason }) => `${path} is not a topology file: ${reason}`,
});

export const fileHasContent = defineProblem<{ found: string }>({
  code: 'TOPO002',
  name: 'file-has-content',
  severity: 'error',
  summary: 'A topology file holds a map: lines of `key: value`.',
  why: 'An empty file describes no fabric. It is often what an editor or a script left behind when it failed.',
  example: { wrong: '# nothing yet\n', right: smallestTopology, whole: true },
  message: ({ found }) => `The file holds ${found} where a topology is expected`,
  hint: () => 'heddle init writes a file to start from.',
});

export const includeExists = defineProblem<{ reason: string }>({
  code: 'TOPO003',
  name: 'include-exists',
  severity: 'error',
  summary: 'Every file that is included can be read.',
  why: 'Without it a part of the fabric would be missing, and nothing else would say so.',
  example: { wrong: 'include: [site-of-nobody.yaml]\n', right: 'include: []\n' },
  message: ({ reason }) => reason,
  hint: () => 'A path is relative to the file that includes it.',
});

export const noIncludeCycle = defineProblem<{ path: string }>({
  code: 'TOPO004',
  name: 'no-include-cycle',
  severity: 'error',
  summary: 'No file includes itself, not through others either.',
  why: 'Which of the two wins could not be said.',
  example: { wrong: 'include: [topology.yaml] # the file itself\n', right: 'include: []\n' },
  message: ({ path }) => `${path} is included by itself`,
});
