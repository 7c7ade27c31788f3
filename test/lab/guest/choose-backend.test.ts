import { describe, expect, it } from 'vitest';
import { type BackendChoice, chooseBackend } from '../../../src/lab/guest/choose-backend.ts';

const needsVrf = ['leaf1 has VRFs (kernel option CONFIG_NET_VRF)'];
const noUml = [
  { program: 'linux.uml', package: 'user-mode-linux' },
  { program: 'modprobe', package: 'kmod' },
];
const install = 'on Debian: apt-get install user-mode-linux kmod';

function choose(changes: Partial<BackendChoice>): string {
  return chooseBackend({ wish: 'auto', inGuest: false, unmet: [], missing: [], ...changes });
}

function refusal(changes: Partial<BackendChoice>): { message: string; hint: string } {
  try {
    choose(changes);
  } catch (error) {
    const { message, hint } = error as { message: string; hint: string };
    return { message, hint };
  }
  throw new Error('nothing was refused');
}

describe('where a lab runs', () => {
  it('is the running kernel where that has what the fabric needs', () => {
    expect(choose({})).toBe('namespaces');
    expect(choose({ missing: noUml })).toBe('namespaces');
  });

  it('is a guest where the running kernel lacks something', () => {
    expect(choose({ unmet: needsVrf })).toBe('uml');
  });

  it('is what was wished for', () => {
    expect(choose({ wish: 'uml' })).toBe('uml');
    expect(choose({ wish: 'namespaces' })).toBe('namespaces');
  });

  it('is never a guest in a guest', () => {
    expect(choose({ inGuest: true, wish: 'uml' })).toBe('namespaces');
    expect(() => choose({ inGuest: true, unmet: needsVrf })).toThrow(needsVrf[0]);
  });

  it('is refused in one message that names the kernel option and the packages', () => {
    const { message, hint } = refusal({ unmet: needsVrf, missing: noUml });
    expect(message).toBe(needsVrf[0]);
    expect(hint).toContain(install);
  });

  it('is refused where what was wished for cannot run it', () => {
    expect(refusal({ wish: 'uml', missing: noUml })).toEqual({
      message: 'A guest needs linux.uml and modprobe',
      hint: install,
    });
    expect(refusal({ wish: 'namespaces', unmet: needsVrf })).toEqual({
      message: needsVrf[0],
      hint: '--backend uml runs it in a kernel that has it',
    });
  });
});
