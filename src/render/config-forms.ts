/**
 * What kinds of lines there are in the configs of a system, for those who compare configs without being that system. Every
 * form is tried on a line below those that it stands in, outermost first: one a line, without indentation, and without
 * the comma at their end.
 */
export interface ConfigForms {
  /** Lines with a secret, which is their last group. */
  readonly secrets: readonly RegExp[];
  /** Settings that reset sessions, or that the far end of a link must follow. A line may be several. */
  readonly settings: readonly SettingForm[];
}

/** What a line sets. `far-end` is what both ends of a cable must agree on beside the MTU: VLANs, LAGs. */
export type Setting =
  | 'area'
  | 'additional-paths'
  | 'as'
  | 'authentication'
  | 'families'
  | 'far-end'
  | 'group'
  | 'mlag'
  | 'mtu'
  | 'network-type'
  | 'route-reflection'
  | 'router-id'
  | 'timers'
  | 'update-source';

export interface SettingForm {
  /**
   * Named groups say whose setting it is: `interface` (with `unit`, where that stands apart), or `neighbor` or `group` of
   * BGP; without them it is the process's. The setting's value is the group `value` and all that follows the match.
   */
  readonly form: RegExp;
  /** Whose sessions: those over the interface (`link`), or those of one protocol. */
  readonly of: 'link' | 'ospf' | 'ospf3' | 'bgp' | 'mlag';
  readonly setting: Setting;
}

/** Makes forms of one protocol from what begins each of them, and what follows by setting. */
export function settingForms(
  of: SettingForm['of'],
  before: string,
  after: Readonly<Partial<Record<Setting, string>>>,
): SettingForm[] {
  return Object.entries(after).map(([setting, rest]) => ({
    of,
    setting: setting as Setting,
    form: new RegExp(before + rest),
  }));
}
