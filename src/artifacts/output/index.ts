export { type Difference, checkArtifacts } from './check-artifacts.ts';
export { type Custom, type Origin, originOf, sha256 } from './origin.ts';
export type { Output } from './output.ts';
export { settleOutput } from './settle-output.ts';
export { type Written, writeArtifacts } from './write-artifacts.ts';
