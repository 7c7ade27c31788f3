import { addressArtifacts } from '../artifacts/addressing/address-artifacts.ts';
import type { Artifact } from '../artifacts/artifact.ts';
import { cableArtifacts } from '../artifacts/cabling/cable-artifacts.ts';
import type { Device, Port, SecretRef } from '../device/device.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { RenderedFile } from '../render/rendered-file.ts';
import type { RenderContext } from '../targets/target.ts';
import type { CompileOptions } from './compilation.ts';
import { formatByName, targetByName } from './registries.ts';
import { spellInterface } from './spell-interface.ts';

function contextFor(environment: NonNullable<CompileOptions['environment']>): RenderContext {
  return {
    spellPeer(target: string, port: Port): string {
      return (targetByName.get(target) ?? formatByName.get(target))?.spellPort(port) ?? String(port.panel);
    },
    readSecret({ name }: SecretRef): string {
      const value = environment[name];
      if (!value) throw new ExpectedError(`the environment variable ${name} is not set`);
      return value;
    },
  };
}

function renderDevice(device: Device, context: RenderContext): readonly RenderedFile[] {
  return device.kind === 'switch'
    ? (targetByName.get(device.os)?.render(device, context) ?? [])
    : (formatByName.get(device.format)?.render(device) ?? []);
}

function folderOf(device: Device): string {
  return device.kind === 'switch' ? `switches/${device.name}` : `servers/${device.location.rack}/${device.name}`;
}

/** Every file of the output but the manifest: devices in order, then the address and the cable plan. */
export function* renderArtifacts(plan: Plan, devices: readonly Device[], options: CompileOptions): Generator<Artifact> {
  options.onStage?.('render');
  const context = contextFor(options.environment ?? {});
  for (const [index, device] of devices.entries()) {
    const folder = folderOf(device);
    for (const file of renderDevice(device, context)) yield { path: `${folder}/${file.path}`, content: file.content };
    options.onDevice?.(index + 1, devices.length);
  }
  const spell = spellInterface(plan);
  yield* addressArtifacts(plan, spell);
  yield* cableArtifacts(plan.fabric, spell);
}
