/** Edit distance (Levenshtein), cut off at `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

/** The candidate a person most likely meant by `word`, if one is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    const found = distance(word.toLowerCase(), candidate.toLowerCase(), limit);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/** True where one slip of the fingers turns `a` into `b`: a letter more, less or other, or two that changed places. */
function isOneSlip(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let back = 0;
  while (back < Math.min(a.length, b.length) - from && a.at(-1 - back) === b.at(-1 - back)) back++;
  const [restA, restB] = [a.slice(from, a.length - back), b.slice(from, b.length - back)];
  return (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restB === `${restA[1]}${restA[0]}`);
}

/** Shorter words are too near to each other for a slip to be told from another word: least length of the longer one. */
const shortestWord = 4;

/**
 * The candidate that was certainly meant by `word`: the only one that a single slip, or the case of letters, tells from
 * it. Digits are no slip: `spine3` is not a misspelt `spine2`.
 */
export function certainlyMeant(word: string, candidates: Iterable<string>): string | undefined {
  const lower = word.toLowerCase();
  const digits = word.replaceAll(/\D/g, '');
  const isMeant = (candidate: string): boolean =>
    Math.max(word.length, candidate.length) >= shortestWord &&
    candidate.replaceAll(/\D/g, '') === digits &&
    isOneSlip(lower, candidate.toLowerCase());
  const [meant, other] = [...new Set(candidates)].filter(isMeant);
  return other === undefined ? meant : undefined;
}
