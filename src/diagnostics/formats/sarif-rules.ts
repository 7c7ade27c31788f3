import type { Diagnostic, Explanation } from '../diagnostic.ts';
import { levels, sarifText } from './sarif-parts.ts';

const rest = 'The rest of the file is left out.';

/** A block of YAML in Markdown; its fence is longer than any in the text. */
function fenced(yaml: string): string {
  const longest = Math.max(2, ...(yaml.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${yaml.trimEnd()}\n${fence}`;
}

/** The help of a rule: why it is there, and how a file breaks it and keeps it. */
function help({ summary, why, source, example }: Explanation): object {
  const { wrong, right, whole } = example;
  const parts = (mark: (title: string) => string, block: (yaml: string) => string) =>
    [
      summary,
      why,
      ...(source === undefined ? [] : [`${mark('Source:')} ${source}`]),
      mark('Wrong:'),
      block(wrong),
      mark('Right:'),
      block(right),
      ...(whole ? [] : [rest]),
    ].join('\n\n');
  const plain = parts(
    (title) => title,
    (yaml) => yaml.trimEnd(),
  );
  return { text: sarifText(plain), markdown: sarifText(parts((title) => `**${title}**`, fenced)) };
}

/** The rule of a diagnostic, as a viewer shows it beside its results. */
export function ruleDescriptor({ code, rule }: Diagnostic, explanation: Explanation | undefined): object {
  if (!explanation) return { id: code, name: rule };
  const { summary, why, severity } = explanation;
  return {
    id: code,
    name: rule,
    shortDescription: { text: sarifText(summary) },
    fullDescription: { text: sarifText(why) },
    help: help(explanation),
    defaultConfiguration: { level: levels[severity] },
  };
}
