import type { Interface, SwitchDevice } from '../device/device.ts';
import { type ExtraText, switchExtraPlaces } from '../fabric/extra-places.ts';
import { type LinkEnd, type PortRef, portText } from '../fabric/fabric.ts';
import type { Plan } from '../plan/plan.ts';
import type { Draft, Drafts } from './draft.ts';

/** The lines of a text for an operating system, without the empty ones at its ends. */
function linesFor(text: ExtraText, os: string): string[] {
  if (!Object.hasOwn(text, os)) return [];
  const lines = text[os]!.split('\n').map((line) => line.trimEnd());
  const first = lines.findIndex((line) => line !== '');
  return first === -1 ? [] : lines.slice(first, lines.findLastIndex((line) => line !== '') + 1);
}

const portKey = (port: PortRef): string => `port ${portText(port)}`;

/** What an interface is found by; undefined for one that no line is for. */
function keyOf(one: Interface): string | undefined {
  if (one.kind === 'ethernet') {
    const { panel, channel } = one.port;
    return portKey({ port: panel, ...(channel === undefined ? {} : { channel }) });
  }
  if (one.kind === 'lag') return `lag ${one.id}`;
  return one.kind === 'svi' ? `vlan ${one.vlan}` : undefined;
}

/** The interfaces of a switch, to add lines to. */
class Interfaces {
  readonly #draft: Draft<SwitchDevice>;
  readonly #places = new Map<string, number>();
  readonly #served = new Set<string>();

  constructor(draft: Draft<SwitchDevice>) {
    this.#draft = draft;
    for (const [index, one] of draft.interfaces.entries()) {
      const key = keyOf(one);
      if (key !== undefined) this.#places.set(key, index);
    }
  }

  add(key: string, text: ExtraText): void {
    const index = this.#places.get(key);
    const one = index === undefined ? undefined : this.#draft.interfaces[index];
    const lines = linesFor(text, this.#draft.os);
    if (index === undefined || !one || lines.length === 0) return;
    this.#draft.interfaces[index] = { ...one, extra: [...(one.extra ?? []), ...lines] };
  }

  /** Adds to a port, or once to the LAG that it is part of. */
  addToServerPort(port: PortRef, text: ExtraText): void {
    const one = this.#draft.interfaces[this.#places.get(portKey(port)) ?? -1];
    const lag = one?.kind === 'ethernet' && one.mode.type === 'member' ? `lag ${one.mode.lag}` : undefined;
    if (lag === undefined) this.add(portKey(port), text);
    else if (!this.#served.has(lag)) this.add(lag, text);
    if (lag !== undefined) this.#served.add(lag);
  }
}

function addToInterfaces({ fabric }: Plan, { switches }: Drafts): void {
  const known = new Map<string, Interfaces>();
  const interfacesOf = (name: string): Interfaces | undefined => {
    const draft = switches.get(name);
    let found = known.get(name);
    if (draft && !found) known.set(name, (found = new Interfaces(draft)));
    return found;
  };
  const addAt = ({ node, port }: LinkEnd, text: ExtraText) => interfacesOf(node)?.add(portKey(port), text);
  for (const { vlan, extra } of Object.values(fabric.topology.data.networks)) {
    if (extra) for (const name of switches.keys()) interfacesOf(name)?.add(`vlan ${vlan}`, extra);
  }
  for (const { a, z } of fabric.links) {
    const lower = fabric.graph.getNodeAttributes(a.node);
    const text = lower.kind === 'server' ? lower.group.extra : undefined;
    if (text) interfacesOf(z.node)?.addToServerPort(z.port, text);
  }
  for (const { end, section } of fabric.upstreams) if (section.extra) addAt(end, section.extra);
  for (const { a, z, extra } of fabric.links) if (extra) for (const end of [a, z]) addAt(end, extra);
}

/** Gives devices and interfaces the lines that the file has for them: after all layers, whatever the design. */
export function addExtraLines(plan: Plan, drafts: Drafts): void {
  for (const { text, switches } of switchExtraPlaces(plan.fabric)) {
    for (const { name, os } of switches) drafts.switches.get(name)?.extra.push(...linesFor(text, os));
  }
  addToInterfaces(plan, drafts);
}
