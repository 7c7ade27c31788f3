import type { Device } from '../../device/device.ts';
import { portKey } from '../../analysis/forwarding/interface-key.ts';
import type { LabCables } from '../network/cables.ts';
import { type Cable, shutScenarios, silentScenarios } from './link-scenarios.ts';
import { type Scenario, scenarioKinds } from './scenario.ts';
import type { LabPlan } from '../network/prepare-lab.ts';
import { peerLinkScenarios } from './peer-link-scenarios.ts';
import { upstreamScenarios } from './upstream-scenarios.ts';
import { switchScenarios } from './switch-scenarios.ts';

/** Ports of servers that are one of several members of a bond, as `<device> <port>`. */
function bondMembers(running: readonly Device[]): ReadonlySet<string> {
  return new Set(
    running.flatMap(({ kind, name, interfaces }) =>
      kind === 'server'
        ? interfaces.flatMap((one) =>
            one.kind === 'lag' && one.members.length > 1 ? one.members.map((port) => `${name} ${portKey(port)}`) : [],
          )
        : [],
    ),
  );
}

/** Cables to members of bonds; none where the lab has no bonds, but one member that stands for each. */
function nicCables(running: readonly Device[], { wired, unwired }: LabCables): Cable[] {
  if (unwired.size > 0) return [];
  const members = bondMembers(running);
  return wired.filter((cable) => cable.some(({ device, port }) => members.has(`${device} ${port}`)));
}

/** Everything that can break in a lab, in the order of `scenarioKinds`. */
export function scenariosOf({
  running,
  cables,
  upstreams,
}: Pick<LabPlan, 'running' | 'cables' | 'upstreams'>): Scenario[] {
  const { wired } = cables;
  const switches = running.filter(({ kind }) => kind === 'switch');
  const names = new Set(switches.map(({ name }) => name));
  const links = wired.filter((cable) => cable.every(({ device }) => names.has(device)));
  const all = [
    ...links.flatMap((cable) => [...shutScenarios('link', cable), ...silentScenarios(cable)]),
    ...switches.flatMap(({ name }) => switchScenarios(name, wired)),
    ...nicCables(running, cables).flatMap((cable) => [
      ...shutScenarios('nic', cable),
      ...silentScenarios(cable).slice(0, 1),
    ]),
    ...switches.flatMap((device) => peerLinkScenarios(device, running, wired)),
    ...upstreams.flatMap(upstreamScenarios),
  ];
  return scenarioKinds.flatMap((kind) => all.filter((one) => one.kind === kind));
}
