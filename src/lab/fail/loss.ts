import { type ProbeReport, packetInterval } from './probe/protocol.ts';

/** What a failure, or its end, did to all flows. Packets are round trips. */
export interface Loss {
  readonly flows: number;
  /** Flows that lost packets. */
  readonly affected: number;
  readonly lostPackets: number;
  /** Of those: requests that did not arrive, and answers; the rest is of flows that ended lost. */
  readonly lostThere: number;
  readonly lostBack: number;
  /** Of the worst flow, the longest loss of connectivity period (RFC 6412), in milliseconds, from lost packets. */
  readonly longest: number;
  /** Runs of lost packets of the flow that has most. */
  readonly outages: number;
  /** Flows of whose last second nothing came back. */
  readonly cut: number;
  /** Packets that came after a later one (RFC 4737), and that came twice. */
  readonly reordered: number;
  readonly duplicates: number;
  /** The longest time in milliseconds for which the machine paused a probe: outages are not exact to more than that. */
  readonly pause: number;
  /** Lost packets that probes did not read in time: not the network's. */
  readonly overrun: number;
}

/** Milliseconds without an answer at the end after which a flow counts as cut. */
const cutAfter = 1000;

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
const most = (values: readonly number[]): number => Math.max(0, ...values);

/** All probes' reports as one. */
export function summarise(reports: readonly ProbeReport[]): Loss {
  const flows = reports.flatMap((one) => one.flows);
  return {
    flows: flows.length,
    affected: flows.filter(({ lost }) => lost > 0).length,
    lostPackets: sum(flows.map(({ lost }) => lost)),
    lostThere: sum(flows.map((one) => one.lostThere)),
    lostBack: sum(flows.map((one) => one.lostBack)),
    longest: most(flows.map((one) => one.longest)) * packetInterval,
    outages: most(flows.map((one) => one.outages)),
    cut: flows.filter(({ endsLost }) => endsLost * packetInterval >= cutAfter).length,
    reordered: sum(flows.map((one) => one.reordered)),
    duplicates: sum(flows.map((one) => one.duplicates)),
    pause: most(reports.map(({ pause }) => pause)),
    overrun: sum(reports.map(({ overrun }) => overrun)),
  };
}
