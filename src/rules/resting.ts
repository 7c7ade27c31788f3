/** What to do where allocations of things that are gone still hold places; nothing where none do. */
export function restingHint(resting: number, otherwise: string): string {
  if (resting === 0) return otherwise;
  const kept = resting === 1 ? '1 is kept' : `${resting} are kept`;
  return `${kept} for what is no longer there: \`heddle plan --release\` gives it back.`;
}
