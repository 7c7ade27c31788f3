import type { SwitchDevice } from '../../device/device.ts';
import { formatByName, targetByName } from '../../pipeline/registries.ts';
import { placeholderOf } from '../../pipeline/secrets.ts';
import type { RenderContext } from '../../targets/target.ts';

/** No line that drains has a secret. */
const context: RenderContext = {
  spellPeer: (target, port) =>
    (targetByName.get(target) ?? formatByName.get(target))?.spellPort(port) ?? String(port.panel),
  readSecret: (secret, longest = Number.POSITIVE_INFINITY) => placeholderOf(secret, longest),
};

function linesOf(device: SwitchDevice): Set<string> {
  const files = targetByName.get(device.os)?.render(device, context) ?? [];
  return new Set(files.flatMap(({ content }) => content.split('\n').map((line) => line.trim())));
}

/** Lines, without indentation, that the files of a switch have when it is drained, and not otherwise. */
export function drainLines(device: SwitchDevice): ReadonlySet<string> {
  const used = linesOf({ ...device, maintenance: false });
  return new Set([...linesOf({ ...device, maintenance: true })].filter((line) => !used.has(line)));
}
