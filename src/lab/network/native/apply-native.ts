import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { each } from '../../host/each.ts';
import type { Namespaces } from '../../host/namespaces.ts';
import { interfaceCommands } from '../interface-commands.ts';
import { type LabDevice, outsideName } from '../lab-device.ts';
import { startMlag } from '../mlag/start-mlag.ts';
import type { LabPlan } from '../prepare-lab.ts';
import { readStanzas } from '../stanzas.ts';
import { applyInterfaces, programOf, sysctlLines } from './apply.ts';
import { waitForBonds } from './bonds.ts';
import { coveredFolders } from './box.ts';
import { waitForNetworkd } from './networkd-state.ts';
import { nativeWiring, outsideLinks } from './wire.ts';

/** A router outside of the fabric is the lab's own, and takes no program of its own. */
async function applyUpstream(lab: Namespaces, device: LabDevice): Promise<void> {
  const stanzas = readStanzas(readFileSync(join(device.folder, 'interfaces'), 'utf8'));
  const links = stanzas.map(({ name }) => ({ name, carrier: name }));
  const lines = [...sysctlLines(device), ...interfaceCommands(stanzas, links, false)];
  await lab.script(lines, { device: device.name, seconds: 60 });
}

/** Builds the network out of cables with the names of real ports, and lets each device's own programs set up the rest. */
export async function applyNative(
  lab: Namespaces,
  devices: readonly LabDevice[],
  { cables, running }: Pick<LabPlan, 'cables' | 'running'>,
  onStage: (stage: string) => void,
): Promise<void> {
  onStage('cabling');
  const batch = async (lines: readonly string[], device?: string): Promise<void> => {
    const input = `${lines.join('\n')}\n`;
    await lab.run(['ip', '-batch', '-'], { input, seconds: 120, ...(device === undefined ? {} : { device }) });
  };
  await batch(nativeWiring(devices, cables));
  await batch(outsideLinks(devices, cables), outsideName);
  const atOnce = Math.min(4, availableParallelism());
  const ofKind = (kind: LabDevice['kind']): LabDevice[] => devices.filter((one) => one.kind === kind);
  await each(ofKind('upstream'), atOnce, async (device) => applyUpstream(lab, device));
  const own = devices.filter(({ kind }) => kind !== 'upstream');
  await lab.run(['mkdir', '-p', ...coveredFolders(own.map(programOf))]);
  // NetworkManager gives up on a port that has no link for some seconds.
  for (const kind of ['switch', 'server'] as const) {
    onStage(`interfaces of ${kind === 'switch' ? 'switches' : 'servers'}`);
    await each(ofKind(kind), atOnce, async (device) => applyInterfaces(lab, device));
    // Servers find pairs made: a bond that has seen two systems begins anew.
    if (kind === 'switch') await startMlag(lab, running);
  }
  onStage('bonds');
  await Promise.all(own.filter((device) => programOf(device).check === 'networkd').map(waitForNetworkd));
  await waitForBonds(lab, own);
}
