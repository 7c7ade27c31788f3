export { type Lock, type ReadLock, heldBy } from './lock.ts';
export { differences, findMoves, lockOf, releaseResting } from './next-lock.ts';
export { printLock } from './print-lock.ts';
export { lockProblems, sameFabric } from './problems.ts';
export { lockPath, parseLock, readLock } from './read-lock.ts';
