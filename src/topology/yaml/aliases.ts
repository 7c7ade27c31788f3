import { type Alias, type Document, type ParsedNode, visit } from 'yaml';

/** Aliases and the nodes they stand for. An alias means the nearest anchor of its name above it. */
export interface Aliases {
  readonly targets: ReadonlyMap<Alias, ParsedNode>;
  readonly unknown: readonly Alias[];
  /** Aliases that stand inside their own anchor. */
  readonly recursive: readonly Alias[];
}

/** Resolves the aliases of a document in one walk: a look-up for each of them would take quadratic time. */
export function resolveAliases(document: Document.Parsed): Aliases {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  const unknown: Alias[] = [];
  const recursive: Alias[] = [];
  visit(document, {
    Alias(_, alias, path) {
      const target = anchors.get(alias.source);
      if (!target) unknown.push(alias);
      else if (path.includes(target)) recursive.push(alias);
      else targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node as ParsedNode);
    },
  });
  return { targets, unknown, recursive };
}
