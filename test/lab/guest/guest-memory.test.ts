import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { folderForMemory, guestMemory } from '../../../src/lab/guest/guest-memory.ts';

describe('memory of a guest', () => {
  it('grows with the lab', () => {
    expect(guestMemory(0)).toBe(1024);
    expect(guestMemory(40)).toBe(1024 + 40 * 60);
  });

  it('is in the first folder that has room', () => {
    expect(folderForMemory(1, ['/proc/self/nowhere', '/proc', tmpdir()])).toBe(tmpdir());
  });

  it('is refused where no folder has room, with what each has', () => {
    expect(() => folderForMemory(1024, ['/proc'])).toThrow('The guest needs 1024 MiB of memory: /proc has 0 MiB free');
  });
});
