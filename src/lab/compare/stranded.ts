import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { Device } from '../../device/device.ts';
import type { Scenario } from '../fail/scenario.ts';

/**
 * How many servers a scenario leaves without any cable to the fabric: those of a dead leaf that have no other. No flows
 * are measured between them, since no design can help them.
 */
export function strandedServers(
  { kind, devices, failures }: Pick<Scenario, 'kind' | 'devices' | 'failures'>,
  running: readonly Device[],
): number {
  const dead = new Set(kind === 'power' || kind === 'hang' ? devices : []);
  const cut = new Set([...(failures.cables ?? []), ...(failures.silent ?? [])]);
  const present = new Set(running.map(({ name }) => name));
  return running.filter(({ kind: what, name, interfaces }) => {
    const cables = interfaces.flatMap((one) =>
      one.kind === 'ethernet' && one.peer && present.has(one.peer.device)
        ? [{ port: one.port, far: one.peer.device }]
        : [],
    );
    return what === 'server' && cables.every(({ port, far }) => dead.has(far) || cut.has(`${name} ${portKey(port)}`));
  }).length;
}
