import { expect } from 'vitest';
import { expectedState } from './expected-state.ts';
import type { FabricInput, FabricObservation } from './fabric-observation.ts';
import { compileTopology, runLab } from './isolated.ts';
import type { States } from './live-fabric.ts';

/** A committed topology on real FRR: what its device model promises, and what was seen. */
export interface SeenFabric {
  readonly expected: States;
  readonly seen: FabricObservation;
}

/** Starts a committed topology without failures; its servers send packets to each other in some of its networks. */
export async function seeFabric(topology: string, networks: readonly string[]): Promise<SeenFabric> {
  const compilation = compileTopology(topology);
  const expected = expectedState(compilation.devices);
  const input: FabricInput = { expected, networks };
  const seen = await runLab('fabric-lab.ts', compilation, { input, seconds: 150 });
  return { expected, seen: seen as FabricObservation };
}

/** Every packet was answered, over three routers: leaf, spine, leaf. Both directions of a pair are among them. */
export function expectAnswers(answers: FabricObservation['echoes'], count: number): void {
  expect(Object.entries(answers).filter(([, answer]) => answer !== 'answer 61')).toEqual([]);
  expect(Object.keys(answers)).toHaveLength(count);
}

/** The leaf of a server, whose name has its rack's. */
export function leafOf(server: string): string {
  return `${server.split('-')[1]}-leaf1`;
}

/** The ways between racks go up to a spine and down again. */
export function expectPaths(paths: FabricObservation['paths'], count: number): void {
  expect(Object.keys(paths)).toHaveLength(count);
  for (const [key, path] of Object.entries(paths)) {
    const [from = ''] = key.split(' ');
    const to = path.at(-1) ?? '';
    expect(to).toMatch(/^(node|server|web)-/);
    expect(path).toEqual([leafOf(from), expect.stringMatching(/^spine[12]$/), leafOf(to), to]);
  }
}

/** Spines that some way between racks goes over. */
export function spinesOf(paths: FabricObservation['paths']): string[] {
  return [...new Set(Object.values(paths).map(([, spine = '']) => spine))].toSorted();
}
