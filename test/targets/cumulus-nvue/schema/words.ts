/** A JSON Schema fragment. */
export type Schema = Readonly<Record<string, unknown>>;

export const closed = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

/** Keys by a pattern, each with such a value. */
export const each = (pattern: string, value: Schema): Schema => ({
  type: 'object',
  patternProperties: { [pattern]: value },
  additionalProperties: false,
  minProperties: 1,
});

export const empty: Schema = { type: 'object', maxProperties: 0 };
export const one = (...values: (string | number)[]): Schema => ({ enum: values });
export const between = (minimum: number, maximum: number): Schema => ({ type: 'integer', minimum, maximum });
export const text: Schema = { type: 'string', pattern: '^[ -~]+$', maxLength: 255 };
export const word: Schema = { type: 'string', pattern: '^[!-~]+$' };
export const onOff = one('on', 'off');

export const v4 = '[0-9]{1,3}([.][0-9]{1,3}){3}';
export const v6 = '[0-9a-f:]*:[0-9a-f:.]*';
export const ip: Schema = { type: 'string', pattern: `^(${v4}|${v6})$` };
export const ipv4: Schema = { type: 'string', pattern: `^${v4}$` };
export const ipKey = `^(${v4}|${v6})$`;
export const prefixKey = `^(${v4}|${v6})/[0-9]{1,3}$`;
export const hostKey = '^[A-Za-z0-9:][A-Za-z0-9.:-]*$';
export const mac: Schema = { type: 'string', pattern: '^([0-9a-f]{2}:){5}[0-9a-f]{2}$' };
export const vlanKey = '^[1-9][0-9]{0,3}$';
export const vlan = between(1, 4094);
export const vrf: Schema = { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,14}$' };
/** "Route map and prefix list names must start with a letter and can contain letters, digits, underscores and dashes." */
export const nameKey = '^[A-Za-z][A-Za-z0-9_-]*$';
export const name: Schema = { type: 'string', pattern: nameKey };
export const sequenceKey = '^[1-9][0-9]*$';
export const portKey = '^(swp[0-9]+(s[0-7])?)$';
