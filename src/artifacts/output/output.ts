import type { Artifact } from '../artifact.ts';
import type { Waiting } from './hold.ts';
import type { Origin } from './origin.ts';

/** An output to write or to check. */
export interface Output extends Waiting {
  /** Folder of the fabric, such as `out/swift-5zone`; messages show it as it is. */
  readonly target: string;
  /** Read once, one after the other; the manifest is not among them. */
  readonly artifacts: Iterable<Artifact>;
  readonly origin: Origin;
  /** Called when all is written beside the target, just before it takes the place of the old output; may refuse by throwing. */
  readonly beforeSwap?: () => void;
}
