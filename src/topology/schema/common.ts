/** A JSON Schema fragment; the sections of the schema are plain data. */
export type Schema = Readonly<Record<string, unknown>>;

/** Host and device names: one DNS label (RFC 1123), so that no vendor has to alter it. */
export const namePattern = '^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$';

/** A name with placeholders in braces. */
export const patternPattern = '^[A-Za-z0-9{]([A-Za-z0-9{}.,-]{0,125}[A-Za-z0-9}])?$';

/** One line of text that shows all there is of it: no controls, nothing invisible, nothing that turns the order round. */
export const linePattern = '^[^\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]*$';

/** A place as people name it; its first character keeps a spreadsheet from reading a formula. */
export const placePattern = '^[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._,:/()+-]*$';

/** Name in the IANA time zone database. */
export const timezonePattern = '^[A-Za-z0-9]+([/_+-][A-Za-z0-9]+)*$';

/** A line of authorized_keys without options: type, key, and a comment that is plain words. */
export const sshKeyPattern = '^[a-z0-9][a-z0-9@.-]* [A-Za-z0-9+/]+={0,3}( [\\p{L}\\p{M}\\p{N} @._:/()+,-]*)?$';

/** Id of something that heddle knows. */
export const wordPattern = '^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$';

/** A prefix, or the address of one host. */
export const clientPattern = '^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$';

/** Interface names that every tool of a Linux host takes as they are: IFNAMSIZ, and no character that a config format expands. */
export const interfacePattern = '^[A-Za-z0-9][A-Za-z0-9._-]{0,14}$';

/** DNS domain (RFC 1123). */
export const domainPattern = '^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?([.][A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$';

/** Host name, domain name or address. */
export const hostPattern = '^[A-Za-z0-9:]([A-Za-z0-9.:-]*[A-Za-z0-9:])?$';

export const name = (description: string): Schema => ({ type: 'string', pattern: namePattern, description });

export const pattern = (description: string): Schema => ({ type: 'string', pattern: patternPattern, description });

/** A word of heddle's own, such as the id of a platform. */
export const word = (description: string, maxLength: number): Schema => ({
  type: 'string',
  pattern: wordPattern,
  maxLength,
  description,
});

export const line = (description: string, maxLength = 200): Schema => ({
  type: 'string',
  pattern: linePattern,
  maxLength,
  description,
});

export const integer = (description: string, minimum: number, maximum: number, fallback?: number): Schema => ({
  type: 'integer',
  minimum,
  maximum,
  description,
  ...(fallback === undefined ? {} : { default: fallback }),
});

export const flag = (description: string, fallback: boolean): Schema => ({
  type: 'boolean',
  description,
  default: fallback,
});

export const choice = (description: string, options: readonly string[], fallback?: string): Schema => ({
  type: 'string',
  enum: options,
  description,
  ...(fallback === undefined ? {} : { default: fallback }),
});

export const speed = (description: string): Schema => ({
  type: 'string',
  pattern: '^(1|10|25|40|50|100|200|400|800)G$',
  description,
  examples: ['10G', '25G', '100G', '400G'],
});

export const prefix = (description: string, example: string): Schema => ({
  type: 'string',
  pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$',
  description,
  examples: [example],
});

/** One prefix, or one of each address family. */
export const pool = (description: string, example: string): Schema => ({
  type: ['string', 'array'],
  pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$',
  items: { type: 'string', pattern: '^[0-9A-Fa-f:.]+/[0-9]{1,3}$', description: 'A prefix.' },
  minItems: 1,
  description: `${description} A prefix of IPv4 or IPv6, or a list with one of each.`,
  examples: [example],
});

export const address = (description: string): Schema => ({
  type: 'string',
  pattern: '^[0-9A-Fa-f:.]+$',
  description,
});

/** A reference to a secret: `env:NAME` or `file:PATH`. */
export const secretPattern = '^(env:[A-Za-z_][A-Za-z0-9_]{0,254}|file:[A-Za-z0-9._/~@+-]{1,1024})$';

/** Where a secret is read at build time; the file itself never holds it. */
export const secret = (description: string): Schema => ({
  type: 'string',
  pattern: secretPattern,
  description: `${description} Given by reference: env:NAME reads the environment variable NAME when building, file:PATH the first line of a file, relative to this one.`,
  examples: ['env:OSPF_KEY', 'file:secrets/ospf-key'],
});

export const list = (items: Schema, description: string, extra: Schema = {}): Schema => ({
  type: 'array',
  items,
  description,
  ...extra,
});

/** An object that refuses unknown properties. */
export const object = (
  title: string,
  description: string,
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema => ({ type: 'object', title, description, properties, required, additionalProperties: false });

/** An object whose keys are names that the user chooses. */
export const mapOf = (description: string, value: Schema, keyPattern = namePattern): Schema => ({
  type: 'object',
  description,
  additionalProperties: value,
  propertyNames: { pattern: keyPattern },
});
