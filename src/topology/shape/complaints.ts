import type { ErrorObject } from 'ajv';
import { type Diagnostic, diagnose } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/suggest.ts';
import { formOf } from './forms.ts';
import { type DataPath, type Plain, type PlainMap, pathText, valueAt } from '../plain.ts';
import { knownProperties, requiredProperties, validKey } from '../problems/shape.ts';
import type { Schema } from '../schema/common.ts';
import { topologySchema } from '../schema/schema.ts';
import type { SpanIndex } from '../span-index.ts';
import { diagnoseValue } from './value-complaint.ts';

/** A mistake that the schema found, and what can be done about it so that reading goes on. */
export interface Complaint {
  readonly diagnostic: Diagnostic;
  /** Tells apart what is missing from the same map; the same mistake in two uses of an alias is one. */
  readonly about?: string;
  readonly remedy:
    | { readonly kind: 'rename'; readonly holder: PlainMap; readonly from: string; readonly to: string }
    | { readonly kind: 'delete'; readonly holder: PlainMap; readonly key: string }
    /** The value at the path cannot stay. */
    | { readonly kind: 'give-up'; readonly path: DataPath };
  /** The list is too short, which may be the doing of an earlier remedy. */
  readonly shortList?: object;
}

function parsePointer(pointer: string, root: Plain): DataPath {
  const path: (string | number)[] = [];
  let value: Plain | undefined = root;
  for (const part of pointer.split('/').slice(1)) {
    const word = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path.push(Array.isArray(value) ? Number(word) : word);
    value = value === undefined ? undefined : valueAt(value, path.slice(-1));
  }
  return path;
}

/** The schema with the keyword that an error is of. */
function schemaOf({ schemaPath }: ErrorObject): Schema {
  let schema: unknown = topologySchema;
  for (const part of schemaPath.split('/').slice(1, -1)) {
    const word = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    schema = (schema as Schema)[word];
  }
  return schema as Schema;
}

/** Turns the errors of a validation into complaints, one for each mistake. */
export function complaintsOf(found: readonly ErrorObject[], root: PlainMap, spans: SpanIndex): Complaint[] {
  const errors = found.map((error) => ({
    ...error,
    parentSchema: schemaOf(error),
    data: valueAt(root, parsePointer(error.instancePath, root)),
  }));
  const renames = misspelt(errors);
  const complaints: Complaint[] = [];
  const judged = new Set<string>();
  for (const error of errors) {
    if (error.propertyName !== undefined && error.keyword !== 'propertyNames') continue;
    const isAboutValue = !['required', 'additionalProperties', 'propertyNames'].includes(error.keyword);
    // A value of a wrong form may also be too long: that is one mistake.
    if (isAboutValue && judged.has(error.instancePath)) continue;
    if (isAboutValue) judged.add(error.instancePath);
    const complaint = complaintOf(error, root, spans, renames.get(error.instancePath) ?? new Map());
    if (complaint) complaints.push(complaint);
  }
  return complaints;
}

/** Unknown properties that were most likely meant for a missing one: by place, the missing by the unknown. */
function misspelt(errors: readonly ErrorObject[]): Map<string, Map<string, string>> {
  const missing = new Map<string, Set<string>>();
  for (const { keyword, instancePath, params } of errors) {
    if (keyword !== 'required') continue;
    const names = missing.get(instancePath) ?? new Set();
    missing.set(instancePath, names.add(String(params.missingProperty)));
  }
  const renames = new Map<string, Map<string, string>>();
  for (const { keyword, instancePath, params, parentSchema } of errors) {
    const names = missing.get(instancePath);
    if (keyword !== 'additionalProperties' || !names) continue;
    const from = String(params.additionalProperty);
    const to = nearest(from, Object.keys((parentSchema as Schema).properties as Schema));
    if (to === undefined || !names.delete(to)) continue;
    const here = renames.get(instancePath) ?? new Map<string, string>();
    renames.set(instancePath, here.set(from, to));
  }
  return renames;
}

function complaintOf(
  error: ErrorObject,
  root: PlainMap,
  spans: SpanIndex,
  renames: ReadonlyMap<string, string>,
): Complaint | undefined {
  const at = parsePointer(error.instancePath, root);
  const path = pathText(at);
  const schema = error.parentSchema as Schema;
  const value = error.data as Plain;
  const holder = value as PlainMap;
  switch (error.keyword) {
    case 'additionalProperties': {
      const property = String(error.params.additionalProperty);
      const to = renames.get(property);
      const allowed = Object.keys(schema.properties as Schema);
      // Defaults are there as well, though the file does not hold them.
      const present = allowed.filter((key) => spans.has(holder, key));
      return {
        diagnostic: diagnose(knownProperties, { path, property, allowed, present }, spans.ofKey(holder, property)),
        remedy:
          to === undefined ? { kind: 'delete', holder, key: property } : { kind: 'rename', holder, from: property, to },
      };
    }
    case 'propertyNames': {
      const key = String(error.params.propertyName);
      const { pattern } = schema.propertyNames as { pattern: string };
      return {
        diagnostic: diagnose(validKey, { path, key, form: formOf(pattern).words }, spans.ofKey(holder, key)),
        remedy: { kind: 'give-up', path: [...at, key] },
      };
    }
    case 'required': {
      const property = String(error.params.missingProperty);
      if ([...renames.values()].includes(property)) return undefined;
      const { description } = (schema.properties as Record<string, Schema>)[property] ?? {};
      const data = { path, property, ...(typeof description === 'string' ? { description } : {}) };
      return {
        diagnostic: diagnose(requiredProperties, data, spans.of(holder)),
        about: property,
        remedy: { kind: 'give-up', path: [...at, property] },
      };
    }
    default: {
      const parent = valueAt(root, at.slice(0, -1));
      const span = spans.of(parent as object, at.at(-1));
      const diagnostic = diagnoseValue(error, path, span);
      const remedy = { kind: 'give-up', path: at } as const;
      return error.keyword === 'minItems' ? { diagnostic, remedy, shortList: value as object } : { diagnostic, remedy };
    }
  }
}
