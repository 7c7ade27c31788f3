import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import type { LabDevice } from '../lab-device.ts';
import { boxOf } from './apply.ts';

/** Milliseconds that networkd may take until all its interfaces are as the files say. */
const most = 180_000;

/** How far networkd is with each of a device's interfaces, by their files; networkctl asks over D-Bus, of which there is none. */
function administrativeStates(device: LabDevice): string[] {
  const folder = join(boxOf(device), 'run/systemd/netif/links');
  try {
    return readdirSync(folder).map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return /^ADMIN_STATE=(\S+)/m.exec(text)?.[1] ?? 'unknown';
    });
  } catch {
    // It has not begun, or just replaces a file.
    return [];
  }
}

const isSettled = (state: string): boolean => state === 'configured' || state === 'unmanaged';

/**
 * Waits until networkd has configured all interfaces of a device.
 * @throws ExpectedError where it fails, or takes too long, with its last words.
 */
export async function waitForNetworkd(device: LabDevice): Promise<void> {
  for (let waited = 0; waited < most; waited += 100) {
    const states = administrativeStates(device);
    if (states.length > 0 && states.every(isSettled)) return;
    if (states.includes('failed')) break;
    await sleep(100);
  }
  const log = readFileSync(join(boxOf(device), 'run/systemd/networkd.log'), 'utf8')
    .trim()
    .split('\n')
    .slice(-5);
  throw new ExpectedError(`systemd-networkd of ${device.name} did not configure all interfaces: ${log.join('\n')}`);
}
