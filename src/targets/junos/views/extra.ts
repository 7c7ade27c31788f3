import type { Job } from '../job.ts';
import { stanza } from '../stanza.ts';

/** Lines of the user's own, as they are. */
export const extraLines = (lines: readonly string[]): string => (lines.length === 0 ? '' : stanza('extra', { lines }));

export function extraViews({ device }: Job) {
  return device.extra.length === 0 ? [] : [{ lines: device.extra }];
}
