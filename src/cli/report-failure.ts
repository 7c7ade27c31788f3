import { CommanderError } from 'commander';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import { printable } from '../diagnostics/printable.ts';
import { type ExitCode, exitCode } from './exit-code.ts';
import type { Session } from './session.ts';

/** Prints what the user can do something about. */
export function tellExpected(session: Session, error: ExpectedError): void {
  const paint = session.paint(session.io.stderr);
  const hint = error.hint === undefined ? '' : `  ${paint.green('hint')}: ${printable(error.hint)}\n`;
  session.tell(`${paint.red('error')}: ${printable(error.message)}\n${hint}`);
}

function tellBug(session: Session, error: unknown): void {
  const paint = session.paint(session.io.stderr);
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  session.tell(`${paint.red('error')}: this is a bug in heddle: ${printable(text)}\n`);
  session.tell('  Please report it, with the command and the topology file that show it.\n');
  const debug = session.io.env['HEDDLE_DEBUG'] === '1';
  if (debug && error instanceof Error) session.tell(`${error.stack}\n`);
  else session.tell('  With HEDDLE_DEBUG=1 in the environment it says where it happened.\n');
}

/** Prints why a run failed; no stack trace but for a bug, when asked for. */
export function reportFailure(session: Session, error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.done : exitCode.usage;
  if (error instanceof ExpectedError) {
    tellExpected(session, error);
    return exitCode.usage;
  }
  tellBug(session, error);
  return exitCode.bug;
}
