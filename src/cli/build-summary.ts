import { sep } from 'node:path';
import type { Written } from '../artifacts/output/index.ts';
import type { Paint } from '../diagnostics/paint.ts';
import type { Fabric, LinkKind } from '../fabric/fabric.ts';
import type { AddressPurpose, Plan } from '../plan/plan.ts';
import { countOf, describeTally, tally } from './tally.ts';

const linkWords: Readonly<Record<LinkKind, string>> = {
  uplink: 'uplinks',
  interlink: 'within pairs',
  server: 'to servers',
  extra: 'extra',
};

const addressWords: Readonly<Record<AddressPurpose, string>> = {
  loopback: 'loopbacks',
  'p2p-link': 'on links',
  upstream: 'to upstreams',
  oob: 'out-of-band',
  gateway: 'gateways',
  leaf: 'of leafs in racks',
  core: 'of cores',
  server: 'of servers',
  'host-loopback': 'loopbacks of servers',
  anycast: 'of anycast services',
};

/** `512 B`, `3.4 MB` */
function describeBytes(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

function switchesLine(fabric: Fabric): string {
  const roles = tally(fabric.switches.map((node) => `${node.role}s on ${node.os}`));
  return `${countOf(fabric.switches.length, 'switch', 'switches')}: ${describeTally(roles)}`;
}

/** Adds what a total is made of, where there is a total. */
function withParts(total: string, parts: string): string {
  return parts === '' ? total : `${total}: ${parts}`;
}

/** Places worth opening first, and what is in them. */
function whereToLook(fabric: Fabric, target: string): (readonly [string, string])[] {
  const folder = target.split(sep).join('/');
  const [first] = fabric.switches;
  const rack = fabric.racks.find((one) => one.servers.length > 0);
  return [
    ...(first ? [[`${folder}/switches/${first.name}/`, 'configs of a switch'] as const] : []),
    ...(rack ? [[`${folder}/servers/${rack.name}/`, 'network configs of the servers in a rack'] as const] : []),
    [`${folder}/addressing/addresses.csv`, 'every address'],
    [`${folder}/cabling/cables.csv`, 'every cable, with an estimate of its length'],
  ];
}

/** What a build made, as a tree, and where to look next. */
export function summariseBuild(plan: Plan, design: string, target: string, written: Written, paint: Paint): string {
  const { fabric } = plan;
  const purposes = tally(plan.addresses.map((address) => addressWords[address.purpose]));
  const kept = written.foreign === 0 ? '' : `; ${countOf(written.foreign, 'file')} of others left as they were`;
  const branches = [
    switchesLine(fabric),
    withParts(countOf(fabric.servers.length, 'server'), describeTally(tally(fabric.servers.map(({ role }) => role)))),
    withParts(
      countOf(fabric.links.length, 'link'),
      describeTally(tally(fabric.links.map((link) => linkWords[link.kind]))),
    ),
    withParts(countOf(plan.addresses.length, 'address', 'addresses'), describeTally(purposes)),
    `${countOf(written.files, 'file')}, ${describeBytes(written.bytes)}, in ${target}${kept}`,
  ];
  const places = whereToLook(fabric, target);
  const width = Math.max(...places.map(([path]) => path.length));
  return [
    `${paint.bold(fabric.name)} ${paint.dim(`(${design})`)}`,
    ...branches.map((branch, index) => `${index === branches.length - 1 ? '└─' : '├─'} ${branch}`),
    '',
    'Where to look next:',
    ...places.map(([path, what]) => `  ${path.padEnd(width)}  ${paint.dim(what)}`),
    '',
  ].join('\n');
}
