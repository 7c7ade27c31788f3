import { pauseThreshold } from './protocol.ts';

/** Milliseconds between two looks at the clock. */
const look = 10;

/** Notices when the machine does not let this process run. */
export class PauseWatch {
  #last = performance.now();
  #longest = 0;

  constructor() {
    setInterval(() => {
      const now = performance.now();
      this.note(now - this.#last - look);
      this.#last = now;
    }, look).unref();
  }

  /** Notes that something happened so many milliseconds late. */
  note(late: number): void {
    if (late > pauseThreshold) this.#longest = Math.max(this.#longest, Math.round(late));
  }

  /** The longest pause since it was asked last, in milliseconds. */
  longest(): number {
    const longest = this.#longest;
    this.#longest = 0;
    return longest;
  }
}
