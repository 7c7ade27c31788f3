import type { PipelineStage } from '../pipeline/compilation.ts';
import type { Session } from './session.ts';

const words: Readonly<Record<PipelineStage, string>> = {
  read: 'reading the topology',
  build: 'building the graph',
  plan: 'allocating addresses',
  check: 'checking',
  lower: 'making the devices',
  render: 'rendering',
};

/** Milliseconds between two drawings of the bar. */
const interval = 50;
const barWidth = 30;

/** A line on a terminal that says how far a compilation is; elsewhere it is silent. */
export class Progress {
  readonly #session: Session;
  readonly #shown: boolean;
  #drawnAt = 0;
  #drawn = false;

  constructor(session: Session) {
    this.#session = session;
    this.#shown = session.io.stderr.isTTY === true && session.io.env['TERM'] !== 'dumb';
  }

  readonly onStage = (stage: PipelineStage): void => {
    this.#draw(words[stage]);
  };

  readonly onDevice = (done: number, total: number): void => {
    const now = performance.now();
    if (now - this.#drawnAt < interval && done < total) return;
    this.#drawnAt = now;
    const filled = Math.round((done / total) * barWidth);
    this.#draw(`${words.render} ${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${done} of ${total} devices`);
  };

  /** Takes the line away. */
  clear(): void {
    if (this.#drawn) this.#session.tell('\r\u001b[K');
    this.#drawn = false;
  }

  #draw(text: string): void {
    if (!this.#shown) return;
    this.#drawn = true;
    this.#session.tell(`\r\u001b[K${text.slice(0, (this.#session.io.stderr.columns || 80) - 1)}`);
  }
}
