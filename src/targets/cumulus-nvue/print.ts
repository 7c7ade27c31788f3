import { Document, Scalar, type YAMLMap, visit } from 'yaml';
import type { Tree } from './tree.ts';

/** Digits or other characters, as they alternate. */
const runs = (text: string): string[] => text.match(/\d+|\D+/g) ?? [];

/** By code units, but numbers by value: `swp2` before `swp10`. */
function naturally(one: string, other: string): number {
  const [left, right] = [runs(one), runs(other)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [a = '', b = ''] = [left[at], right[at]];
    if (a === b) continue;
    const numbers = /^\d/.test(a) && /^\d/.test(b) ? Number(a) - Number(b) : 0;
    if (numbers !== 0) return numbers;
    return a < b ? -1 : 1;
  }
  return left.length - right.length;
}

/** What YAML 1.1 would take for a number of base 60, such as a community, or for a truth that NVUE has no word for. */
const misread = /^([-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?|y|yes|n|no)$/i;

/** What the file says of itself, as NVUE writes it. */
export interface Header {
  readonly model: string;
  /** Release of Cumulus Linux. */
  readonly release: string;
}

function headerNode({ model, release }: Header) {
  const revision = new Scalar(1);
  revision.minFractionDigits = 1;
  return {
    header: {
      model,
      'nvue-api-version': 'nvue_v1',
      'rev-id': revision,
      version: `Cumulus Linux ${release}`,
    },
  };
}

/**
 * A document as NVUE saves it in /etc/nvue.d/startup.yaml: keys in order, `on` and `off` without quotes (it reads YAML
 * 1.2), no line folded.
 */
export function printDocument(header: Header, set: Tree, comment: string): string {
  const document = new Document([headerNode(header), { set }], { aliasDuplicateObjects: false });
  visit(document, {
    Map(_key, map: YAMLMap) {
      map.items.sort((a, b) => naturally(keyOf(a.key), keyOf(b.key)));
      if (map.items.length === 0) map.flow = true;
    },
    Scalar(_key, scalar) {
      if (typeof scalar.value === 'string' && misread.test(scalar.value)) scalar.type = Scalar.QUOTE_SINGLE;
    },
  });
  if (comment !== '') document.commentBefore = comment;
  return document.toString({ lineWidth: 0, singleQuote: true, indentSeq: false });
}

const keyOf = (key: unknown): string => String(key instanceof Scalar ? key.value : key);
