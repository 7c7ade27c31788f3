import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { removeComment, removeListed } from '../diagnostics/edits.ts';
import { type SourceFile, type Span, positionAt } from '../diagnostics/span.ts';
import type { RuleIndex } from './rule-index.ts';
import {
  errorsAreNotSuppressed,
  suppressionHasReason,
  suppressionIsUsed,
  suppressionNamesKnownRules,
} from './suppression-problems.ts';
import { type NamedRule, type Suppression, suppressionsOf } from './suppression.ts';

/** A finding that a comment silences. */
export interface Suppressed {
  readonly diagnostic: Diagnostic;
  readonly reason: string;
  readonly comment: Span;
}

interface Sorted {
  readonly kept: readonly Diagnostic[];
  readonly suppressed: readonly Suppressed[];
}

/** The suppressions of all files of a topology. */
export interface Suppressions {
  /** What is wrong with the comments themselves. */
  readonly diagnostics: readonly Diagnostic[];
  /** Parts findings into those that stay and those that a comment silences. */
  readonly sort: (found: readonly Diagnostic[]) => Sorted;
  /** Suppressions that silenced nothing of what was sorted. */
  readonly unused: () => Diagnostic[];
}

interface Entry {
  readonly suppression: Suppression;
  readonly named: NamedRule;
  readonly rule: string;
  isUsed: boolean;
}

function placeOf(file: SourceFile, line: number, code: string): string {
  return `${file.path}:${line}:${code}`;
}

/** Reads the suppressions in files. A finding is at the line where its span begins. */
export function readSuppressions(files: readonly SourceFile[], index: RuleIndex): Suppressions {
  const diagnostics: Diagnostic[] = [];
  const entries: Entry[] = [];
  const byPlace = new Map<string, Entry>();
  for (const suppression of files.flatMap(suppressionsOf)) {
    const { comment, rules, reason, line } = suppression;
    if (reason === '' || rules.length === 0) diagnostics.push(diagnose(suppressionHasReason, {}, comment));
    for (const named of rules) {
      const { word, span } = named;
      const rule = index.find(word);
      if (!rule) diagnostics.push(diagnose(suppressionNamesKnownRules, { word, known: index.suggestions() }, span));
      else if (rule.severity === 'error') diagnostics.push(diagnose(errorsAreNotSuppressed, { rule: rule.name }, span));
      else {
        const entry = { suppression, named, rule: rule.name, isUsed: false };
        entries.push(entry);
        const place = placeOf(comment.file, line, rule.code);
        if (!byPlace.has(place)) byPlace.set(place, entry);
      }
    }
  }
  return {
    diagnostics,
    sort(found) {
      if (byPlace.size === 0) return { kept: found, suppressed: [] };
      const kept: Diagnostic[] = [];
      const suppressed: Suppressed[] = [];
      for (const diagnostic of found) {
        const { file, start } = diagnostic.span;
        const entry = byPlace.get(placeOf(file, positionAt(file, start).line, diagnostic.code));
        if (!entry) {
          kept.push(diagnostic);
          continue;
        }
        entry.isUsed = true;
        const { reason, comment } = entry.suppression;
        suppressed.push({ diagnostic, reason, comment });
      }
      return { kept, suppressed };
    },
    unused() {
      const partly = new Set(entries.filter(({ isUsed }) => isUsed).map(({ suppression }) => suppression));
      return entries
        .filter(({ isUsed }) => !isUsed)
        .map(({ suppression, rule, named }) => {
          const { comment } = suppression;
          // Another topology that includes the file may need it.
          if (comment.file !== files[0]) return diagnose(suppressionIsUsed, { rule }, named.span);
          const removal = partly.has(suppression) ? removeListed(named.span) : removeComment(comment);
          return diagnose(suppressionIsUsed, { rule, removal }, named.span);
        });
    },
  };
}
