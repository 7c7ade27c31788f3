import { type Plain, type PlainList, type PlainMap, isMap } from '../plain.ts';
import type { SpanIndex } from '../span-index.ts';

/**
 * Puts `over`, a file, above `under`, what it includes: maps key by key, lists one after the other with the
 * included items first, and of anything else the value of `over`. Every value keeps the place it came from.
 */
export function mergeInto(over: PlainMap, under: PlainMap, spans: SpanIndex): void {
  for (const key of Object.keys(under)) {
    const included = under[key]!;
    if (!Object.hasOwn(over, key)) {
      over[key] = included;
      spans.addValue(over, key, spans.of(under, key), spans.ofKey(under, key));
      continue;
    }
    const own: Plain = over[key]!;
    if (isMap(own) && isMap(included)) mergeInto(own, included, spans);
    else if (Array.isArray(own) && Array.isArray(included)) putFirst(own, included, spans);
  }
}

function putFirst(own: PlainList, included: PlainList, spans: SpanIndex): void {
  const places = [...included.map((_, at) => spans.of(included, at)), ...own.map((_, at) => spans.of(own, at))];
  own.unshift(...included);
  places.forEach((place, at) => spans.addValue(own, at, place));
}

/** Puts `over`, what a design changes, above `under`, which takes it in: by the same rules, and every value keeps its place. */
export function layOver(under: PlainMap, over: PlainMap, spans: SpanIndex): void {
  for (const key of Object.keys(over)) {
    const [own, changed]: [Plain | undefined, Plain] = [under[key], over[key]!];
    if (isMap(own) && isMap(changed)) layOver(own, changed, spans);
    else if (Array.isArray(own) && Array.isArray(changed)) {
      changed.forEach((item, at) => spans.addValue(own, own.push(item) - 1, spans.of(changed, at)));
    } else {
      under[key] = changed;
      spans.addValue(under, key, spans.of(over, key), spans.ofKey(over, key));
    }
  }
}
