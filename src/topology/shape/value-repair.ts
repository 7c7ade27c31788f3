import type { Schema } from '../schema/common.ts';

function typesOf(schema: Schema | undefined): readonly string[] {
  return ([] as string[]).concat((schema?.type as string | string[] | undefined) ?? []);
}

function fits(schema: Schema, text: string): boolean {
  return typeof schema.pattern === 'string' && new RegExp(schema.pattern, 'u').test(text);
}

const yesAndNo: Readonly<Record<string, string>> = { yes: 'true', on: 'true', no: 'false', off: 'false' };

/**
 * How a value of a wrong type is written right, where that is certain.
 * @param source the value as the file spells it.
 */
export function repairType(schema: Schema, value: unknown, source: string): string | undefined {
  const types = typesOf(schema);
  if (typeof value === 'number') {
    if (!types.includes('string') || !/^[\w.+-]+$/.test(source)) return undefined;
    if (fits(schema, source)) return `"${source}"`;
    // A speed without its unit.
    return fits(schema, `${source}G`) ? `${source}G` : undefined;
  }
  if (typeof value !== 'string' || source.replaceAll(/^["']|["']$/g, '') !== value) return undefined;
  const isNumber =
    /^-?(?:0|[1-9]\d{0,14})$/.test(value) || (types.includes('number') && /^-?\d{1,9}\.\d{1,9}$/.test(value));
  if (isNumber && (types.includes('integer') || types.includes('number'))) return value;
  if (types.includes('boolean')) return yesAndNo[value.toLowerCase()];
  const isList = types.includes('array') && typesOf(schema.items as Schema | undefined).includes('string');
  return isList && /^[A-Za-z][\w-]*$/.test(value) ? `[${source}]` : undefined;
}

/** Spellings that people bring from elsewhere, each in the one form that a schema may ask for. */
const spellings: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  // 25g, 25Gb, 25Gbit/s
  (text) => text.replace(/^(\d+) ?g(?:b|be|bps|bit|bit\/s)?$/i, '$1G'),
  // 52-54-00-12-34-56, 5254.0012.3456
  (text) => {
    const digits = text.replaceAll(/[-.:]/g, '').toLowerCase();
    return /^[0-9a-f]{12}$/.test(digits) ? digits.match(/../g)!.join(':') : text;
  },
  // 64512..65534, 64512 - 65534
  (text) => text.replace(/^(\d+) ?(?:\.\.|-|–) ?(\d+)$/, '$1-$2'),
  // 10.20.0.0 /16
  (text) => text.replace(/^([\d.]+|[\da-f:]+) ?\/ ?(\d+)$/i, '$1/$2'),
];

/** The text in the form that the schema asks for, where there is exactly one such spelling of it. */
export function repairForm(schema: Schema, text: string): string | undefined {
  const [found, other] = [...new Set(spellings.map((spell) => spell(text)))].filter((spelt) => fits(schema, spelt));
  return other === undefined ? found : undefined;
}
