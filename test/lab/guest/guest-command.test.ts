import { describe, expect, it } from 'vitest';
import { guestCommand } from '../../../src/lab/guest/guest-command.ts';

describe('command line of a guest', () => {
  const words = guestCommand({ folder: '/run/my labs/x', memory: 1500, memoryFolder: '/dev/shm' });

  it('has the root of the host, read-only', () => {
    expect(words).toEqual(expect.arrayContaining(['rootfstype=hostfs', 'rootflags=/', 'ro']));
    expect(words).not.toContain('rw');
  });

  it('quotes folders for the kernel, which splits at spaces', () => {
    expect(words).toEqual(expect.arrayContaining(['init="/run/my labs/x/agent"', 'HEDDLE_LAB="/run/my labs/x"']));
  });

  it('says how much memory there is, and where', () => {
    expect(words).toEqual(expect.arrayContaining(['mem=1500M', 'TMPDIR=/dev/shm']));
  });
});
