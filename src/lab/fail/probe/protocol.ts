import type { FlowResult } from './arrivals.ts';

/** Milliseconds between two packets of a flow: what outages are measured in. */
export const packetInterval = 5;

/** Flows of a pair of servers, each from a port of its own to one of its own. */
export const flowsPerPair = 8;

/** First UDP port at which probes answer; each flow of a pair has one. */
export const echoPort = 9000;

/** Milliseconds by which a probe may be late before it counts as a pause of the machine. */
export const pauseThreshold = 50;

/** What a probe is asked, a line of JSON each. It answers each with a line, in order. */
export type Question =
  /** Answers packets at an address from now on. */
  | { readonly ask: 'echo'; readonly address: string }
  /** Sends to an address from now on. */
  | { readonly ask: 'send'; readonly source: string; readonly address: string }
  /** Whether every flow runs. */
  | { readonly ask: 'steady' }
  /** What came of all that was sent since it was asked last. */
  | { readonly ask: 'report' }
  /** Sends no more. */
  | { readonly ask: 'quiet' };

/** Answer to `report`. */
export interface ProbeReport {
  readonly flows: readonly FlowResult[];
  /** The longest time for which the machine did not let the probe run, in milliseconds; 0 below a threshold. */
  readonly pause: number;
  /** Packets that the kernel lost because the probe did not read them in time: not the network's. */
  readonly overrun: number;
}

export interface Done {
  readonly done: boolean;
}
