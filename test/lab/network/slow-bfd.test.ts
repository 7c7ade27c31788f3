import { join } from 'node:path';
import { expect, it } from 'vitest';
import { slowBfd } from '../../../src/lab/network/slow-bfd.ts';
import { compile } from '../../../src/pipeline/compile.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'topologies', 'two-rack.yaml');
const { devices } = compile(file, { environment: {}, redact: true });

it('one processor runs BFD once a second, and says so once', () => {
  const slow = slowBfd(devices);
  const bfd = slow.devices.flatMap((one) => (one.kind === 'switch' ? one.bfd : []));
  expect(bfd).toHaveLength(4);
  for (const one of bfd) expect(one).toEqual({ interval: 1000, multiplier: 3 });
  expect(slow.notes).toEqual([expect.stringContaining('a packet in 1000 ms, in place of 100 ms')]);
  expect(slowBfd(slow.devices)).toEqual({ devices: slow.devices, notes: [] });
});
