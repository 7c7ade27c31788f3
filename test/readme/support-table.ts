import { targets } from '../../src/targets/registry.gen.ts';
import type { Feature } from '../../src/targets/target.ts';

/** What a user asks for, and the features that a target needs for it. */
const rows: readonly { readonly what: string; readonly needs: readonly Feature[] }[] = [
  { what: '`l3-ospf-ibgp`', needs: ['ospf', 'route-reflection'] },
  { what: '`l3-ospf-ibgp`, two leafs in a rack', needs: ['ospf', 'route-reflection', 'add-path', 'anycast-gateway'] },
  { what: '`l3-ospf-ibgp`, IPv6 as well', needs: ['ospf', 'route-reflection', 'ipv6', 'ospf3'] },
  { what: '`l3-ebgp`, numbered', needs: [] },
  { what: '`l3-ebgp`, unnumbered', needs: ['bgp-unnumbered'] },
  { what: '`l3-ebgp`, IPv6 as well', needs: ['ipv6'] },
  { what: '`mlag`', needs: ['mlag', 'anycast-gateway'] },
  { what: '`access: { leafPair: mlag }` under L3', needs: ['mlag', 'anycast-gateway'] },
  { what: 'routed servers (`bond: routed`)', needs: ['bgp-unnumbered'] },
  { what: 'upstreams', needs: ['aggregates'] },
  { what: 'VRFs', needs: ['vrfs', 'subinterfaces'] },
  { what: 'routes that leak between VRFs', needs: ['vrfs', 'subinterfaces', 'route-leaks'] },
  { what: '`bond: balance-xor`', needs: ['static-lag'] },
  { what: 'lines of your own (`extra`)', needs: ['extra-lines'] },
];

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0;

/** The table of what each target can do, as the README has it: by the capabilities that the targets declare. */
export function supportTable(): string {
  const known = [...targets].sort(byName);
  const cells = [
    ['', ...known.map(({ name }) => `\`${name}\``)],
    ...rows.map(({ what, needs }) => [
      what,
      ...known.map(({ capabilities }) => (needs.every((one) => capabilities.features.includes(one)) ? 'yes' : '–')),
    ]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}
