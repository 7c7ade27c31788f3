/** What came back of one flow's packets within some time. */
export interface FlowResult {
  /** Packets whose answers were waited for. */
  readonly sent: number;
  readonly lost: number;
  /** Of the lost ones those that did not arrive at the far end, and those whose answers did not come back. */
  readonly lostThere: number;
  readonly lostBack: number;
  /** Longest run of packets lost one after the other: a loss of connectivity period, in packets. */
  readonly longest: number;
  /** Runs of lost packets. */
  readonly outages: number;
  /** The run of lost packets that the flow ended with. */
  readonly endsLost: number;
  /** Answers that came after one of a later packet (RFC 4737, 3.3). */
  readonly reordered: number;
  /** Answers that came again. */
  readonly duplicates: number;
}

/** Keeps account of the answers to one flow's numbered packets. */
export class Arrivals {
  #seen = new Set<number>();
  #from = 0;
  /** One above the highest number that came: NextExp of RFC 4737. */
  #next = 0;
  #reordered = 0;
  #duplicates = 0;
  /** Packets that the far end has not got so far, as its answers tell: now, and when the account was closed last. */
  #missed = 0;
  #missedBefore = 0;
  /** Whether the account that was closed last ended with lost packets. */
  #endedLost = false;

  /** True where at least so many packets, the last ones, were answered without a gap. */
  isSteady(packets: number): boolean {
    return this.#next >= packets && this.hasAll(this.#next - packets, this.#next);
  }

  /** True where all answers to packets `from` to below `to` are there. */
  hasAll(from: number, to: number): boolean {
    for (let number = Math.max(from, this.#from); number < to; number += 1) if (!this.#seen.has(number)) return false;
    return true;
  }

  /**
   * Notes an answer.
   * @param arrived how many packets of the flow the far end had got, this one included.
   */
  note(number: number, arrived: number): void {
    // Counted as lost already.
    if (number < this.#from) return;
    if (this.#seen.has(number)) {
      this.#duplicates += 1;
      return;
    }
    this.#seen.add(number);
    if (number < this.#next) this.#reordered += 1;
    else this.#next = number + 1;
    this.#missed = Math.max(this.#missed, number + 1 - arrived);
    if (this.#endedLost) {
      // What of it got lost before the account was closed is in no account's directions.
      this.#missedBefore = Math.max(this.#missedBefore, this.#missed - (number - this.#from));
      this.#endedLost = false;
    }
  }

  /** The account of all packets below `to` since it was closed last; closes it. */
  close(to: number): FlowResult {
    let run = 0;
    let longest = 0;
    let outages = 0;
    let lost = 0;
    for (let number = this.#from; number < to; number += 1) {
      if (this.#seen.has(number)) run = 0;
      else {
        lost += 1;
        run += 1;
        if (run === 1) outages += 1;
        longest = Math.max(longest, run);
      }
    }
    // Which way those got lost that nothing came after, nobody tells.
    const known = lost - run;
    const lostThere = Math.min(known, this.#missed - this.#missedBefore);
    const result = {
      sent: to - this.#from,
      lost,
      lostThere,
      lostBack: known - lostThere,
      longest,
      outages,
      endsLost: run,
      reordered: this.#reordered,
      duplicates: this.#duplicates,
    };
    this.#missedBefore = this.#missed;
    this.#endedLost = run > 0;
    this.#seen = new Set([...this.#seen].filter((number) => number >= to));
    this.#from = to;
    this.#reordered = 0;
    this.#duplicates = 0;
    return result;
  }
}
