import type { SwitchDevice } from '../../device/device.ts';
import { drainLines } from './drain-lines.ts';
import type { Wishes } from './order.ts';
import type { Plan } from '../../plan/plan.ts';
import type { ExpansionInput } from './steps.ts';
import type { Wiring } from './wiring.ts';

/** A file that a build would write otherwise than it is. */
export interface ChangedFile {
  readonly device: string;
  readonly path: string;
  /** Of a unified diff, each with the stanza that it begins in. */
  readonly hunks: readonly { readonly section: string; readonly lines: readonly string[] }[];
}

/** True where the lines that come (`+`) or go (`-`) have one by which the switch is drained. */
function hasDrainLine(device: SwitchDevice, files: readonly ChangedFile[], sign: '+' | '-'): boolean {
  if (files.length === 0) return false;
  const known = drainLines(device);
  return files.some(({ hunks }) =>
    hunks.some((hunk) => hunk.lines.some((line) => line.startsWith(sign) && known.has(line.slice(1).trim()))),
  );
}

/** Routing protocols tell neighbours to go elsewhere; nothing does where links are bridged. */
function canDrain({ fabric }: Plan): boolean {
  return fabric.traits.links === 'routed';
}

/** What a change asks for beside its wiring, and which switches were drained before it. */
export function wishesOf(
  { plan, devices, files, drained: given }: ExpansionInput,
  old: Wiring,
): { wishes: Wishes; drained: ReadonlySet<string> } {
  const drains = canDrain(plan);
  const byDevice = new Map<string, ChangedFile[]>();
  for (const file of files ?? []) byDevice.set(file.device, [...(byDevice.get(file.device) ?? []), file]);
  const kept = devices.filter((one): one is SwitchDevice => one.kind === 'switch' && old.switches.has(one.name));
  const wasDrained = (device: SwitchDevice): boolean => {
    if (!files) return false;
    const own = byDevice.get(device.name) ?? [];
    // A file that differs too much to be read line by line may have come to drain.
    const unread = own.some(({ hunks }) => hunks.length === 0);
    return device.maintenance ? !unread && !hasDrainLine(device, own, '+') : hasDrainLine(device, own, '-');
  };
  const drained = new Set(
    !drains
      ? []
      : given
        ? [...given].filter((name) => old.switches.has(name))
        : kept.filter(wasDrained).map(({ name }) => name),
  );
  const { fabric } = plan;
  const byZone = fabric.zones.length > 1;
  const groups = new Map(
    fabric.switches.map(({ name, rack, pod }) => [name, (byZone && rack ? rack.zone.name : pod?.name) ?? '']),
  );
  return {
    drained,
    wishes: {
      drains,
      drained,
      drain: kept.flatMap(({ name, maintenance }) => (drains && maintenance && !drained.has(name) ? [name] : [])),
      undrain: kept.flatMap(({ name, maintenance }) => (drains && !maintenance && drained.has(name) ? [name] : [])),
      idle: new Set(fabric.switches.flatMap(({ name, maintenance }) => (maintenance ? [name] : []))),
      changed: new Set(byDevice.keys()),
      groupOf: (name) => groups.get(name) ?? '',
    },
  };
}
