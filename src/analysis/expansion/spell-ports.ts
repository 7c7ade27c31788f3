import type { Port } from '../../device/device.ts';
import { portOf } from '../../designs/ports.ts';
import type { Fabric, SwitchNode } from '../../fabric/fabric.ts';
import { targetByName } from '../../pipeline/registries.ts';

/** A port that nothing uses any more, as the panel of its switch has it. */
function unusedPort({ panel, platform }: SwitchNode, port: number, channel?: number): Port | undefined {
  const run = panel.find(({ first, last }) => first <= port && port <= last);
  if (!run) return undefined;
  const fitting = run.breakouts.filter(({ channels }) => channels >= (channel ?? 1)).map(({ channels }) => channels);
  const speed = Math.max(...run.speeds);
  return {
    panel: port,
    ...(channel === undefined ? {} : { channel }),
    channels: channel === undefined || fitting.length === 0 ? 1 : Math.min(...fitting),
    lanes: run.lanes,
    speed,
    maxSpeed: speed,
    platform: platform.id,
  };
}

/**
 * Spells ports (`49`, `49/1`) of switches as their own systems do.
 * @param nodeOf a switch of the file, or one like it where the switch is no longer there.
 */
export function spellPorts(
  fabric: Fabric,
  nodeOf: (device: string) => SwitchNode | undefined,
): (device: string, text: string) => string {
  return (device, text) => {
    const node = nodeOf(device);
    if (!node) return text;
    const [panel, channel] = text.split('/').map(Number);
    const used = node.name === device ? node.ports.get(text) : undefined;
    const port = used ? portOf(fabric, { node: device, port: used.ref }) : unusedPort(node, panel!, channel);
    return (port && targetByName.get(node.os)?.spellPort(port)) ?? text;
  };
}
