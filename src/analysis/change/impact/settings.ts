import type { DeviceEdit } from '../files/compare-files.ts';
import type { ResetReason } from './impact.ts';

/** What part of a switch a changed setting is about. */
export type Scope = 'ospf' | 'bgp' | `interface ${string}` | `neighbor ${string}`;

/** Settings that reset sessions, as found in changed config lines: by device, then by part, the reasons. */
export type ChangedSettings = ReadonlyMap<string, ReadonlyMap<Scope, ReadonlySet<ResetReason>>>;

type Forms = readonly (readonly [form: RegExp, reason: ResetReason])[];

/** On an interface. A new MTU resets the interface for OSPF in FRR; elsewhere the neighbours disagree at their next start. */
const ofInterface: Forms = [
  [/^\s*ip ospf (?:hello|dead)-interval /, 'timers-changed'],
  [/^\s*ip ospf (?:authentication|message-digest-key)/, 'authentication-changed'],
  [/^\s*ip ospf area /, 'area-changed'],
  [/^\s*ip ospf network /, 'network-type-changed'],
  [/^\s*mtu /, 'mtu-changed'],
];

/** On a BGP neighbour, or a group of them. Capabilities and roles are told when a session opens, so that it opens anew. */
const ofNeighbor: Forms = [
  [/^password /, 'authentication-changed'],
  [/^(?:remote-as|local-as) /, 'as-changed'],
  [/^update-source /, 'update-source-changed'],
  [/^timers \d/, 'timers-changed'],
  [/^route-reflector-client/, 'route-reflection-changed'],
  [/^(?:additional-paths|addpath)/, 'additional-paths-changed'],
  [/^peer[- ]group \S/, 'group-changed'],
];

function classify({ section, line }: DeviceEdit): readonly [Scope, ResetReason] | undefined {
  const name = /^(?:interface|iface) (\S+)/.exec(section)?.[1];
  if (name !== undefined) {
    const reason = ofInterface.find(([form]) => form.test(line))?.[1];
    return reason && [`interface ${name}`, reason];
  }
  if (section.startsWith('router ospf')) {
    return /^\s*(?:ospf )?router-id /.test(line) ? ['ospf', 'loopback-changed'] : undefined;
  }
  if (!section.startsWith('router bgp')) return undefined;
  if (line.startsWith('router bgp')) return ['bgp', 'as-changed'];
  if (/^\s*(?:bgp )?router-id /.test(line)) return ['bgp', 'loopback-changed'];
  const neighbor = /^\s*neighbor (\S+) (.+)/.exec(line);
  const reason = neighbor && ofNeighbor.find(([form]) => form.test(neighbor[2]!))?.[1];
  return reason ? [`neighbor ${neighbor[1]}`, reason] : undefined;
}

const placeOf = ({ device, path, section, line }: DeviceEdit): string => `${device}\n${path}\n${section}\n${line}`;

/** Finds the settings that reset sessions among changed lines; lines that only changed their place are no change. */
export function changedSettings(edits: readonly DeviceEdit[]): ChangedSettings {
  const came = new Set<string>();
  const went = new Set<string>();
  for (const edit of edits) (edit.added ? came : went).add(placeOf(edit));
  const found = new Map<string, Map<Scope, Set<ResetReason>>>();
  for (const edit of edits) {
    const place = placeOf(edit);
    if (came.has(place) && went.has(place) && !edit.secretChanged) continue;
    const setting = classify(edit);
    if (!setting) continue;
    const [scope, reason] = setting;
    const ofDevice = found.get(edit.device) ?? new Map<Scope, Set<ResetReason>>();
    found.set(edit.device, ofDevice);
    ofDevice.set(scope, (ofDevice.get(scope) ?? new Set()).add(reason));
  }
  return found;
}

/** Reasons that a device's settings give for one of its parts. */
export function settingReasons(settings: ChangedSettings, device: string, scope: Scope): Iterable<ResetReason> {
  return settings.get(device)?.get(scope) ?? [];
}
