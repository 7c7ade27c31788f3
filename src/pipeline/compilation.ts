import type { Artifact } from '../artifacts/artifact.ts';
import type { Custom } from '../artifacts/output/index.ts';
import type { Suppressed } from '../control/control.ts';
import type { Device } from '../device/device.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/span.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { Allocations, Plan } from '../plan/plan.ts';
import type { Overlay } from '../topology/read.ts';
import type { Topology } from '../topology/topology.ts';
import type { LockState } from './use-lock.ts';

/** The stages, as progress names them. */
export type PipelineStage = 'read' | 'build' | 'plan' | 'check' | 'lower' | 'render';

export interface CompileOptions {
  /** Design in place of the file's own. */
  readonly design?: string;
  /** Texts of topology files that stand in the place of what is on disk, by absolute path: what an editor holds. */
  readonly overlay?: Overlay;
  /** Allocations to keep, in place of those in the lock file. */
  readonly previous?: Allocations;
  /** Where secrets are read (`env:NAME`). Absent: nothing will be rendered, so none is asked for. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Write placeholders in place of secrets, and read none. */
  readonly redact?: boolean;
  /** Called when a stage begins. */
  readonly onStage?: (stage: PipelineStage) => void;
  /** Called while rendering, after each device. */
  readonly onDevice?: (done: number, total: number) => void;
}

/** What a topology file compiles to. Stages after a mistake that stops them are absent. */
export interface Compilation {
  /** The topology file and every file it includes that could be read, whether they are sound or not. */
  readonly files: readonly SourceFile[];
  readonly topology?: Topology;
  readonly fabric?: Fabric;
  readonly plan?: Plan;
  /** The lock file beside the topology; absent where `previous` was given in its place. */
  readonly lock?: LockState;
  readonly devices: readonly Device[];
  /** What of the artifacts is the user's own; absent where there are none. */
  readonly custom?: Custom;
  /** Sorted, of the severities that the config gives them; with an error among them there are no devices and no artifacts. */
  readonly diagnostics: readonly Diagnostic[];
  /** Findings that comments in the file silence. */
  readonly suppressed: readonly Suppressed[];
  /** The `heddle.config.yaml` that holds for the file, if there is one. */
  readonly config?: SourceFile;
  /** Renders on demand, one after the other, so that a large fabric is never in memory as text. */
  readonly artifacts: () => Iterable<Artifact>;
}
