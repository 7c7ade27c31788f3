import type { Gbps, PortRun } from '../platforms/platform.ts';
import type { Building } from './building.ts';
import type { EarlierAllocations } from './earlier.ts';
import { type Link, type LinkEnd, type PortRef, type SwitchNode, type SwitchPort, portText } from './fabric.ts';
import {
  type CableRequest,
  type EndUse,
  type LinkRequest,
  type SwitchEnd,
  type UpstreamRequest,
  isServerEnd,
  searches,
  switchEndsOf,
} from './link-request.ts';
import { PortTable, type PortWish, modeFor } from './port-table.ts';

/** Speeds that a panel can give to a use. */
type SpeedsOf = (panel: readonly PortRun[], use: EndUse) => ReadonlySet<Gbps>;

/** Looks the speeds of a panel up once for all switches that share it. */
function speedLookup(): SpeedsOf {
  const known = new WeakMap<readonly PortRun[], Map<EndUse, ReadonlySet<Gbps>>>();
  return (panel, use) => {
    let byUse = known.get(panel);
    if (!byUse) known.set(panel, (byUse = new Map()));
    let speeds = byUse.get(use);
    if (!speeds) {
      const uses = new Set(searches[use].map((search) => search.use));
      const runs = panel.filter((run) => uses.has(run.use));
      speeds = new Set(runs.flatMap((run) => [...run.speeds, ...run.breakouts.map((mode) => mode.speed)]));
      byUse.set(use, speeds);
    }
    return speeds;
  };
}

/** Ports that a pinned end is limited to. */
function panelOf(end: SwitchEnd): readonly PortRun[] {
  const { pin } = end;
  if (!pin) return end.node.panel;
  return end.node.panel.filter((run) => pin.port >= run.first && pin.port <= run.last);
}

/** What is left to do for one end of a cable. */
interface Wanted {
  readonly request: CableRequest;
  readonly end: SwitchEnd;
  readonly wish: PortWish;
}

/** Key of the allocation of an end's port. */
function portKey({ request, end }: Wanted): string {
  return `port/${request.id}/${end.node.name}`;
}

/** Reads `49` or `49/1`. */
function parsePort(text: string): PortRef | undefined {
  const match = /^(\d{1,4})(?:\/(\d{1,2}))?$/.exec(text);
  return match
    ? { port: Number(match[1]), ...(match[2] === undefined ? {} : { channel: Number(match[2]) }) }
    : undefined;
}

/** Lays the cables: chooses a speed for each, then a port at each switch end. */
export class PortAssignment {
  readonly #building: Building;
  readonly #earlier: EarlierAllocations;
  readonly #tables = new Map<SwitchNode, PortTable>();
  readonly #chosen = new Map<SwitchEnd, SwitchPort>();
  readonly #owners = new Map<SwitchPort, CableRequest>();
  /** Ends that no port was left for, by device and use. */
  readonly #short = new Map<string, { wanted: Wanted; count: number }>();
  readonly #speedsOf = speedLookup();

  constructor(building: Building, earlier: EarlierAllocations) {
    this.#building = building;
    this.#earlier = earlier;
  }

  /** Ports that the user gave come first, then those of an earlier build, then free ones in order. */
  assign(requests: readonly LinkRequest[], upstreams: readonly UpstreamRequest[]): void {
    const wanted = [...upstreams.map(({ cable }) => cable), ...requests].flatMap((request) => this.#wishes(request));
    for (const one of wanted) if (one.end.pin) this.#takePinned(one, one.end.pin);
    for (const one of wanted) if (!one.end.pin) this.#takePrevious(one);
    this.#restPorts(wanted);
    for (const one of wanted) if (!one.end.pin && !this.#chosen.has(one.end)) this.#takeFree(one);
    this.#noteShortages();
    for (const request of requests) this.#lay(request);
    for (const upstream of upstreams) this.#attach(upstream);
  }

  /** Adds an upstream whose end has a port. */
  #attach({ cable, upstream }: UpstreamRequest): void {
    const port = this.#chosen.get(cable.end);
    if (!port || cable.speed === undefined) return;
    const end = { node: cable.end.node.name, port: port.ref };
    this.#building.upstreams.push({ ...upstream, end, speed: cable.speed });
  }

  #table(node: SwitchNode): PortTable {
    let table = this.#tables.get(node);
    if (!table) this.#tables.set(node, (table = new PortTable(node.panel)));
    return table;
  }

  /** Decides the speed of a cable. */
  #wishes(request: CableRequest): Wanted[] {
    const ends = switchEndsOf(request);
    const possible = ends.map((end) => this.#speedsOf(panelOf(end), end.pin ? 'down' : end.use));
    if (possible.some((speeds) => speeds.size === 0)) {
      // A pin on a port that is not there has its own report; so has a switch without ports.
      for (const end of ends) if (end.pin && panelOf(end).length === 0) this.#noteAbsent(request, end, end.pin);
      return [];
    }
    const common = [...possible[0]!].filter((speed) => possible.every((speeds) => speeds.has(speed)));
    const speed = request.speed ?? common.sort((a, b) => b - a)[0];
    const unable = speed === undefined ? 0 : possible.findIndex((speeds) => !speeds.has(speed));
    if (speed === undefined || unable !== -1) {
      const end = ends[unable]!;
      this.#building.defects.push({
        kind: 'speed-impossible',
        device: end.node.name,
        port: end.pin ? portText(end.pin) : '',
        speed: speed ?? Math.max(...possible[1]!),
        possible: [...possible[unable]!].sort((a, b) => a - b),
        span: request.span,
      });
      return [];
    }
    request.speed = speed;
    return ends.map((end) => ({ request, end, wish: { speed, breakOut: end.use === 'down' || end.use === 'access' } }));
  }

  #noteAbsent(request: CableRequest, end: SwitchEnd, pin: PortRef): void {
    const last = Math.max(0, ...end.node.panel.map((run) => run.last));
    this.#building.defects.push({
      kind: 'port-absent',
      device: end.node.name,
      port: portText(pin),
      last,
      span: request.span,
    });
  }

  #keep(one: Wanted, port: SwitchPort): void {
    this.#chosen.set(one.end, port);
    this.#owners.set(port, one.request);
    one.end.node.ports.set(portText(port.ref), port);
  }

  #takePinned(one: Wanted, pin: PortRef): void {
    const { node } = one.end;
    const { defects } = this.#building;
    const table = this.#table(node);
    if (!table.runOf(pin.port)) {
      this.#noteAbsent(one.request, one.end, pin);
    } else if (table.isTaken(pin)) {
      const holder = [...node.ports.values()].find(
        (port) =>
          port.ref.port === pin.port &&
          (pin.channel === undefined || port.ref.channel === undefined || port.ref.channel === pin.channel),
      );
      const owner = holder && this.#owners.get(holder);
      defects.push({
        kind: 'port-taken',
        device: node.name,
        port: portText(pin),
        by: owner?.id ?? '',
        span: one.request.span,
        first: owner?.span ?? node.span,
      });
    } else {
      const port = table.take(pin, one.wish);
      if (port) {
        this.#keep(one, port);
        return;
      }
      const possible = [...this.#speedsOf(panelOf(one.end), 'down')].sort((a, b) => a - b);
      defects.push({
        kind: 'speed-impossible',
        device: node.name,
        port: portText(pin),
        speed: one.wish.speed,
        possible,
        span: one.request.span,
      });
    }
  }

  /** Keeps ports of cables that are no longer there from the others, until they are given back. */
  #restPorts(wanted: readonly Wanted[]): void {
    const alive = new Set(wanted.map(portKey));
    for (const node of new Set(wanted.map((one) => one.end.node))) {
      for (const [key, text] of this.#earlier.row(`port/${node.name}`)) {
        const ref = alive.has(key) ? undefined : parsePort(text);
        if (ref) this.#table(node).rest(ref);
      }
    }
  }

  /** Keeps the port of an earlier build, where the switch still has it and it still does the speed. */
  #takePrevious(one: Wanted): void {
    const text = this.#earlier.all.get(portKey(one));
    const ref = text === undefined ? undefined : parsePort(text);
    if (!ref) return;
    const table = this.#table(one.end.node);
    const run = table.runOf(ref.port);
    const whole = run && modeFor(run, one.wish) === 'whole';
    if (!run || whole !== (ref.channel === undefined) || table.isTaken(ref)) return;
    const port = table.take(ref, one.wish);
    if (port) this.#keep(one, port);
  }

  #takeFree(one: Wanted): void {
    const port = this.#table(one.end.node).takeFree(one.wish, searches[one.end.use]);
    if (port) {
      this.#keep(one, port);
      return;
    }
    const key = `${one.end.node.name} ${one.end.use === 'access' || one.end.use === 'down' ? 'access' : 'uplink'}`;
    const short = this.#short.get(key);
    if (short) short.count++;
    else this.#short.set(key, { wanted: one, count: 1 });
  }

  /** One report a device and use, however many cables found no port. */
  #noteShortages(): void {
    for (const { wanted, count } of this.#short.values()) {
      const { node, use } = wanted.end;
      const uses = new Set(searches[use].map((search) => search.use));
      const available = [...node.ports.values()].filter((port) => uses.has(port.run.use)).length;
      const lower = 'a' in wanted.request ? wanted.request.a.node : undefined;
      this.#building.defects.push({
        kind: 'too-few-ports',
        device: node.name,
        platform: node.platform.id,
        use: use === 'access' || use === 'down' ? 'access' : 'uplink',
        needed: available + count,
        available,
        resting: this.#table(node).restingPorts,
        speed: wanted.wish.speed,
        ...(use === 'down' && lower?.rack ? { rack: lower.rack.name } : {}),
        span: wanted.request.span,
      });
    }
  }

  /** Adds a cable whose ends all have ports to the graph. */
  #lay(request: LinkRequest): void {
    const end = (one: LinkRequest['a']): LinkEnd | undefined => {
      if (isServerEnd(one)) return { node: one.node.name, port: { port: one.nic } };
      const port = this.#chosen.get(one);
      return port && { node: one.node.name, port: port.ref };
    };
    const a = end(request.a);
    const z = end(request.z);
    if (!a || !z || request.speed === undefined) {
      this.#building.unlaid.push({ kind: request.kind, a: request.a.node.name, z: request.z.node.name });
      return;
    }
    const link: Link = {
      id: request.id,
      kind: request.kind,
      a,
      z,
      speed: request.speed,
      ...(request.mtu === undefined ? {} : { mtu: request.mtu }),
      ...(request.length === undefined ? {} : { length: request.length }),
      ...(request.extra === undefined ? {} : { extra: request.extra }),
      span: request.span,
    };
    this.#building.graph.addUndirectedEdgeWithKey(link.id, a.node, z.node, link);
    this.#building.links.push(link);
  }
}
