import { type Command, InvalidArgumentError } from 'commander';
import { type ScenarioKind, scenarioKinds } from '../../lab/fail/scenario.ts';
import type { LabOptions } from './lab-session.ts';

/** Options of `heddle lab fail`. */
export interface FailOptions extends LabOptions {
  readonly format: 'text' | 'json' | 'markdown';
  readonly wait: number;
  readonly all?: boolean;
  readonly kinds?: readonly ScenarioKind[];
  readonly baseline?: string;
}

/** Names of kinds, with commas between. */
export function parseKinds(value: string): ScenarioKind[] {
  return value.split(',').map((name) => {
    const kind = scenarioKinds.find((one) => one === name);
    if (kind === undefined) throw new InvalidArgumentError(`The kinds are ${scenarioKinds.join(', ')}.`);
    return kind;
  });
}

/** Adds what only `heddle lab fail` takes. */
export function withFailOptions(command: Command): Command {
  return command
    .argument('[words...]', 'words of the names of failures, such as "switch spine1"')
    .option('--all', 'everything that can break: links, switches, members of bonds, peer links, upstreams')
    .option('--kinds <names>', `only these kinds, names with commas between: ${scenarioKinds.join(', ')}`, parseKinds)
    .option('--baseline <file>', 'compare with an earlier run, stored as JSON; flows newly cut are a problem');
}
