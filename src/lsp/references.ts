import { dirname, resolve } from 'node:path';
import type { Span } from '../diagnostics/span.ts';
import type { Whole } from './analysis.ts';

/** What a name can be the name of. */
export type NameKind = 'network' | 'vrf' | 'zone' | 'pod' | 'switch' | 'server' | 'rack' | 'service' | 'role' | 'file';

/** Places of values that are names of other things, by the pattern of their path. */
const valueKinds: Readonly<Record<string, readonly NameKind[]>> = {
  'include.*': ['file'],
  'racks.*.servers.*.networks.*': ['network'],
  'racks.*.servers.*.untagged': ['network'],
  'racks.*.zone': ['zone'],
  'racks.*.pod': ['pod'],
  'networks.*.vrf': ['vrf'],
  'leaks.*.networks.*': ['network'],
  'leaks.*.to': ['vrf'],
  'anycast.*.roles.*': ['role'],
  'upstreams.*.device': ['switch'],
  'upstreams.*.export.*': ['network', 'service'],
  'links.*.a': ['switch', 'server'],
  'links.*.z': ['switch', 'server'],
};

/** Places of keys that are names of things that stand elsewhere. */
const keyKinds: Readonly<Record<string, readonly NameKind[]>> = {
  'devices.*': ['switch'],
  'racks.*.servers.*.macs.*': ['server'],
};

/** Places of keys by which others refer to what they hold. */
const definitionKinds: Readonly<Record<string, readonly NameKind[]>> = {
  'networks.*': ['network'],
  'vrfs.*': ['vrf'],
  'anycast.*': ['service'],
};

/** What a name at a place refers to. */
export function referredAt(pattern: string, on: 'key' | 'value'): readonly NameKind[] {
  return (on === 'key' ? keyKinds : valueKinds)[pattern] ?? [];
}

/** What a name at a place is the name of, be it referred to or defined there. */
export function namedAt(pattern: string, on: 'key' | 'value'): readonly NameKind[] {
  return (on === 'key' ? definitionKinds[pattern] : undefined) ?? referredAt(pattern, on);
}

/** A name as it refers to something: without the port of `spine1:5`. */
export function nameIn(word: string): string {
  return word.replaceAll(/^["']|["']$/g, '').replace(/:.*$/, '');
}

/** Most names that are offered of one kind. */
const mostNames = 1000;

const named = (items: readonly { readonly name: string }[]): string[] =>
  items.slice(0, mostNames).map(({ name }) => name);

/** Names that can be referred to, of a fabric. */
export function namesOf({ topology, fabric }: Whole, kind: NameKind): readonly string[] {
  switch (kind) {
    case 'network':
      return Object.keys(topology.data.networks);
    case 'vrf':
      return [...Object.keys(topology.data.vrfs), 'default'];
    case 'service':
      return Object.keys(topology.data.anycast);
    case 'zone':
      return named(fabric.zones);
    case 'pod':
      return named(fabric.pods);
    case 'rack':
      return named(fabric.racks);
    case 'switch':
      return named(fabric.switches);
    case 'server':
      return named(fabric.servers);
    case 'role':
      return [...new Set(fabric.servers.map(({ role }) => role))];
    case 'file':
      return [];
  }
}

/** Where the thing of a name is defined. */
export function definitionOf({ topology, fabric }: Whole, kind: NameKind, name: string): Span | undefined {
  const { data, spans } = topology;
  const keyIn = (holder: object) => (Object.hasOwn(holder, name) ? spans.ofKey(holder, name) : undefined);
  switch (kind) {
    case 'network':
      return keyIn(data.networks);
    case 'vrf':
      return keyIn(data.vrfs);
    case 'service':
      return keyIn(data.anycast);
    case 'zone':
    case 'pod': {
      const groups = kind === 'zone' ? data.zones : data.pods;
      const at = Array.isArray(groups) ? groups.findIndex((group) => String(group) === name) : -1;
      return at === -1 ? undefined : spans.of(groups as object, at);
    }
    case 'rack':
      return fabric.racks.find((rack) => rack.name === name)?.span;
    case 'switch':
    case 'server':
      return fabric.graph.hasNode(name) ? fabric.graph.getNodeAttributes(name).span : undefined;
    case 'role':
    case 'file':
      return undefined;
  }
}

/** Absolute path of a file that another includes. */
export function includedPath(from: string, word: string): string {
  return resolve(dirname(from), nameOfFile(word));
}

const nameOfFile = (word: string): string => word.replaceAll(/^["']|["']$/g, '');
