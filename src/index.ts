/** heddle as a library: compile a topology file, look at every stage's result, render it. */
export { compile } from './pipeline/compile.ts';
export type { Compilation, CompileOptions, PipelineStage } from './pipeline/compilation.ts';
export type { Artifact } from './artifacts/artifact.ts';
export type { Device, ServerDevice, SwitchDevice } from './device/device.ts';
export type { Diagnostic, Severity } from './diagnostics/diagnostic.ts';
export { ExpectedError } from './diagnostics/expected-error.ts';
export { type Position, type SourceFile, type Span, positionAt } from './diagnostics/span.ts';
export type { Fabric, Link, Network, Rack, ServerNode, SwitchNode } from './fabric/fabric.ts';
export type { Allocations, Plan } from './plan/plan.ts';
export type { Topology } from './topology/topology.ts';
