import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { type FailureReport, failLab, startupSeconds } from '../../lab/fail-lab.ts';
import { Flows } from '../../lab/flows.ts';
import type { OpenLab } from '../../lab/labs.ts';
import { settle } from '../../lab/observe.ts';
import { predict } from '../../lab/predict.ts';
import type { LabPlan } from '../../lab/prepare-lab.ts';
import { type Scenario, scenariosOf } from '../../lab/scenarios.ts';

/** The scenarios of a lab whose names hold one of the words; all without words. */
export function chooseScenarios({ running, cables }: LabPlan, words: readonly string[]): Scenario[] {
  const all = scenariosOf(running, cables);
  const chosen = words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
  if (chosen.length > 0) return chosen;
  throw new ExpectedError(`No failure is called ${words.join(' or ')}`, {
    hint: `they are called ${all
      .slice(0, 2)
      .map(({ name }) => `"${name}"`)
      .join(', ')} ... "${all.at(-1)?.name}"`,
  });
}

/** The probe's command line: this package's, by the same Node.js. */
function probe(): string[] {
  const file = join(import.meta.dirname, `probe${extname(import.meta.filename)}`);
  return [process.execPath, ...process.execArgv, file];
}

/**
 * Makes one failure after the other happen.
 * @throws ExpectedError where the lab is not at rest to begin with.
 */
export async function failAll(
  open: OpenLab,
  lab: LabPlan,
  scenarios: readonly Scenario[],
  options: { wait: number; onStage: (stage: string) => void },
): Promise<FailureReport[]> {
  const { routers } = predict(lab.devices, { devices: lab.leftOut, cables: lab.cables.unwired });
  options.onStage('waiting for the routes');
  if ((await settle(open.namespaces, routers, options.wait)) === undefined) {
    throw new ExpectedError('The routes are not what is predicted even without a failure', {
      hint: 'heddle lab test says where',
    });
  }
  const left = startupSeconds(lab.running) - (Date.now() - Date.parse(open.since)) / 1000 + 2;
  if (left > 0) {
    options.onStage(`waiting ${Math.ceil(left)} s, until no switch says any more that it has just started`);
    await sleep(left * 1000);
  }
  const flows = new Flows(open.namespaces, probe());
  const reports: FailureReport[] = [];
  try {
    for (const scenario of scenarios) {
      options.onStage(scenario.name);
      reports.push(await failLab(open, lab, scenario, { flows, wait: options.wait }));
    }
  } finally {
    flows.end();
  }
  return reports;
}
