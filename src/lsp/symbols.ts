import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isMap, isScalar, isSeq } from 'yaml';
import type { Range } from '../diagnostics/span.ts';
import { keyOf, rangeOfNode, tolerantDocument } from './tolerant-yaml.ts';

/** What a section of the file holds, in the symbols that the protocol has. */
const kinds: Readonly<Record<string, SymbolKind>> = {
  racks: SymbolKind.Package,
  servers: SymbolKind.Object,
  networks: SymbolKind.Interface,
  vrfs: SymbolKind.Namespace,
  devices: SymbolKind.Class,
  upstreams: SymbolKind.Event,
  links: SymbolKind.Operator,
  anycast: SymbolKind.Constant,
};

/** Sections whose entries are symbols, and the deepest level at which they are looked for. */
const deepest = 4;

/** What an item of a list is called: by its name, or the two ends of a cable. */
function nameOf(item: unknown): { readonly name: string; readonly range: Range } | undefined {
  if (!isMap(item)) return undefined;
  const word = (key: string) => {
    const value = item.items.find((pair) => keyOf(pair) === key)?.value;
    return isScalar(value) ? { text: String(value.value ?? ''), range: rangeOfNode(value) } : undefined;
  };
  const [name, a, z] = [word('name'), word('a'), word('z')];
  if (name?.range && name.text !== '') return { name: name.text, range: name.range };
  return a?.range && z ? { name: `${a.text} – ${z.text}`, range: a.range } : undefined;
}

/** The outline of a file: its sections, and in them what has a name. */
export function symbolsOf(document: TextDocument): DocumentSymbol[] {
  const toRange = ({ start, end }: Range) => ({ start: document.positionAt(start), end: document.positionAt(end) });
  const symbol = (name: string, kind: SymbolKind, own: Range, whole: Range, children: DocumentSymbol[]) => ({
    name,
    kind,
    range: toRange({ start: Math.min(own.start, whole.start), end: Math.max(own.end, whole.end) }),
    selectionRange: toRange(own),
    children,
  });
  const below = (node: unknown, section: string, level: number): DocumentSymbol[] => {
    if (level > deepest) return [];
    const kind = kinds[section] ?? SymbolKind.Struct;
    if (isSeq(node)) {
      return node.items.flatMap((item) => {
        const named = nameOf(item);
        const whole = rangeOfNode(item);
        if (!named || !whole) return [];
        return [symbol(named.name, kind, named.range, whole, below(item, '', level + 1))];
      });
    }
    if (!isMap(node)) return [];
    return node.items.flatMap((pair) => {
      const key = keyOf(pair);
      const own = rangeOfNode(pair.key);
      const whole = rangeOfNode(pair.value) ?? own;
      if (key === undefined || key === '' || !own || !whole) return [];
      const isSection = isMap(pair.value) || isSeq(pair.value);
      const children = below(pair.value, key, level + 1);
      // Below the sections, plain values are no landmarks.
      if (level > 0 && (!isSection || (isSeq(pair.value) && children.length === 0))) return [];
      return [symbol(key, level === 0 ? (kinds[key] ?? SymbolKind.Module) : kind, own, whole, children)];
    });
  };
  return below(tolerantDocument(document.getText()).contents, '', 0);
}
