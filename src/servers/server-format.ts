import type { Port, ServerDevice } from '../device/device.ts';
import type { ReadSecret } from '../frr/router.ts';
import type { RenderedFile } from '../render/rendered-file.ts';

/** What formats may ask. */
export interface ServerContext {
  readonly readSecret: ReadSecret;
}

/** A format of network configuration that servers read. */
export interface ServerFormat {
  /** Value of `config` in a topology. */
  readonly name: string;
  readonly title: string;
  readonly spellPort: (port: Port) => string;
  readonly render: (device: ServerDevice, context: ServerContext) => RenderedFile[];
}
