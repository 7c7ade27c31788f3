import type { Job } from '../job.ts';
import { stanza } from '../stanza.ts';

const split = (lines: readonly string[]): string[] => lines.flatMap((line) => line.split(/\r\n|[\r\n]/));

/** Lines of the user's own, after a comment that says whose they are; nothing where there are none. */
export function extraLines(lines: readonly string[] | undefined, indent: string): string {
  if (!lines || lines.length === 0) return '';
  return stanza('extra', { indent, lines: split(lines) });
}

/** Those of the switch as a whole. */
export function extraViews({ device }: Job) {
  return device.extra.length === 0 ? [] : [{ indent: '', lines: split(device.extra) }];
}
