import { type Failures, Cables } from '../../analysis/forwarding/routers.ts';
import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device } from '../../device/device.ts';
import { each } from '../host/each.ts';
import type { Namespaces } from '../host/namespaces.ts';
import { type BondState, type LacpState, readBond } from '../state/bond-state.ts';
import type { Finding } from '../state/finding.ts';
import { predictBonds } from '../state/predict-bonds.ts';

/** At how many devices is looked at the same time. */
const atOnce = 4;

const list = 'for file in /proc/net/bonding/*; do [ -f "$file" ] && echo "=== $file" && cat "$file"; done; true';

/** Bonds of a device's kernel, by name. */
async function bondsIn(lab: Namespaces, device: string): Promise<Map<string, BondState>> {
  const text = await lab.run(['sh', '-c', list], { device });
  const [, ...parts] = text.split(/^=== \/proc\/net\/bonding\/(.*)$/m);
  const found = new Map<string, BondState>();
  for (let index = 0; index + 1 < parts.length; index += 2)
    found.set(parts[index] ?? '', readBond(parts[index + 1] ?? ''));
  return found;
}

const named = (words: string, names: readonly string[]): string => `${words} ${names.join(' ') || 'none'}`;

function lacpTexts({ partnerRate, partners }: LacpState): string[] {
  const count =
    partners === 0 ? 'no far end answers' : `members end on ${partners} ${partners === 1 ? 'system' : 'systems'}`;
  return [count, ...(partners === 0 ? [] : [`the far end asks for frames at the ${partnerRate} rate`])];
}

/** Where a bond differs from its prediction: what it is set to, then what LACP makes of it. */
export function compareBonds(device: string, subject: string, own: BondState, seen: BondState | undefined): Finding[] {
  if (!seen) return [{ check: 'bond', device, subject, predicted: 'a bond', found: 'none' }];
  const texts = (one: BondState): Record<'bond' | 'lacp', string[]> => ({
    bond: [`mode ${one.mode}`, named('members', one.members), ...(one.lacp ? [`LACP rate ${one.lacp.rate}`] : [])],
    lacp: [named('packets over', one.used), ...(one.lacp && own.lacp ? lacpTexts(one.lacp) : [])],
  });
  const [planned, found] = [texts(own), texts(seen)];
  return (['bond', 'lacp'] as const).flatMap((check): Finding[] => {
    const [here, there] = [planned[check], found[check]];
    const missing = here.filter((text) => !there.includes(text)).join(', ');
    const other = there.filter((text) => !here.includes(text)).join(', ');
    return missing === other
      ? []
      : [{ check, device, subject, predicted: missing || 'nothing else', found: other || 'nothing of it' }];
  });
}

/** Compares every bond with its plan; for labs whose kernel has bonds. */
export async function checkBonds(
  lab: Namespaces,
  devices: readonly Device[],
  running: readonly Device[],
  failures: Failures,
): Promise<Finding[]> {
  const cables = new Cables(devices, failures);
  const bonded = running.filter(({ interfaces }) => interfaces.some(({ kind }) => kind === 'lag'));
  const found = await each(bonded, atOnce, async (device) => {
    const ports = device.interfaces.flatMap((one) => (one.kind === 'ethernet' ? one : []));
    const up = new Set(ports.filter((one) => cables.isUp(device.name, one)).map(({ port }) => portKey(port)));
    const seen = await bondsIn(lab, device.name);
    return [...predictBonds(device, devices, (port) => up.has(port))].flatMap(([name, own]) =>
      compareBonds(device.name, name, own, seen.get(name)),
    );
  });
  return found.flat();
}
