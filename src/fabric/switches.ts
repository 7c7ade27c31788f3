import type { Span } from '../diagnostics/span.ts';
import { findPlatform, platformIds } from '../platforms/index.ts';
import { parseSpeed, type Platform, type PortRun } from '../platforms/platform.ts';
import { type CountedPorts, type DeviceSection, spanOf } from '../topology/topology.ts';
import { type Building, addNode } from './building.ts';
import { formerNames } from './former-names.ts';
import type { Pod, Rack, SwitchNode, SwitchRole } from './fabric.ts';
import type { Group } from './groups.ts';
import { exceedsLimit } from './limits.ts';
import { expandPattern } from './pattern.ts';

/** What a tier, a rack or a device says about hardware; the nearest to the device wins. */
interface HardwareSection {
  readonly platform?: string;
  readonly os?: string;
  readonly ports?: readonly CountedPorts[];
}

/** The first of the sections that says it: device, rack, tier. */
function choose<Key extends keyof HardwareSection>(
  sections: readonly (HardwareSection | undefined)[],
  key: Key,
): { readonly value: NonNullable<HardwareSection[Key]>; readonly holder: HardwareSection } | undefined {
  for (const holder of sections) {
    const value = holder?.[key];
    if (holder && value !== undefined) return { value, holder };
  }
  return undefined;
}

const countedPanels = new WeakMap<readonly CountedPorts[], readonly PortRun[]>();

/** Panel of a switch whose ports the user counts: SFP-like ports, numbered on. */
function countedPanel(counted: readonly CountedPorts[]): readonly PortRun[] {
  let panel = countedPanels.get(counted);
  if (!panel) {
    let first = 1;
    panel = counted.map((run): PortRun => {
      const last = first + run.count - 1;
      const built = {
        first,
        last,
        connector: 'sfp28',
        lanes: 1,
        speeds: [parseSpeed(run.speed)],
        breakouts: [],
        use: run.use,
      } as const;
      first = last + 1;
      return built;
    });
    countedPanels.set(counted, panel);
  }
  return panel;
}

/** Ports of a switch: its platform's, or those counted for a platform without. */
function choosePanel(
  building: Building,
  device: string,
  platform: Platform,
  sections: readonly (HardwareSection | undefined)[],
  span: Span,
): readonly PortRun[] {
  if (platform.ports.length > 0) {
    // Ports counted for the tier are for the tier's own platform, not for one that a device has in its place.
    const own = sections.findIndex((section) => section?.platform !== undefined);
    const counted = choose(sections.slice(0, own + 1), 'ports');
    if (counted) {
      const place = spanOf(building.topology, counted.holder, 'ports');
      building.defects.push({ kind: 'ports-not-counted', device, platform: platform.id, span: place });
    }
    return platform.ports;
  }
  const counted = choose(sections, 'ports');
  if (!counted) building.defects.push({ kind: 'no-ports', device, platform: platform.id, span });
  return counted ? countedPanel(counted.value) : [];
}

interface SwitchRequest {
  readonly role: SwitchRole;
  readonly name: string;
  readonly number: number;
  readonly rack?: Rack;
  readonly pod?: Pod;
  readonly unit?: number;
  /** From the nearest to the farthest: rack, tier. */
  readonly sections: readonly HardwareSection[];
  readonly span: Span;
}

/** Adds a switch; one whose platform is unknown is noted and left out. */
function addSwitch(building: Building, request: SwitchRequest): SwitchNode | undefined {
  const { topology } = building;
  const { data } = topology;
  const own: DeviceSection | undefined = Object.hasOwn(data.devices, request.name)
    ? data.devices[request.name]
    : undefined;
  const sections = [own, ...request.sections];
  const chosen = choose(sections, 'platform');
  const platform = chosen && findPlatform(chosen.value);
  if (!platform) {
    if (chosen) {
      const span = spanOf(topology, chosen.holder, 'platform');
      building.defects.push({
        kind: 'unknown-reference',
        what: 'platform',
        name: chosen.value,
        candidates: platformIds,
        span,
      });
    }
    return undefined;
  }
  const unit = own?.unit ?? request.unit;
  const node: SwitchNode = {
    kind: 'switch',
    name: request.name,
    role: request.role,
    number: request.number,
    platform,
    panel: choosePanel(building, request.name, platform, sections, request.span),
    os: choose(sections, 'os')?.value ?? '',
    ...(request.rack ? { rack: request.rack } : {}),
    ...(request.pod ? { pod: request.pod } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(own?.rack === undefined ? {} : { place: own.rack }),
    mtu: own?.mtu ?? data.fabric.mtu,
    maintenance: own?.maintenance ?? false,
    ports: new Map(),
    span: request.span,
  };
  if (own?.renamedFrom !== undefined) building.renames.devices.set(own.renamedFrom, request.name);
  return addNode(building, node) ? node : undefined;
}

/** Names of a tier's switches; a pattern that cannot be expanded is noted. */
function tierNames(
  building: Building,
  pattern: string,
  values: Readonly<Record<string, string>>,
  span: Span,
): string | undefined {
  const names = expandPattern(pattern, values);
  if (Array.isArray(names) && names.length === 1) return names[0];
  const reason = Array.isArray(names) ? 'it stands for several names; the count gives the number' : names.reason;
  building.defects.push({ kind: 'bad-pattern', pattern, reason, span });
  return undefined;
}

/** Adds the superspines and the spines, pod by pod. */
export function expandSpines(building: Building, pods: readonly Group[]): void {
  const { fabric } = building.topology.data;
  const tiers = [
    { role: 'superspine', section: fabric.superspines, pods: [undefined], fallback: 'superspine{n}' },
    {
      role: 'spine',
      section: fabric.spines,
      pods: pods.length > 0 ? pods : [undefined],
      fallback: pods.length > 0 ? 'pod{pod}-spine{n}' : 'spine{n}',
    },
  ] as const;
  for (const { role, section, pods: tierPods, fallback } of tiers) {
    if (!section) continue;
    const span = spanOf(building.topology, section, section.name === undefined ? 'count' : 'name');
    if (exceedsLimit(building, 'switches', section.count * tierPods.length, span)) return;
    for (const pod of tierPods) {
      for (let number = 1; number <= section.count; number++) {
        const values = { n: String(number), ...(pod ? { pod: pod.name } : {}) };
        const name = tierNames(building, section.name ?? fallback, values, span);
        if (name === undefined) return;
        addSwitch(building, { role, name, number, ...(pod ? { pod } : {}), sections: [section], span });
      }
    }
  }
}

/** Adds the leafs of every rack, at the top of the rack. */
export function expandLeafs(building: Building): void {
  const { leafs } = building.topology.data.fabric;
  for (const rack of building.racks) {
    for (let number = 1; number <= rack.leafCount; number++) {
      const values = {
        n: String(number),
        rack: rack.name,
        zone: rack.zone.name,
        ...(rack.pod ? { pod: rack.pod.name } : {}),
      };
      const span = spanOf(building.topology, leafs, 'name');
      const name = tierNames(building, leafs.name, values, span);
      if (name === undefined) return;
      const formerValues = { ...values, rack: rack.former ?? rack.name };
      const [former = name] = formerNames(building, leafs.name, formerValues, [name], span);
      if (former !== name) building.renames.devices.set(former, name);
      const leaf = addSwitch(building, {
        role: 'leaf',
        name,
        number,
        rack,
        ...(rack.pod ? { pod: rack.pod } : {}),
        unit: rack.height - number + 1,
        sections: [rack.section, leafs],
        span: rack.span,
      });
      if (leaf) rack.leafs.push(leaf);
    }
  }
}

/** Adds the border leafs, which stand in no rack. */
export function expandBorders(building: Building): void {
  const section = building.topology.data.fabric.borderLeafs;
  if (!section) return;
  const { topology } = building;
  const span = spanOf(topology, section, topology.spans.has(section, 'name') ? 'name' : 'count');
  for (let number = 1; number <= section.count; number++) {
    const name = tierNames(building, section.name, { n: String(number) }, span);
    if (name === undefined) return;
    addSwitch(building, { role: 'border', name, number, sections: [section], span });
  }
}
