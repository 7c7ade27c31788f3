import { MultiUndirectedGraph } from 'graphology';
import type {
  Fabric,
  FabricNode,
  Link,
  Rack,
  ServerNode,
  SwitchNode,
  SwitchPort,
  Zone,
} from '../../src/fabric/fabric.ts';
import type { Connector, Gbps, PortRun } from '../../src/platforms/platform.ts';

const span = { file: { path: 'x.yaml', text: '' }, start: 0, end: 0 };

const end = (node: string) => ({ node, port: { port: 1 } });

/** Hand-made fabric: racks in zones, switches, servers, cables; only what the cable plan looks at. */
export class Hall {
  readonly #graph = new MultiUndirectedGraph<FabricNode, Link>();
  readonly #racks: Rack[] = [];
  readonly #switches: SwitchNode[] = [];
  readonly #links: Link[] = [];
  readonly #zones = new Map<string, Zone>();

  rack(name: string, zone = '1', height = 42): Rack {
    const inZone = this.#zones.get(zone) ?? { name: zone, index: this.#zones.size };
    this.#zones.set(zone, inZone);
    const rack = { name, zone: inZone, height, index: this.#racks.length, leafs: [], servers: [], span };
    this.#racks.push(rack as unknown as Rack);
    return rack as unknown as Rack;
  }

  switch(name: string, where: { rack?: Rack; unit?: number; place?: string } = {}): string {
    const node = { kind: 'switch', name, role: where.rack ? 'leaf' : 'spine', ports: new Map(), ...where };
    this.#switches.push(node as unknown as SwitchNode);
    this.#graph.addNode(name, node as unknown as SwitchNode);
    return name;
  }

  server(name: string, rack: Rack, unit?: number): string {
    const node = { kind: 'server', name, rack, ...(unit === undefined ? {} : { unit }) };
    this.#graph.addNode(name, node as unknown as ServerNode);
    return name;
  }

  /** Gives a switch a port of a connector, broken out or not. */
  port(device: string, text: string, connector: Connector, breakout?: SwitchPort['breakout']): void {
    const node = this.#graph.getNodeAttributes(device);
    const run = { connector } as PortRun;
    if (node.kind === 'switch') node.ports.set(text, { run, ...(breakout ? { breakout } : {}) } as SwitchPort);
  }

  link(a: string, z: string, speed: Gbps = 25, extra: Partial<Link> = {}): void {
    const id = `${a}--${z}#1`;
    this.#links.push({ id, kind: 'uplink', a: end(a), z: end(z), speed, span, ...extra });
  }

  build(): Fabric {
    const fabric = {
      graph: this.#graph,
      racks: this.#racks,
      switches: this.#switches,
      links: this.#links,
      upstreams: [],
    };
    return fabric as unknown as Fabric;
  }
}
