import { isAlias, parseDocument, visit } from 'yaml';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import type { Job } from './job.ts';
import { type Conflict, type Tree, type Value, merge, under } from './tree.ts';

/** A value as it may stand in NVUE's object model; a switch of YAML 1.1 is NVUE's own word. */
function toValue(data: unknown, refuse: (why: string) => never): Value {
  if (data === null || data === undefined) return {};
  if (typeof data === 'string' || typeof data === 'number') return data;
  if (typeof data === 'boolean') return refuse('true and false are no values of NVUE: it has on and off');
  if (Array.isArray(data)) return refuse('a list is no value of NVUE: it has keys of which each stands for itself');
  const entries = Object.entries(data as object);
  return Object.fromEntries(entries.map(([key, value]) => [key, toValue(value, refuse)]));
}

/**
 * Reads extra lines: YAML, as it would stand below `set`, or below an interface of it.
 * @throws ExpectedError where they are no YAML mapping of plain values.
 */
function readLines(lines: readonly string[], of: string): Tree {
  const refuse = (why: string): never => {
    throw new ExpectedError(`the extra lines of ${of} cannot go into a document of NVUE: ${why}`, {
      hint: 'they must be YAML, as it stands below `set` (for an interface: below its name)',
    });
  };
  const document = parseDocument(lines.join('\n'));
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) refuse(fault.message.split('\n')[0] ?? '');
  visit(document, {
    Node(_key, node) {
      if (isAlias(node)) refuse('they have an alias');
      if ('tag' in node && node.tag !== undefined) refuse(`they have a tag, ${node.tag}`);
    },
  });
  const value = toValue(document.toJS(), refuse);
  return typeof value === 'object' ? value : refuse('they are one value, not keys with values');
}

/** All extra lines of a device as one tree. */
export function extraTree({ device, interfaces }: Job): Tree {
  const refuse: Conflict = (path) => {
    throw new ExpectedError(`extra lines of ${device.name} say ${path.join(' ')} twice`);
  };
  const ofInterfaces = interfaces.map(({ name, one }) =>
    one.extra && one.extra.length > 0 ? under(['interface', name], readLines(one.extra, `${device.name} ${name}`)) : {},
  );
  const own = device.extra.length > 0 ? readLines(device.extra, device.name) : {};
  return [own, ...ofInterfaces].reduce((all, one) => merge(all, one, refuse));
}

/** Settings come from the user where both have one; a setting cannot take the place of settings, nor the other way. */
export function withExtra(set: Tree, job: Job): Tree {
  return merge(set, extraTree(job), (path, own, users) => {
    if (typeof own === 'object' || typeof users === 'object') {
      throw new ExpectedError(
        `extra lines of ${job.device.name} say something else than a setting for ${path.join(' ')}`,
      );
    }
    return users;
  });
}

const commented = (name: string, lines: readonly string[] = []): string[] =>
  lines.length === 0 ? [] : [`extra lines of ${name}, which stand below as well:`, ...lines.map((line) => `  ${line}`)];

/**
 * Extra lines once more, as a comment: their places in the tree do not show that they are the user's. In ASCII, since
 * YAML 1.1 knows other line ends.
 */
export function extraComment({ device, interfaces }: Job): string {
  const all = [commented('the device', device.extra), ...interfaces.map(({ name, one }) => commented(name, one.extra))];
  return all
    .flat()
    .map((line) => ` ${line.replaceAll(/[^ -~]/g, '?')}`.trimEnd())
    .join('\n');
}
