import type { Setting, SettingForm } from '../../../render/config-forms.ts';
import type { DeviceEdit } from '../files/compare-files.ts';
import type { ResetReason } from './impact.ts';

/** What part of a switch a changed setting is about. */
export type Scope = 'ospf' | 'ospf3' | 'bgp' | 'mlag' | `${'ospf' | 'ospf3' | 'link'} ${string}` | `neighbor ${string}`;

/** Settings that reset sessions, as found in changed config lines: by device, then by part, the reasons. */
export type ChangedSettings = ReadonlyMap<string, ReadonlyMap<Scope, ReadonlySet<ResetReason>>>;

/** Lines that a target's configs have, by the name of the device. */
export type FormsOf = (device: string) => readonly SettingForm[];

/** A new MTU starts the interface anew on some systems; on all, OSPF neighbours disagree at their next start. */
const reasons: Readonly<Partial<Record<Setting, ResetReason>>> = {
  area: 'area-changed',
  'additional-paths': 'additional-paths-changed',
  as: 'as-changed',
  authentication: 'authentication-changed',
  families: 'families-changed',
  group: 'group-changed',
  mlag: 'mlag-changed',
  mtu: 'mtu-changed',
  'network-type': 'network-type-changed',
  'route-reflection': 'route-reflection-changed',
  'router-id': 'loopback-changed',
  timers: 'timers-changed',
  'update-source': 'update-source-changed',
};

/** The name of an interface as it is compared: SONiC shortens it where it has subinterfaces, and unit 0 is Junos' own. */
export function plainInterface(name: string): string {
  return name.replace(/^Eth(?=\d)/, 'Ethernet').replace(/\.0$/, '');
}

/** A setting that a line has: whose, which, and its value. */
interface Found {
  readonly scope: Scope;
  readonly setting: Setting;
  readonly value: string;
}

function scopeOf(of: SettingForm['of'], groups: Readonly<Record<string, string | undefined>>): Scope {
  const { interface: name, unit, neighbor, group } = groups;
  const process = of === 'link' ? 'link ' : of;
  if (of === 'bgp' || of === 'mlag') {
    const whose = neighbor ?? group;
    return whose === undefined || of === 'mlag' ? of : `neighbor ${plainInterface(whose)}`;
  }
  if (name === undefined) return process;
  return `${of} ${plainInterface(unit === undefined ? name : `${name}.${unit}`)}`;
}

function* settingsOf({ within, line }: DeviceEdit, forms: readonly SettingForm[]): Generator<Found> {
  const place = within + line.trim().replace(/,$/, '');
  for (const { form, of, setting } of forms) {
    const match = form.exec(place);
    if (!match || match.index + match[0].length < within.length) continue;
    const { groups = {} } = match;
    const value = `${groups['value'] ?? ''} ${place.slice(match.index + match[0].length)}`;
    yield { scope: scopeOf(of, groups), setting, value };
  }
}

/** Values that a setting had or has, and whether a secret among them is another. */
interface Values {
  readonly scope: Scope;
  readonly setting: Setting;
  readonly came: Set<string>;
  readonly went: Set<string>;
  secretChanged: boolean;
}

const same = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((value) => other.has(value));

/** The settings that have other values than before, by device; lines that only changed their place are no change. */
export function otherSettings(
  edits: readonly DeviceEdit[],
  formsOf: FormsOf,
): ReadonlyMap<string, readonly { readonly scope: Scope; readonly setting: Setting }[]> {
  const byDevice = new Map<string, Map<string, Values>>();
  for (const edit of edits) {
    for (const { scope, setting, value } of settingsOf(edit, formsOf(edit.device))) {
      const ofDevice = byDevice.get(edit.device) ?? new Map<string, Values>();
      byDevice.set(edit.device, ofDevice);
      const key = `${scope}\n${setting}`;
      const values = ofDevice.get(key) ?? { scope, setting, came: new Set(), went: new Set(), secretChanged: false };
      ofDevice.set(key, values);
      (edit.added ? values.came : values.went).add(value);
      if (edit.secretChanged) values.secretChanged = true;
    }
  }
  const changed = [...byDevice].map(([device, all]) => {
    const others = [...all.values()].filter(({ came, went, secretChanged }) => secretChanged || !same(came, went));
    return [device, others.map(({ scope, setting }) => ({ scope, setting }))] as const;
  });
  return new Map(changed);
}

/** The reasons for resets among the settings that have other values. */
export function changedSettings(others: ReturnType<typeof otherSettings>): ChangedSettings {
  const found = new Map<string, Map<Scope, Set<ResetReason>>>();
  for (const [device, settings] of others) {
    const ofDevice = new Map<Scope, Set<ResetReason>>();
    for (const { scope, setting } of settings) {
      const reason = reasons[setting];
      if (reason) ofDevice.set(scope, (ofDevice.get(scope) ?? new Set()).add(reason));
    }
    found.set(device, ofDevice);
  }
  return found;
}

/** Reasons that a device's settings give for one of its parts. */
export function settingReasons(settings: ChangedSettings, device: string, scope: Scope): Iterable<ResetReason> {
  return settings.get(device)?.get(scope) ?? [];
}
