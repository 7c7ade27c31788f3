/** VLANs as NX-OS lists them: in order, runs as ranges. `1,10-12`; `none` where there are none. */
export function vlanList(vlans: readonly number[]): string {
  const sorted = [...new Set(vlans)].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const vlan of sorted) {
    const run = runs.at(-1);
    if (run && run.last === vlan - 1) run.last = vlan;
    else runs.push({ first: vlan, last: vlan });
  }
  if (runs.length === 0) return 'none';
  return runs.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}
