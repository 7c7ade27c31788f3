import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SwitchDevice, LagInterface, ServerDevice } from '../../src/device/device.ts';
import type { Compilation, CompileOptions } from '../../src/pipeline/compilation.ts';
import { compile } from '../../src/pipeline/compile.ts';

/** Compiles the text of a topology file. */
export function compileText(text: string, options: CompileOptions = {}): Compilation {
  const folder = mkdtempSync(join(tmpdir(), 'heddle-design-'));
  try {
    const file = join(folder, 'fabric.yaml');
    writeFileSync(file, text);
    return compile(file, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong, a line each. */
export function complaints({ diagnostics }: Compilation): string[] {
  return diagnostics.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

export function switchesOf({ devices }: Compilation): ReadonlyMap<string, SwitchDevice> {
  return new Map(devices.flatMap((one) => (one.kind === 'switch' ? [[one.name, one] as const] : [])));
}

export function serversOf({ devices }: Compilation): readonly ServerDevice[] {
  return devices.flatMap((one) => (one.kind === 'server' ? [one] : []));
}

export function lagsOf({ interfaces }: SwitchDevice): LagInterface[] {
  return interfaces.flatMap((one) => (one.kind === 'lag' ? [one] : []));
}
