import { describe, expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { devices } from './fixtures.ts';
import { meaningOf } from './model-meaning.ts';
import { render } from './parts.ts';
import { readMeaning } from './read-meaning.ts';
import { undefinedReferences } from './references.ts';

const inService = Object.keys(devices).filter((name) => !devices[name]!.maintenance);

function isNoticed(text: string, device: SwitchDevice): boolean {
  try {
    expect(readMeaning(text)).toEqual(meaningOf(device));
    return undefinedReferences(text).length > 0;
  } catch {
    return true;
  }
}

/** Not in the model, or what EOS would do without being told. */
const unnoticed = [
  /^!/,
  /^no aaa root$/,
  /^no ip routing vrf mgmt$/,
  /^dhcp client accept default-route$/,
  /^speed /,
  /^hardware speed-group /,
];

describe('EOS config', () => {
  it.each(inService)('says all that the model of %s says', (name) => {
    const device = devices[name]!;
    expect(readMeaning(render(device))).toEqual(meaningOf(device));
  });

  it.each(inService)('of %s would be seen to have lost any line', (name) => {
    const device = devices[name]!;
    const lines = render(device).trimEnd().split('\n');
    const lost = lines.filter((_, index) => !isNoticed(lines.toSpliced(index, 1).join('\n'), device));
    expect(lost.filter((line) => !unnoticed.some((one) => one.test(line.trim())))).toEqual([]);
  });

  it.each(inService)('of %s would be seen to have lost any stanza', (name) => {
    const device = devices[name]!;
    const stanzas = render(device).split(/^!\n/m);
    const lost = stanzas.filter((_, index) => !isNoticed(stanzas.toSpliced(index, 1).join('!\n'), device));
    const extra = /^(?:! |no aaa root|hardware speed-group)/;
    expect(lost.filter((stanza) => !extra.test(stanza))).toEqual([]);
  });
});
