import { openSync, readSync } from 'node:fs';
import { lagIsReady } from './lag-state.ts';

/** After its members have come back, the kernel goes on telling for a while how they were before. */
const looksUntilBelieved = 3;

/** More than the kernel says of a bond of 16 members. */
const size = 32_768;

const scratch = Buffer.alloc(size);

/**
 * Looks at one bond of the network that the process is in, again and again: with one system call a look, and no more
 * where nothing is new.
 */
export class LagReader {
  readonly #file: string;
  #open: number | undefined;
  #last: Buffer = Buffer.alloc(0);
  #isReady = false;
  #looksReady = 0;

  constructor(bond: string) {
    this.#file = `/proc/net/bonding/${bond}`;
  }

  /** Whether it can carry frames, since some looks; false where it is not there. */
  isReady(): boolean {
    try {
      this.#open ??= openSync(this.#file, 'r');
      const length = readSync(this.#open, scratch, 0, size, 0);
      const now = scratch.subarray(0, length);
      if (!now.equals(this.#last)) {
        this.#last = Buffer.from(now);
        this.#isReady = lagIsReady(now.toString('utf8'));
      }
    } catch {
      this.#open = undefined;
      this.#isReady = false;
    }
    this.#looksReady = this.#isReady ? this.#looksReady + 1 : 0;
    return this.#looksReady >= looksUntilBelieved;
  }
}
