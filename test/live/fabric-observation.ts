import type { SwitchState } from './switch-observation.ts';

/** What a test hands a lab without failures. */
export interface FabricInput {
  readonly expected: Readonly<Record<string, SwitchState>>;
  /** Networks in which servers send to each other. */
  readonly networks: readonly string[];
}

/** What a lab without failures saw. */
export interface FabricObservation {
  /** From the start of the first daemon to the healthy state. */
  readonly seconds: number;
  readonly state: Readonly<Record<string, SwitchState>>;
  /** Addresses that the switches' kernels send to for routes of BGP. */
  readonly gateways: Readonly<Record<string, readonly string[]>>;
  /** What servers heard from those of other racks (see echo.ts), by `FROM TO`. */
  readonly echoes: Readonly<Record<string, string>>;
  /** The same with packets of the interface's MTU, which may not be fragmented. */
  readonly fullSize: Readonly<Record<string, string>>;
  /** Devices that packets pass between racks, by `FROM TO`. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
}
