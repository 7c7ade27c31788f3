import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { compareRuns, readRun } from '../../lab/fail/baseline.ts';
import type { Scenario } from '../../lab/fail/scenario.ts';
import type { OpenLab } from '../../lab/host/labs.ts';
import type { LabPlan } from '../../lab/network/prepare-lab.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import type { Session } from '../session.ts';
import { chooseScenarios } from './choose-failures.ts';
import { failAll } from './fail.ts';
import type { FailOptions } from './fail-options.ts';
import { comparisonWarnings } from './print-comparison.ts';
import { failuresJson, isBad, printFailures } from './print-failures.ts';

/**
 * Reads what the command line asks for: `choose` finds the failures before a lab is started for them, `act` makes them.
 * @throws ExpectedError where it asks for nothing, or the earlier run cannot be read.
 */
export function failCommand(session: Session, words: readonly string[], options: FailOptions) {
  const { kinds, all, format, wait, design } = options;
  if (words.length === 0 && !all && !kinds)
    throw new ExpectedError('Say which failures by words of their names, by --kinds, or --all');
  const baseline = options.baseline === undefined ? undefined : readRun(options.baseline);
  return {
    choose: (lab: LabPlan): Scenario[] => chooseScenarios(lab, words, kinds),
    async act(open: OpenLab, lab: LabPlan): Promise<ExitCode> {
      const onStage = (stage: string): void => session.tell(`  ${stage}\n`);
      const result = await failAll(open, lab, chooseScenarios(lab, words, kinds), { wait, design, onStage });
      const comparison = baseline && compareRuns(baseline, result);
      session.print(format === 'json' ? failuresJson(result, comparison) : printFailures(result, format, comparison));
      for (const warning of comparison ? comparisonWarnings(comparison) : []) session.tell(`warning: ${warning}\n`);
      return isBad(result) || (comparison?.newlyCut.length ?? 0) > 0 ? exitCode.problems : exitCode.done;
    },
  };
}
