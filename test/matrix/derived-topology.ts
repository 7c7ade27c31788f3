import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Compilation } from '../../src/pipeline/compilation.ts';

import { targetByName } from '../../src/pipeline/registries.ts';
import { compileText } from '../designs/compile-text.ts';

/** A topology file as data. */
export type TopologyData = Readonly<Record<string, unknown>>;

/** Models that each system runs on; a core has 64 ports where there is such a model. */
const hardware: Readonly<Record<string, { leaf: string; spine: string; core: string; lastUplink: number }>> = {
  'cumulus-nvue': { leaf: 'nvidia-sn2410', spine: 'nvidia-sn2700', core: 'nvidia-sn4600', lastUplink: 56 },
  eos: { leaf: 'arista-7050sx3-48yc8', spine: 'arista-7060cx2-32s', core: 'arista-7260cx3-64', lastUplink: 56 },
  frr: { leaf: 'nvidia-sn2410', spine: 'nvidia-sn2700', core: 'nvidia-sn4600', lastUplink: 56 },
  junos: { leaf: 'juniper-qfx5120-48y', spine: 'juniper-qfx5200-32c', core: 'juniper-qfx5200-32c', lastUplink: 55 },
  nxos: { leaf: 'cisco-n9k-93180yc-fx', spine: 'cisco-n9k-9336c-fx2', core: 'cisco-n9k-9336c-fx2', lastUplink: 54 },
  sonic: { leaf: 'dell-s5248f-on', spine: 'edgecore-as7726-32x', core: 'arista-7260cx3-64', lastUplink: 56 },
};

const isMap = (value: unknown): value is TopologyData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** MTU of fabric links where the file gives none. */
const usualMtu = 9214;

/** Which switches get another system. */
export type Tier = 'all' | 'spines';

interface Change {
  readonly os: string;
  readonly tier: Tier;
  readonly mtu: number;
}

function changeSwitches(section: TopologyData, os: string, model: string): TopologyData {
  const { ports: _, platform, ...rest } = section;
  return { ...rest, ...(platform === undefined && section['os'] === undefined ? {} : { os, platform: model }) };
}

function changeFabric(fabric: TopologyData, { os, tier, mtu }: Change): TopologyData {
  const models = hardware[os]!;
  return Object.fromEntries(
    Object.entries(fabric).map(([key, value]) => {
      if (key === 'mtu' && typeof value === 'number') return [key, Math.min(mtu, value)];
      const isLeaf = key === 'leafs' || key === 'borderLeafs';
      if (!isMap(value) || (tier === 'spines' && isLeaf)) return [key, value];
      const wide = /260cx3-64/.test(String(value['platform'])) ? models.core : models.spine;
      return [key, changeSwitches(value, os, isLeaf ? models.leaf : wide)];
    }),
  );
}

/** The file with the switches of another system, on hardware that it knows, and with links of the MTU that it can do. */
export function onTarget(data: TopologyData, os: string, tier: Tier = 'all'): TopologyData {
  const models = hardware[os];
  const target = targetByName.get(os);
  if (!models || !target) throw new Error(`test/matrix/derived-topology.ts has no hardware for ${os}`);
  const change = { os, tier, mtu: Math.min(usualMtu, target.capabilities.maximumMtu) };
  const fabric = { mtu: change.mtu, ...(data['fabric'] as TopologyData) };
  const racks = data['racks'] as readonly TopologyData[];
  const designs = Object.entries((data['designs'] ?? {}) as Record<string, TopologyData>).map(([name, section]) => [
    name,
    { ...section, ...(isMap(section['fabric']) ? { fabric: changeFabric(section['fabric'], change) } : {}) },
  ]);
  const text = JSON.stringify(data['links'] ?? []).replaceAll(/(leaf\d+):\d+/g, `$1:${models.lastUplink}`);
  return {
    ...data,
    fabric: changeFabric(fabric, change),
    racks: tier === 'spines' ? racks : racks.map((rack) => changeSwitches(rack, os, models.leaf)),
    ...(designs.length > 0 ? { designs: Object.fromEntries(designs) } : {}),
    ...(tier === 'all' ? { links: JSON.parse(text) as unknown } : {}),
  };
}

const project = join(import.meta.dirname, '..', '..');

/** A topology of the project as data. */
export function readTopologyData(name: string): TopologyData {
  return parse(readFileSync(join(project, 'topologies', `${name}.yaml`), 'utf8'), { merge: true }) as TopologyData;
}

const environment = { HEDDLE_OSPF_KEY: 'for-tests-only', HEDDLE_BGP_KEY: 'for-tests-only' };

/** Compiles a topology given as data. */
export function compileData(data: TopologyData, design?: string): Compilation {
  return compileText(JSON.stringify(data, null, 1), { environment, ...(design === undefined ? {} : { design }) });
}

/** What a compilation came to: `builds`, or what its targets cannot do, or other errors with their codes. */
export function outcomeOf(compilation: Compilation): string {
  const errors = compilation.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    const files = [...compilation.artifacts()].filter(({ path }) => path.startsWith('switches/'));
    const silent = compilation.devices.filter(
      ({ kind, name }) => kind === 'switch' && !files.some(({ path }) => path.startsWith(`switches/${name}/`)),
    );
    return silent.length === 0 ? 'builds' : `nothing of ${silent.map(({ name }) => name).join(', ')}`;
  }
  const texts = errors.map(({ code, message }) => {
    const [, what] = / cannot do (.+)$/.exec(message) ?? [];
    return code === 'TGT005' && what !== undefined ? what : `${code} ${message}`;
  });
  return [...new Set(texts)].toSorted().join('; ');
}
