import { Command } from 'commander';
import { editorSchema } from '../editor-schema.ts';
import type { Session } from '../session.ts';

const more = `
Editors that speak the YAML language server complete and explain every property when the
topology file begins with a line that names the schema:

  $ heddle schema > heddle.schema.json
  # yaml-language-server: $schema=heddle.schema.json
`;

/** `heddle schema` */
export function schemaCommand(session: Session): Command {
  return new Command('schema')
    .summary('print the JSON Schema of topology files, for editors')
    .description('Prints the JSON Schema (draft 2020-12) of topology files.')
    .addHelpText('after', more)
    .action(() => {
      session.print(`${JSON.stringify(editorSchema(), null, 2)}\n`);
    });
}
