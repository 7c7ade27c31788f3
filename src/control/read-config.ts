import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { SourceFile } from '../diagnostics/span.ts';
import type { GivenLimits } from '../rules/rule.ts';
import { readSource } from '../topology/files/source.ts';
import { type PlainMap, isMap } from '../topology/plain.ts';
import type { Overlay } from '../topology/read.ts';
import { SpanIndex } from '../topology/span-index.ts';
import { found } from '../topology/words.ts';
import { convertDocument } from '../topology/yaml/convert.ts';
import { parseYaml } from '../topology/yaml/parse.ts';
import { configHasKnownKeys, configIsReadable } from './config-problems.ts';
import { findConfig } from './find-config.ts';
import { type Setting, readRuleSettings } from './rule-settings.ts';
import type { RuleIndex } from './rule-index.ts';

/** What a `heddle.config.yaml` says. */
export interface Config {
  /** The config that was read; absent where there is none. */
  readonly file?: SourceFile;
  /** Severities that are not those of the rules themselves, by code. */
  readonly severities: ReadonlyMap<string, Setting>;
  /** Thresholds that are not the default ones, by code. */
  readonly limits: ReadonlyMap<string, GivenLimits>;
  readonly diagnostics: readonly Diagnostic[];
}

const keys = ['rules'] as const;

function without(diagnostics: readonly Diagnostic[], file?: SourceFile): Config {
  return { ...(file ? { file } : {}), severities: new Map(), limits: new Map(), diagnostics };
}

/** The map in a config; one that holds nothing but comments is an empty one. */
function parse(file: SourceFile, spans: SpanIndex): { data?: PlainMap; diagnostics: readonly Diagnostic[] } {
  const parsed = parseYaml(file);
  if ('diagnostic' in parsed) return { diagnostics: [parsed.diagnostic] };
  const { data, diagnostics } = convertDocument(parsed.document, file, spans);
  if (isMap(data)) return { data, diagnostics };
  if (data === null || data === undefined) return { diagnostics };
  const start = parsed.document.contents?.range[0] ?? 0;
  const reason = `The file holds ${found(data)} where a map is expected`;
  return { diagnostics: [...diagnostics, diagnose(configIsReadable, { reason }, { file, start, end: start })] };
}

/** Reads the config that holds for a topology file, if there is one. What is wrong in it is reported and left out. */
export function readConfig(topologyFile: string, index: RuleIndex, overlay?: Overlay): Config {
  const path = findConfig(topologyFile, overlay);
  if (path === undefined) return without([]);
  const source = readSource(path, undefined, overlay);
  if (!('file' in source)) {
    const reason =
      'failure' in source
        ? source.failure.message
        : `${path} is no config: it is not a file of at most 10 MB of UTF-8 text`;
    return without([diagnose(configIsReadable, { reason }, { file: { path, text: '' }, start: 0, end: 0 })]);
  }
  const { file } = source;
  const spans = new SpanIndex({ file, start: 0, end: 0 });
  const { data, diagnostics } = parse(file, spans);
  if (!data) return without(diagnostics, file);
  const unknown = Object.keys(data)
    .filter((key) => !(keys as readonly string[]).includes(key))
    .map((key) =>
      diagnose(
        configHasKnownKeys,
        { where: path, key, allowed: keys, present: Object.keys(data) },
        spans.ofKey(data, key),
      ),
    );
  const settings = readRuleSettings(data, spans, index);
  return {
    file,
    severities: settings.severities,
    limits: settings.limits,
    diagnostics: [...diagnostics, ...unknown, ...settings.diagnostics],
  };
}
