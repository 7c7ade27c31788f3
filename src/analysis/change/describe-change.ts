import type { Artifact } from '../../artifacts/artifact.ts';
import type { Device } from '../../device/device.ts';
import { EarlierAllocations } from '../../fabric/earlier.ts';
import type { Allocations, Plan } from '../../plan/plan.ts';
import { compareAddresses, compareCables, compareDevices, compareSubnets } from './compare/compare-inventories.ts';
import type { ExistingOutput } from './existing-output.ts';
import type { FabricChange, FileChange } from './fabric-change.ts';
import { type DeviceEdit, compareFiles } from './files/compare-files.ts';
import { assessImpact } from './impact/assess.ts';
import { changedPorts } from './impact/server-ports.ts';
import { type FormsOf, changedSettings, otherSettings } from './impact/settings.ts';
import { namingSince, underNewNames } from './past/naming.ts';
import { inventoryOfPast } from './past/past.ts';
import type { Inventory } from './inventory.ts';
import { inventoryOfPlan } from './present.ts';
import { frrForms } from '../../frr/config-forms.ts';
import { targetByName } from '../../pipeline/registries.ts';

/** What a compilation without errors gives. */
export interface Compiled {
  readonly plan: Plan;
  readonly devices: readonly Device[];
  readonly artifacts: () => Iterable<Artifact>;
}

export interface ChangeOptions {
  /** True where the artifacts have placeholders for secrets. */
  readonly redacted: boolean;
  /** Values of secrets that are known; they are never in the change. */
  readonly secrets?: readonly string[];
  /** Switches that are another model than before. */
  readonly otherModels?: readonly string[];
}

function racksOf({ devices }: Inventory): string[] {
  return [...devices.values()].flatMap(({ rack }) => (rack === undefined ? [] : [rack]));
}

/** Devices whose config says something else than before; other comments do not count. */
function reconfigured(files: readonly FileChange[], edits: readonly DeviceEdit[]): ReadonlySet<string> {
  const unread = files.filter(({ kind, hunks }) => kind === 'changed' && hunks.length === 0);
  const telling = edits.filter(({ line }) => !/^\s*(?:[#!]|$)/.test(line));
  return new Set([...unread, ...telling].map(({ device }) => device));
}

/** The lines that each device's configs have: a switch's as its target says, a server's where it is a router. */
function formsOf(devices: readonly Device[]): FormsOf {
  const found = new Map(
    devices.map((one) => [
      one.name,
      (one.kind === 'switch' ? targetByName.get(one.os)?.configForms : frrForms)?.settings ?? [],
    ]),
  );
  return (device) => found.get(device) ?? [];
}

/**
 * What a build would change: against the allocations of the build before, and against its output. Where the two differ,
 * the allocations win. Linear in the size of the fabric.
 * @param earlier empty where there are none.
 */
export function describeChange(
  earlier: Allocations,
  output: ExistingOutput,
  after: Compiled,
  options: ChangeOptions,
): FabricChange {
  const { plan } = after;
  const present = inventoryOfPlan(plan);
  const { renames } = plan.fabric;
  const naming = namingSince(earlier, output, renames);
  const before = new EarlierAllocations(earlier).renamed(renames).all;
  const existing = underNewNames(output, naming);
  const past = inventoryOfPast(before, existing, naming, plan, present);
  const hasOutput = existing.paths.size > 0;
  const was = hasOutput ? 'output' : before.size > 0 ? 'lock' : 'none';
  // A lock without its output: which configs differ cannot be known, so no file is said to change.
  const artifacts = was === 'lock' ? [] : after.artifacts();
  const { redacted, secrets = [] } = options;
  const rackOf = (device: string) => (present.devices.get(device) ?? past.devices.get(device))?.rack;
  const { files, plans, edits } = compareFiles(existing, artifacts, { redacted, secrets, rackOf });
  const devices = {
    ...compareDevices(past, present, files, new Set(options.otherModels)),
    renamed: [...naming.devices].map(([former, now]) => ({ before: former, after: now })),
  };
  const cables = compareCables(past, present);
  const addresses = compareAddresses(past, present);
  const others = otherSettings(edits, formsOf(after.devices));
  const impact = assessImpact({
    past,
    present,
    before,
    plan,
    plannedDevices: after.devices,
    devices,
    cables,
    addresses,
    reconfigured: reconfigured(files, edits),
    changedPorts: changedPorts(others),
    settings: changedSettings(others),
  });
  return {
    fabric: plan.fabric.name,
    past: was,
    racks: [...new Set([present, past].flatMap(racksOf))],
    devices,
    cables,
    addresses,
    subnets: compareSubnets(past, present),
    files,
    plans,
    secretsCompared: !options.redacted,
    impact,
  };
}
