import { bringUp } from '../../lab/network/bring-up.ts';
import { noteReady } from '../../lab/host/lab-record.ts';
import { type LabQuery, type OpenLab, createLab, removeDead, removeLab } from '../../lab/host/labs.ts';
import { writeDevices } from '../../lab/network/write-devices.ts';
import type { Session } from '../session.ts';
import type { ReadyLab } from './lab-session.ts';

/** Signals by which people end a command. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Says what the lab is, and what of the fabric it leaves out. */
export function tellNotes(session: Session, { lab }: ReadyLab): void {
  for (const note of lab.notes) session.tell(`  ${note}\n`);
}

/** Removes labs that were killed, and says so. */
export async function tidy(session: Session, runtime: string): Promise<void> {
  for (const name of await removeDead(runtime)) session.tell(`Removed what was left of the lab ${name}.\n`);
}

/**
 * Starts a lab; where that fails, nothing of it stays.
 * @param options.transient the lab ends with this process.
 */
export async function startLab(
  session: Session,
  query: LabQuery,
  ready: ReadyLab,
  options: { transient: boolean },
): Promise<{ open: OpenLab; end: () => Promise<void> }> {
  await tidy(session, query.runtime);
  const { known, open } = await createLab(query, { ...options, cut: ready.cut });
  const end = (): Promise<void> => removeLab(known);
  const interrupted = (): void => {
    void end().finally(() => process.exit(130));
  };
  for (const signal of endings) process.once(signal, interrupted);
  try {
    const devices = writeDevices(known.folder, ready.lab, ready.files());
    await bringUp(open.namespaces, devices, ready.lab, (stage) => session.tell(`  ${stage}\n`));
    noteReady(known.folder);
    return { open, end };
  } catch (error) {
    await end();
    throw error;
  } finally {
    // A transient lab ends with the process anyway.
    if (!options.transient) for (const signal of endings) process.removeListener(signal, interrupted);
  }
}
