import { addressArtifacts } from '../artifacts/addressing/address-artifacts.ts';
import type { Artifact } from '../artifacts/artifact.ts';
import { cableArtifacts } from '../artifacts/cabling/cable-artifacts.ts';
import type { Device, Port, SecretRef } from '../device/device.ts';
import { ExpectedError } from '../diagnostics/expected-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { RenderedFile } from '../render/rendered-file.ts';
import { type Replacements, withReplacements } from '../render/replacements.ts';
import type { RenderContext } from '../targets/target.ts';
import type { CompileOptions } from './compilation.ts';
import { secretFinder } from './read-secret.ts';
import { formatByName, targetByName } from './registries.ts';
import { placeholderOf } from './secrets.ts';
import { spellInterface } from './spell-interface.ts';

/** Tells secrets; `told` gets each. */
export function secretReader(
  { environment = {}, redact }: CompileOptions,
  told = new Set<string>(),
): RenderContext['readSecret'] {
  const find = secretFinder(environment);
  return (secret: SecretRef, longest = Number.POSITIVE_INFINITY): string => {
    if (redact) return placeholderOf(secret, longest);
    const found = find(secret);
    if ('lack' in found) throw new ExpectedError(found.lack);
    told.add(found.value);
    return found.value;
  };
}

/** What targets may ask; `told` gets every secret that was told. */
function contextFor(options: CompileOptions, told: Set<string>): RenderContext {
  return {
    spellPeer(target: string, port: Port): string {
      return (targetByName.get(target) ?? formatByName.get(target))?.spellPort(port) ?? String(port.panel);
    },
    readSecret: secretReader(options, told),
  };
}

/** Whether one of the secrets stands in a text, as it is or with backslashes before what would end a string. */
function holdsSecret(text: string, secrets: ReadonlySet<string>): boolean {
  return [...secrets].some((secret) => text.includes(secret) || text.includes(secret.replaceAll(/["\\]/g, '\\$&')));
}

function renderDevice(device: Device, context: RenderContext): readonly RenderedFile[] {
  return device.kind === 'switch'
    ? (targetByName.get(device.os)?.render(device, context) ?? [])
    : (formatByName.get(device.format)?.render(device, context) ?? []);
}

function folderOf(device: Device): string {
  return device.kind === 'switch' ? `switches/${device.name}` : `servers/${device.location.rack}/${device.name}`;
}

/** What a rendering needs besides the options of a compilation. */
interface RenderOptions extends CompileOptions {
  /** Stanzas in the place of heddle's; none when absent. */
  readonly replacements?: Replacements;
}

/** Every file of the output but the manifest: devices in order, then the address and the cable plan. */
export function* renderArtifacts(plan: Plan, devices: readonly Device[], options: RenderOptions): Generator<Artifact> {
  options.onStage?.('render');
  const told = new Set<string>();
  const context = contextFor(options, told);
  for (const [index, device] of devices.entries()) {
    const folder = folderOf(device);
    told.clear();
    for (const { path, content } of withReplacements(options.replacements ?? new Map(), () =>
      renderDevice(device, context),
    )) {
      yield { path: `${folder}/${path}`, content, ...(holdsSecret(content, told) ? { isSecret: true } : {}) };
    }
    options.onDevice?.(index + 1, devices.length);
  }
  const spell = spellInterface(plan);
  yield* addressArtifacts(plan, spell);
  yield* cableArtifacts(plan.fabric, spell);
}
