import { type Explanation, defineProblem } from '../diagnostics/diagnostic.ts';

const example = {
  wrong: '(in the lock file)\n    "loopback/spine1": "10.255.0.999",\n',
  right: '(in the lock file)\n    "loopback/spine1": "10.255.0.1",\n',
};

export const unreadableLock = defineProblem<{ readonly fault: string }>({
  code: 'PLAN010',
  name: 'lock-is-readable',
  severity: 'error',
  summary: 'The lock file is JSON of the form that heddle writes.',
  why: 'It holds every address and port of a running fabric; building without it could move them.',
  example: { wrong: '(in the lock file)\n<<<<<<< HEAD\n', right: '(in the lock file)\n{ "lockVersion": 1, … }\n' },
  message: ({ fault }) => `The lock file cannot be read: ${fault}`,
  hint: () => 'Take one whole side of a merge, or the version of the last build, and build again.',
});

export const soundEntry = defineProblem<{ readonly key: string; readonly value: string; readonly fault: string }>({
  code: 'PLAN011',
  name: 'lock-entries-are-sound',
  severity: 'error',
  summary: 'Every entry of the lock file is one that heddle could have written.',
  why: 'A wrong entry would be dropped and allocated anew: an address or a port would move, silently.',
  example,
  message: ({ key, value, fault }) => `${key} is ${JSON.stringify(value)}: ${fault}`,
  hint: () => 'Put back what stood there; or take the line out, and the next build allocates it anew.',
});

export const sameFabric = defineProblem<{ readonly lock: string; readonly fabric: string }>({
  code: 'PLAN012',
  name: 'lock-is-of-this-fabric',
  severity: 'error',
  summary: 'The lock file was made for the fabric of the topology file.',
  why: 'Allocations of another fabric say nothing about this one.',
  example: {
    wrong: '(in the lock file)\n  "fabric": "other",\n',
    right: '(in the lock file)\n  "fabric": "example",\n',
  },
  message: ({ lock, fabric }) => `The lock file is of fabric ${lock}, and the topology is ${fabric}`,
  hint: () => 'Rename the fabric back, write the new name in the lock file, or remove the lock file to start afresh.',
});

export const movedAllocation = defineProblem<{
  readonly key: string;
  readonly before: string;
  readonly after: string;
  readonly because: string;
  /** Further allocations of the kind that move for the same reason. */
  readonly others: number;
}>({
  code: 'PLAN013',
  name: 'allocations-stay',
  severity: 'warning',
  summary: 'What is in the lock file keeps its allocation.',
  why: 'A moved address or port changes running devices, and with a port a person moves a cable.',
  example,
  message: ({ key, before, after, because, others }) =>
    `${key} moves from ${before} to ${after}${because}${others === 0 ? '' : `; ${others} more move with it`}`,
});

/** Problems of lock files, for `heddle explain`. */
export const lockProblems: readonly Explanation[] = [unreadableLock, soundEntry, sameFabric, movedAllocation];
