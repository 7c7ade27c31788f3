import type { Fabric, Rack, SwitchNode } from '../fabric/fabric.ts';

/** Sizes in user units of the picture. */
const size = {
  rackWidth: 44,
  rackGap: 10,
  zoneGap: 26,
  margin: 24,
  tierGap: 92,
  boxHeight: 24,
  dot: 6,
  dotsPerRow: 4,
} as const;

/** Rows of server dots that are drawn; a rack with more says how many it has. */
const mostDotRows = 6;

interface Placed {
  readonly x: number;
  readonly y: number;
}

/** Text that is safe inside SVG. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Racks side by side, with a gap between zones (or pods). */
function placeRacks(fabric: Fabric): {
  places: Map<Rack, number>;
  width: number;
  groups: { name: string; from: number; to: number }[];
} {
  const places = new Map<Rack, number>();
  const groups: { name: string; from: number; to: number }[] = [];
  const groupOf = (rack: Rack): string =>
    fabric.zones.length > 1 ? `zone ${rack.zone.name}` : rack.pod ? `pod ${rack.pod.name}` : '';
  let x = size.margin;
  for (const rack of fabric.racks) {
    const name = groupOf(rack);
    const group = groups.at(-1);
    if (group?.name === name) group.to = x + size.rackWidth;
    else {
      if (group) x += size.zoneGap - size.rackGap;
      groups.push({ name, from: x, to: x + size.rackWidth });
    }
    places.set(rack, x);
    x += size.rackWidth + size.rackGap;
  }
  return { places, width: Math.max(360, x - size.rackGap + size.margin), groups };
}

/** A tier of switches, spread over the width. */
function placeTier(nodes: readonly SwitchNode[], width: number, y: number, places: Map<string, Placed>): void {
  for (const [index, node] of nodes.entries()) places.set(node.name, { x: ((index + 0.5) / nodes.length) * width, y });
}

function box(name: string, at: Placed, width: number, kind: string): string {
  const x = at.x - width / 2;
  return `<g class="${kind}"><rect x="${x.toFixed(1)}" y="${at.y}" width="${width}" height="${size.boxHeight}" rx="4"/><title>${escapeText(name)}</title></g>`;
}

function rackDrawing(rack: Rack, x: number, top: number): string[] {
  const rows = Math.min(mostDotRows, Math.ceil(rack.servers.length / size.dotsPerRow));
  const height = rows * (size.dot + 3) + 10;
  const drawing = [`<rect class="rack" x="${x}" y="${top}" width="${size.rackWidth}" height="${height}" rx="4"/>`];
  for (const [index, server] of rack.servers.slice(0, rows * size.dotsPerRow).entries()) {
    const dotX = x + 6 + (index % size.dotsPerRow) * (size.dot + 3);
    const dotY = top + 5 + Math.floor(index / size.dotsPerRow) * (size.dot + 3);
    drawing.push(
      `<rect class="server" x="${dotX}" y="${dotY}" width="${size.dot}" height="${size.dot}" rx="1"><title>${escapeText(server.name)}</title></rect>`,
    );
  }
  drawing.push(`<text x="${x + size.rackWidth / 2}" y="${top + height + 13}">${escapeText(rack.name)}</text>`);
  return drawing;
}

const style = [
  'text{font:11px system-ui,sans-serif;text-anchor:middle;fill:#57606a}',
  'text.title{font-size:14px;text-anchor:start}',
  'line{stroke:#8c959f;stroke-opacity:.38;stroke-width:1}',
  '.spine rect{fill:#0969da}.superspine rect{fill:#8250df}.leaf rect{fill:#1a7f37}.border rect{fill:#bc4c00}',
  '.rack{fill:none;stroke:#8c959f}.server{fill:#bf8700}',
].join('');

/**
 * Draws a fabric in tiers: superspines and spines above, leafs on their racks below, border leafs beside them, servers as dots.
 * @returns an SVG document that needs nothing else; the same fabric gives the same bytes.
 */
export function drawFabric(fabric: Fabric): string {
  const { places: rackPlaces, width: racksWidth, groups } = placeRacks(fabric);
  const borders = fabric.switches.filter((node) => node.role === 'border');
  const bordersFrom = Math.max(0, ...rackPlaces.values()) + size.rackWidth + size.zoneGap;
  const bordersTo = bordersFrom + borders.length * (size.rackWidth + size.rackGap) - size.rackGap;
  const width = borders.length === 0 ? racksWidth : Math.max(racksWidth, bordersTo + size.margin);
  const places = new Map<string, Placed>();
  let y = 44;
  for (const role of ['superspine', 'spine'] as const) {
    const tier = fabric.switches.filter((node) => node.role === role);
    if (tier.length === 0) continue;
    placeTier(tier, width, y, places);
    y += size.tierGap;
  }
  const leafWidth = (rack: Rack): number => size.rackWidth / Math.max(1, rack.leafs.length) - 2;
  for (const [rack, x] of rackPlaces) {
    const step = size.rackWidth / Math.max(1, rack.leafs.length);
    for (const leaf of rack.leafs) places.set(leaf.name, { x: x + step * (leaf.number - 0.5), y });
  }
  for (const [index, border] of borders.entries()) {
    places.set(border.name, { x: bordersFrom + index * (size.rackWidth + size.rackGap) + size.rackWidth / 2, y });
  }
  const rackTop = y + size.boxHeight + 6;
  const mostServers = Math.max(0, ...fabric.racks.map((rack) => rack.servers.length));
  const height = rackTop + Math.min(mostDotRows, Math.ceil(mostServers / size.dotsPerRow)) * (size.dot + 3) + 60;
  const lines = fabric.links.flatMap((link) => {
    const a = places.get(link.a.node);
    const z = places.get(link.z.node);
    if (!a || !z || link.kind === 'server') return [];
    const bottom = z.y + (link.kind === 'interlink' ? size.boxHeight / 2 : size.boxHeight);
    const top = a.y + (link.kind === 'interlink' ? size.boxHeight / 2 : 0);
    return [`<line x1="${a.x.toFixed(1)}" y1="${top}" x2="${z.x.toFixed(1)}" y2="${bottom}"/>`];
  });
  const boxes = fabric.switches.flatMap((node) => {
    const at = places.get(node.name);
    return at ? [box(node.name, at, node.rack ? leafWidth(node.rack) : 40, node.role)] : [];
  });
  const groupLabels = groups
    .filter((group) => group.name !== '')
    .map((group) => `<text x="${(group.from + group.to) / 2}" y="${height - 12}">${escapeText(group.name)}</text>`);
  const summary = `${fabric.name}: ${fabric.switches.length} switches, ${fabric.servers.length} servers, ${fabric.links.length} cables`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeText(summary)}">`,
    `<style>${style}</style>`,
    `<text class="title" x="${size.margin}" y="22">${escapeText(summary)}</text>`,
    ...lines,
    ...boxes,
    ...[...rackPlaces].flatMap(([rack, x]) => rackDrawing(rack, x, rackTop)),
    ...groupLabels,
    '</svg>',
    '',
  ].join('\n');
}
