import { Command } from 'commander';
import { heddleHomepage, heddleVersion } from '../../files/package.ts';
import type { Schema } from '../../topology/schema/common.ts';
import type { Session } from '../session.ts';

const more = `
Example:
  $ heddle lsp --stdio     what an editor runs, to speak the Language Server Protocol with it

How to set that up in VS Code, Neovim, Helix and Emacs is in the README of heddle.
`;

/** `heddle lsp` */
export function lspCommand(session: Session): Command {
  return new Command('lsp')
    .summary('serve an editor: diagnostics, hover, completion, quick fixes')
    .description('Runs the language server for topology files on stdin and stdout, until the editor ends it.')
    .option('--stdio', 'use stdin and stdout, which is all there is: accepted since editors say so')
    .option('--clientProcessId <pid>', 'process of the editor: the server ends with it')
    .addHelpText('after', more)
    .action(async () => {
      if (process.stdin.isTTY) session.tell('An editor is expected to speak here, by the Language Server Protocol.\n');
      // Other commands start faster without them.
      const [{ serve }, { editorSchema }, { explanations }] = await Promise.all([
        import('../../lsp/server.ts'),
        import('../editor-schema.ts'),
        import('../../pipeline/explanations.ts'),
      ]);
      const homepage = heddleHomepage();
      await serve(process.stdin, process.stdout, {
        schema: editorSchema() as Schema,
        explanations,
        version: heddleVersion(),
        ...(homepage === undefined ? {} : { homepage }),
      });
    });
}
