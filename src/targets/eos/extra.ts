import type { Interface } from '../../device/device.ts';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Job } from './job.ts';
import { stanza } from './stanza.ts';

/**
 * A line of the user's own.
 * @throws ExpectedError where it is more than a line, or ends the config in the middle.
 */
function ownLine(line: string): string {
  const text = line.trimEnd();
  if (!/[^\P{C}\t]|[\u2028\u2029]/u.test(text) && text.trim() !== 'end') return text;
  throw new ExpectedError(`EOS cannot take the extra line ${JSON.stringify(line)}`, {
    hint: 'It is one line of a config without control characters, and not its end.',
  });
}

/** Lines of the user's own on an interface, after all others. */
export function interfaceExtra({ extra = [] }: Interface): string {
  return extra.length === 0 ? '' : stanza('interface-extra', { lines: extra.map(ownLine) });
}

/** Lines of the user's own about the switch, after all others. */
export function extraViews({ device }: Job) {
  return device.extra.length === 0 ? [] : [{ lines: device.extra.map(ownLine) }];
}
