import { spawn } from 'node:child_process';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { findRunning, openLab } from '../../lab/host/labs.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { inGuest, isInGuest } from './in-guest.ts';
import { type LabOptions, expectLabHost, queryOf } from './lab-session.ts';

/** Each device finds FRR's sockets and config where a machine of its own would have them. */
const inDevice =
  'hostname "$1"; for folder in /run/frr /etc/frr; do [ -d $folder/"$1" ] && mount --bind $folder/"$1" $folder; done; ' +
  'device=$1; shift; exec nsenter --net=/run/netns/"$device" "$@"';

/**
 * Runs a command on a device of a running lab, with the streams of this process.
 * @returns as the command did.
 */
export async function execute(
  session: Session,
  file: string,
  device: string,
  command: readonly string[],
  options: LabOptions,
): Promise<ExitCode> {
  expectLabHost();
  const known = findRunning(queryOf(session, file, options));
  if (!known) throw new ExpectedError(`No lab of ${file} runs`, { hint: `heddle lab up ${file} starts one` });
  if (isInGuest(known, options)) return inGuest(session, known, process.stdin);
  const open = await openLab(known);
  const { status: found } = await open.namespaces.try(['test', '-e', `/run/netns/${device}`]);
  if (found !== 0 || !/^[\w.-]+$/.test(device)) throw new ExpectedError(`The lab of ${file} has no device ${device}`);
  const inner = ['unshare', '--mount', '--uts', 'sh', '-c', inDevice, 'sh', device, ...command];
  const [program = '', ...args] = open.namespaces.entering(undefined, inner);
  const code = await new Promise<number | null>((resolve, reject) => {
    spawn(program, args, { stdio: 'inherit' }).on('error', reject).on('close', resolve);
  });
  return code === 0 ? exitCode.done : exitCode.problems;
}
