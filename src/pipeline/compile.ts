import { readControl } from '../control/control.ts';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts';
import { sortDiagnostics } from '../diagnostics/sort.ts';
import { lowerDevices } from '../designs/lower.ts';
import { buildFabric } from '../fabric/build.ts';
import { planFabric } from '../plan/plan-fabric.ts';
import { runRules } from '../rules/run.ts';
import { readTopology } from '../topology/read.ts';
import { checkCapabilities } from './capabilities.ts';
import { checkExtra } from './check-extra.ts';
import type { Compilation, CompileOptions } from './compilation.ts';
import { explanations } from './explanations.ts';
import { customOf, loadTemplates } from './own-templates.ts';
import { checkNames, designByName } from './registries.ts';
import { renderArtifacts } from './render-artifacts.ts';
import { beginWithLock, endWithLock } from './use-lock.ts';
import { checkSecrets } from './secrets.ts';

const nothing = (): [] => [];

/**
 * Compiles a topology file: reads, builds, plans, checks, lowers, and renders on demand.
 * Every mistake of every stage that could run is among the diagnostics, as far as the user's comments and config leave it.
 * @throws ExpectedError when the file cannot be read at all.
 */
export function compile(file: string, options: CompileOptions = {}): Compilation {
  const { onStage, environment } = options;
  onStage?.('read');
  const { topology, files, diagnostics: shape } = readTopology(file, options.design, options.overlay);
  const control = readControl(file, files, explanations, options.overlay);
  const read = { files, ...(control.config ? { config: control.config } : {}) };
  const conclude = (found: readonly Diagnostic[], isWhole: boolean) => {
    const { diagnostics, suppressed } = control.apply(found, isWhole);
    return { diagnostics: sortDiagnostics(diagnostics), suppressed };
  };
  if (!topology) return { ...read, devices: [], ...conclude(shape, false), artifacts: nothing };
  const beginning = options.previous ? undefined : beginWithLock(file, topology);
  onStage?.('build');
  const designName = options.design ?? topology.data.design;
  const design = designByName.get(designName);
  const fabric = buildFabric(topology, options.previous ?? beginning?.allocations, design?.traits);
  onStage?.('plan');
  const plan = planFabric(fabric);
  onStage?.('check');
  const { own, diagnostics: ownDiagnostics } = loadTemplates(topology);
  const ending = beginning && endWithLock(file, plan, beginning.lock);
  const checked: Diagnostic[] = [
    ...shape,
    ...(beginning?.diagnostics ?? []),
    ...(ending?.diagnostics ?? []),
    ...runRules(['fabric', 'plan'], { fabric, plan }, undefined, control.limits),
    ...checkNames(topology, fabric, designName),
    ...checkExtra(fabric),
    ...ownDiagnostics,
  ];
  const known = { ...read, topology, fabric, plan, ...(ending ? { lock: ending.state } : {}) };
  const stopped = { ...known, devices: [], artifacts: nothing };
  if (hasErrors(checked) || !design) return { ...stopped, ...conclude(checked, false) };
  onStage?.('lower');
  const devices = lowerDevices(plan, design);
  const found = [
    ...checked,
    ...runRules('devices', { devices: { fabric, devices } }, undefined, control.limits),
    ...checkCapabilities(fabric, devices),
    ...(environment && !options.redact ? checkSecrets(devices, environment) : []),
  ];
  // Of another design than the file's own, the rules report other things.
  const conclusion = conclude(found, options.design === undefined && !hasErrors(found));
  if (hasErrors(conclusion.diagnostics)) return { ...stopped, ...conclusion };
  return {
    ...known,
    devices,
    custom: customOf(own, devices),
    ...conclusion,
    artifacts: () => renderArtifacts(plan, devices, { ...options, replacements: own.replacements }),
  };
}
