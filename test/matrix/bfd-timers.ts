const intervals = [
  /\bbfd interval (\d+) min.rx (\d+)\b/g,
  /\b(?:transmit|receive)-interval:? (\d+)\b/g,
  /\bmin-(?:transmit|receive)-interval: (\d+)\b/g,
  /\bbfd-liveness-detection minimum-interval (\d+)\b/g,
];
const multipliers = [
  /\bbfd interval .* multiplier (\d+)\b/g,
  /\bdetect-multiplier:? (\d+)\b/g,
  /\bbfd-liveness-detection multiplier (\d+)\b/g,
];

/** What any of the forms catches in a text, each once, ascending. */
function caught(text: string, forms: readonly RegExp[]): number[] {
  const found = forms.flatMap((form) => [...text.matchAll(form)].flatMap(([, ...groups]) => groups.map(Number)));
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** Milliseconds and multipliers of BFD that the files of a switch give, in the words of any vendor. */
export function bfdTimers(text: string): { intervals: number[]; multipliers: number[] } {
  return { intervals: caught(text, intervals), multipliers: caught(text, multipliers) };
}
