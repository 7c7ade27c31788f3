import type { FabricChange, Hunk } from '../fabric-change.ts';
import type { CableTask } from '../impact/impact.ts';
import { endText, mechanismText, resetLine, someOf } from './words.ts';

/** A heading and the lines below it. */
export interface Detail {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** Names that one line has. */
const mostNames = 4;

function cableLine({ action, from, to, other, speeds }: CableTask): string {
  switch (action) {
    case 'move':
      return `move  ${endText(from)} → ${to.port}${other ? ` (its other end stays in ${endText(other)})` : ''}`;
    case 'change-speed':
      return `speed ${endText(from)} – ${endText(to)}: ${speeds?.before}G → ${speeds?.after}G, with a cable that can do it`;
    default:
      return `${action.padEnd(5)} ${endText(from)} – ${endText(to)}`;
  }
}

/** What a person must know before the change, most pressing first; empty details are left out. */
export function pressingDetails({ impact, devices, addresses }: FabricChange): Detail[] {
  const { removed, replaced } = devices;
  return [
    {
      heading: 'Servers',
      lines: impact.servers.map((one) => `${one.rack}: ${someOf(one.servers, mostNames)} ${mechanismText(one)}`),
    },
    {
      heading: 'Addresses that change',
      lines: addresses.changed.map(
        ({ before, after }) => `${after.device} ${after.interface}: ${before.address} → ${after.address}`,
      ),
    },
    { heading: 'OSPF adjacencies that go down', lines: impact.ospf.map(resetLine) },
    { heading: 'OSPFv3 adjacencies that go down', lines: impact.ospf3.map(resetLine) },
    { heading: 'BGP sessions that go down', lines: impact.bgp.map(resetLine) },
    { heading: 'MLAG pairs that lose each other', lines: impact.mlag.map(resetLine) },
    {
      heading: 'Links that are renumbered',
      lines: impact.renumbered.map(({ link, before, after }) => `${link}: ${before} → ${after}`),
    },
    {
      heading: 'Devices removed',
      lines: removed.map(({ name, rack }) => `${name}${rack === undefined ? '' : ` in ${rack}`}`),
    },
    { heading: 'Devices renamed', lines: devices.renamed.map(({ before, after }) => `${before} → ${after}`) },
    { heading: 'Devices replaced', lines: replaced.map(({ name }) => name) },
    { heading: 'Work on cables', lines: impact.cables.map(cableLine) },
  ].filter(({ lines }) => lines.length > 0);
}

/** What else there is to know. */
export function furtherDetails({ impact, devices, addresses, subnets }: FabricChange): Detail[] {
  return [
    {
      heading: 'Devices added',
      lines: devices.added.map(({ name, rack }) => `${name}${rack === undefined ? '' : ` in ${rack}`}`),
    },
    {
      heading: 'Paths of leafs into the fabric',
      lines: impact.paths.map(
        ({ leaf, before, kept, after }) => `${leaf}: ${before} → ${after}, of which ${kept} stay up throughout`,
      ),
    },
    {
      heading: 'Subnets',
      lines: subnets.map(
        ({ network, rack, before, after }) => `${network} in ${rack}: ${before ?? 'none'} → ${after ?? 'none'}`,
      ),
    },
    {
      heading: 'Addresses added',
      lines: addresses.added.map(({ device, interface: name, address }) => `${device} ${name} ${address}`),
    },
    {
      heading: 'Addresses removed',
      lines: addresses.removed.map(({ device, interface: name, address }) => `${device} ${name} ${address}`),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** `@@ -3,7 +3,8 @@ interface swp5` */
export function hunkHead({ before, after, section }: Hunk): string {
  return `@@ -${before.start},${before.lines} +${after.start},${after.lines} @@${section === '' ? '' : ` ${section}`}`;
}
