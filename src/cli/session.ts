import { type Paint, paintWith } from '../diagnostics/paint.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Io, Stream } from './io.ts';

/** One run of the command line: where it prints, and how it ends. */
export class Session {
  readonly io: Io;
  /** Arguments after the name of the program. */
  readonly argv: readonly string[];
  /** False for `--no-color`. */
  colourWanted = true;
  exitCode: ExitCode = exitCode.done;

  constructor(io: Io, argv: readonly string[] = []) {
    this.io = io;
    this.argv = argv;
  }

  /** Prints a result. */
  print(text: string): void {
    this.io.stdout.write(text);
  }

  /** Prints something about the run. */
  tell(text: string): void {
    this.io.stderr.write(text);
  }

  /** True where colours can be seen and are not turned off (https://no-color.org). */
  hasColour(stream: Stream): boolean {
    const { NO_COLOR, TERM } = this.io.env;
    return this.colourWanted && stream.isTTY === true && !NO_COLOR && TERM !== 'dumb';
  }

  paint(stream: Stream): Paint {
    return paintWith(this.hasColour(stream));
  }
}
