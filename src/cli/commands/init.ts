import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { ExpectedError } from '../../diagnostics/expected-error.ts';
import { attempt } from '../../files/attempt.ts';
import type { Session } from '../session.ts';
import { starterTopology } from '../starter-topology.ts';

const more = `
Examples:
  $ heddle init                 writes topology.yaml
  $ heddle init swift.yaml
  $ heddle init - | less        prints it
`;

/** Writes the starter; a file that is there stays. */
function write(file: string): void {
  attempt(`write ${file}`, () => {
    try {
      writeFileSync(file, starterTopology, { flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      throw new ExpectedError(`Cannot write ${file}: it is already there`, {
        hint: 'give another name, or look at the starter with heddle init -',
      });
    }
  });
}

/** `heddle init` */
export function initCommand(session: Session): Command {
  return new Command('init')
    .summary('write a commented starter topology')
    .description('Writes a small topology file with a comment on every part, to change into your own.')
    .argument('[file]', 'the file to write, which must not be there yet; - prints it', 'topology.yaml')
    .addHelpText('after', more)
    .action((file: string) => {
      if (file === '-') {
        session.print(starterTopology);
        return;
      }
      write(file);
      session.print(`Written: ${file}\nNext:    heddle build ${file}\n`);
    });
}
