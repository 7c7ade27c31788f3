import type { Range } from '../../diagnostics/span.ts';
import { secretPattern } from '../schema/common.ts';

/**
 * A key whose value may be a secret, rightly or by mistake, and what follows it on its line. Looked for in the text,
 * not in the data: a file that is no YAML gets diagnostics, too, and their frames show lines around the mistake.
 */
const secretKey =
  /(?<=^|[\s{,["'])[\w-]*(?:key|comm?unity|pass\w{0,16}|secret|psk|token)(?:["'][ \t]*:[ \t]*|[ \t]*:(?:[ \t]+|(?=\r?\n)))/gim;
/** Up to the end of a quoted text, or of what a flow map, a comment or the line ends. */
const value = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\n]|'')*'?|\[[^\]\n]*\]?|[^\n{[](?:[^,}\]\n#]|(?<! )#|,(?! ))*/y;
/** Nothing but what stands before a value on further lines: a tag, an anchor, a mark of a block. */
const opensBlock = /^(?:[!&]\S*(?:\s+|$))*(?:[|>][-+0-9]*)?\s*(?:#.*)?$/;
const reference = new RegExp(secretPattern, 'u');

/** End of the lines after `from` that stand deeper than the line with the key at `key`. */
function endOfBlock(text: string, key: number, from: number): number {
  const depth = text.slice(text.lastIndexOf('\n', key) + 1).search(/[^ -]/);
  let end = from;
  for (let start = text.indexOf('\n', from) + 1; start > 0 && start < text.length;) {
    const next = text.indexOf('\n', start);
    const line = text.slice(start, next === -1 ? undefined : next);
    if (line.trim() !== '' && line.search(/[^ ]/) <= depth) break;
    end = start + line.length;
    start = next + 1;
  }
  return end;
}

/** Places in a text of a topology file where a secret may stand instead of a reference to it, in order. */
export function concealedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let lineEnd = -1;
  secretKey.lastIndex = 0;
  for (let match = secretKey.exec(text); match; match = secretKey.exec(text)) {
    const start = match.index + match[0].length;
    if (lineEnd < start) lineEnd = text.indexOf('\n', start) === -1 ? text.length : text.indexOf('\n', start);
    const isBlock = opensBlock.test(text.slice(start, lineEnd));
    value.lastIndex = start;
    const found = isBlock ? '' : (value.exec(text)?.[0].trimEnd() ?? '');
    if (reference.test(found.replaceAll(/^["']|["']$/g, ''))) continue;
    const ownEnd = start + found.length;
    // A text may run on in deeper lines, where nothing follows it in its own.
    const runsOn = isBlock || (found !== '' && text.slice(ownEnd, lineEnd).trim() === '');
    const below = runsOn ? endOfBlock(text, match.index, lineEnd) : ownEnd;
    const end = below > lineEnd || isBlock ? below : ownEnd;
    if (end > start) ranges.push({ start, end });
    secretKey.lastIndex = Math.max(start, end);
  }
  return ranges;
}
