import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import type { Span } from '../../diagnostics/span.ts';
import { type Form, formOf } from './forms.ts';
import { enoughItems, expectedForm, expectedType, knownChoice, withinRange } from '../problems/shape.ts';
import type { Schema } from '../schema/common.ts';
import { repairForm, repairType } from './value-repair.ts';
import { found, kindOf, oneOf } from '../words.ts';

const typeWords: Readonly<Record<string, string>> = {
  integer: 'an integer',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

function typesOf(schema: Schema): readonly string[] {
  return ([] as string[]).concat((schema.type as string | string[] | undefined) ?? []);
}

function patternForm(schema: Schema): Form | undefined {
  return typeof schema.pattern === 'string' ? formOf(schema.pattern) : undefined;
}

function expectedOf(schema: Schema): string {
  if (Array.isArray(schema.enum)) return oneOf(schema.enum.map(String));
  const types = typesOf(schema);
  const form = types.length === 1 ? patternForm(schema) : undefined;
  return form?.words ?? oneOf(types.map((type) => typeWords[type] ?? type));
}

function typeHint(schema: Schema, value: unknown, source: string): string | undefined {
  const types = typesOf(schema);
  if (typeof value === 'string') {
    const isNumber = types.includes('integer') || types.includes('number');
    if (isNumber && /^-?\d+(\.\d+)?$/.test(value)) return `Write it without quotes: ${value}`;
    if (types.includes('boolean') && /^(yes|no|on|off)$/i.test(value)) return 'YAML 1.2 has true and false only.';
    if (types.includes('array')) return `Put it in brackets: [${value.slice(0, 60)}]`;
  }
  const isWord = (typeof value === 'number' || typeof value === 'boolean') && schema.enum === undefined;
  if (isWord && types.includes('string') && new RegExp(String(schema.pattern ?? ''), 'u').test(source)) {
    return `Put it in quotes: "${source}"`;
  }
  if (value === null && types.includes('array')) return 'An empty list is written [].';
  if (value === null && types.includes('object')) return 'An empty map is written {}.';
  return undefined;
}

function rangeWords({ minimum, maximum, exclusiveMinimum }: Schema): string {
  if (exclusiveMinimum !== undefined) return `more than ${exclusiveMinimum} and at most ${maximum}`;
  return `from ${minimum} to ${maximum}`;
}

/** The diagnostic of a value that the schema refuses. */
export function diagnoseValue(error: ErrorObject, path: string, span: Span): Diagnostic {
  const schema = error.parentSchema as Schema;
  const value: unknown = error.data;
  switch (error.keyword) {
    case 'type': {
      const source = span.file.text.slice(span.start, span.end);
      const hint = typeHint(schema, value, source);
      const isSecret = patternForm(schema)?.isSecret === true;
      const repaired = isSecret ? undefined : repairType(schema, value, source);
      const data = {
        path,
        expected: expectedOf(schema),
        found: isSecret ? kindOf(value) : found(value),
        ...(hint === undefined ? {} : { hint }),
        ...(repaired === undefined ? {} : { repaired }),
      };
      return diagnose(expectedType, data, span);
    }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
      return diagnose(withinRange, { path, value: value as number, range: rangeWords(schema) }, span);
    case 'enum':
      return diagnose(
        knownChoice,
        { path, value: String(value), choices: (schema.enum as unknown[]).map(String) },
        span,
      );
    case 'minItems':
      return diagnose(enoughItems, { path, least: schema.minItems as number }, span);
    case 'maxLength': {
      const form = `at most ${String(schema.maxLength)} characters long`;
      return diagnose(expectedForm, { path, form }, span);
    }
    case 'pattern': {
      const { words, isSecret } = formOf(schema.pattern as string);
      const example = (schema.examples as readonly string[] | undefined)?.[0];
      const repaired = isSecret ? undefined : repairForm(schema, value as string);
      const data = {
        path,
        form: words,
        ...(isSecret ? {} : { value: value as string }),
        ...(example === undefined ? {} : { example }),
        ...(repaired === undefined ? {} : { repaired }),
      };
      return diagnose(expectedForm, data, span);
    }
    default:
      throw new Error(`the keyword ${error.keyword} of the schema has no words`);
  }
}
