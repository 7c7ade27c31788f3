import type { Device } from '../../device/device.ts';
import type { Wiring } from '../host/kernel.ts';
import type { LabCables } from './cables.ts';
import { delayScale } from './mlag/mlag-switch.ts';
import { labFormat } from './linux-devices.ts';
import { nicProgram } from './native/nic-programs.ts';

function plainNotes(running: readonly Device[], { unwired }: LabCables): string[] {
  const bonds = running.some(({ interfaces }) => interfaces.some(({ kind }) => kind === 'lag'));
  const tagged = running.some(({ interfaces }) => interfaces.some(({ kind }) => kind === 'sub'));
  return [
    'interfaces: the intent of the generated files through iproute2; ifupdown2 itself needs VRFs and VLAN-aware bridges',
    'left out: management ports and their VRF, storm control, guards of spanning tree, DHCP relays',
    ...(bonds ? [`bonds: each is its first member; ${unwired.size / 2} cables are left out`] : []),
    ...(tagged ? ['tagged VLANs: each is a virtual cable of its own'] : []),
  ];
}

function nativeNotes(running: readonly Device[]): string[] {
  const formats = new Set(running.map((one) => (one.kind === 'switch' ? labFormat : one.format)));
  const titles = [...formats].toSorted().map((format) => nicProgram(format)?.title ?? format);
  const asks = running.some((one) => one.kind === 'switch' && !one.management.address);
  return [
    `interfaces: the generated files, applied by the programs that read them: ${titles.join(', ')}`,
    ...(asks ? ['management ports: no DHCP server is there to answer, so they are without an address'] : []),
    ...(running.some((one) => one.kind === 'switch' && one.mlag)
      ? [
          `MLAG: an agent of the lab's own on each switch; ports wait 1/${delayScale} of the real delays after a start`,
          'spanning tree: off on the switches of MLAG pairs, which the kernel takes for two bridges each',
        ]
      : []),
    'left out: DHCP relays, and services besides FRR',
  ];
}

/** What a lab's network stands in for, or leaves out, as it is wired. */
export function wiringNotes(wiring: Wiring, running: readonly Device[], cables: LabCables): string[] {
  return wiring === 'native' ? nativeNotes(running) : plainNotes(running, cables);
}
