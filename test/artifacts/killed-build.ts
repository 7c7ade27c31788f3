/** Run by itself: writes an output to the folder given and is killed in its middle, as by the kernel. */
import { type Output, originOf, writeArtifacts } from '../../src/artifacts/output/index.ts';

const [target = ''] = process.argv.slice(2);

function* artifacts(): Generator<{ path: string; content: string }> {
  yield { path: 'a.txt', content: 'half' };
  process.stdout.write('staging\n');
  process.kill(process.pid, 'SIGKILL');
  yield { path: 'b.txt', content: 'never' };
}

const output: Output = { target, artifacts: artifacts(), origin: originOf('x', 'd', []) };
writeArtifacts(output);
