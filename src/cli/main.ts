#!/usr/bin/env node
import { run } from './run.ts';

for (const stream of [process.stdout, process.stderr]) {
  // A reader that has seen enough (`heddle explain | head`) is no error.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Waits until what was printed is out. */
async function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}

async function main(): Promise<void> {
  const code = await run(process.argv.slice(2), process);
  await Promise.all([process.stdout, process.stderr].map(written));
  // At once: tidying a heap that nobody needs any more would take as long as reading a topology.
  process.exit(code);
}

void main();
