import type { Port, ServerDevice } from '../device/device.ts';
import type { RenderedFile } from '../render/rendered-file.ts';

/** A format of network configuration that servers read. */
export interface ServerFormat {
  /** Value of `config` in a topology. */
  readonly name: string;
  readonly title: string;
  readonly spellPort: (port: Port) => string;
  readonly render: (device: ServerDevice) => RenderedFile[];
}
