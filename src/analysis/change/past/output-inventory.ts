import { formatPrefix, networkOf, parseIp } from '../../../ip/index.ts';
import { familyMark } from '../../../plan/families.ts';
import type { AddressPurpose } from '../../../plan/plan.ts';
import type { ExistingOutput } from '../existing-output.ts';
import {
  type AddressFact,
  type CableEnd,
  type CableFact,
  type DeviceFact,
  type Inventory,
  addressKey,
  linkAddressKey,
  subnetKey,
  vrfAddressKey,
} from '../inventory.ts';
import { csvRows } from './csv-rows.ts';
import type { Naming } from './naming.ts';

/** A row of `addressing/addresses.json`. */
type Row = Readonly<
  Record<'device' | 'interface' | 'address' | 'purpose', string> & Record<'network' | 'rack', string | null>
>;

function readAddressRows(output: ExistingOutput, { devices, racks }: Naming): readonly Row[] {
  try {
    const file = JSON.parse(output.read('addressing/addresses.json') ?? '{}') as { addresses?: Row[] };
    const rows = Array.isArray(file.addresses) ? file.addresses : [];
    if (devices.size + racks.size === 0) return rows;
    return rows.map((row) => ({
      ...row,
      device: devices.get(row.device) ?? row.device,
      rack: row.rack === null ? null : (racks.get(row.rack) ?? row.rack),
    }));
  } catch {
    // Not as heddle wrote it: the lock still knows the allocations.
    return [];
  }
}

function readCables(output: ExistingOutput, { devices, racks }: Naming): Map<string, CableFact> {
  const cables = new Map<string, CableFact>();
  for (const row of csvRows(output.read('cabling/cables.csv') ?? '')) {
    const cell = (name: string): string => row.get(name) ?? '';
    const end = (side: 'a' | 'z'): CableEnd => {
      const [rack, device] = [cell(`${side}_rack`), cell(`${side}_device`)];
      return {
        device: devices.get(device) ?? device,
        ...(rack === '' ? {} : { rack: racks.get(rack) ?? rack }),
        port: cell(`${side}_port`),
      };
    };
    const speed = Number(cell('speed_gbps'));
    const [a, z] = [end('a'), end('z')];
    const id = `${a.device}--${z.device}${cell('cable').slice(cell('cable').lastIndexOf('#'))}`;
    cables.set(id, { id, a, z, ...(speed > 0 ? { speed } : {}) });
  }
  return cables;
}

/** The subnet of an address such as `10.20.0.11/24`. */
function subnetOf(address: string): string | undefined {
  const [ip = '', length = ''] = address.split('/');
  const parsed = parseIp(ip);
  const bits = Number(length);
  return parsed && /^\d+$/.test(length) && bits <= (parsed.family === 4 ? 32 : 128)
    ? formatPrefix({ base: networkOf(parsed, bits), length: bits })
    : undefined;
}

/** Devices that have a folder, with the rack of servers. */
function readDevices(output: ExistingOutput): Map<string, DeviceFact> {
  const devices = new Map<string, DeviceFact>();
  for (const path of output.paths) {
    const [top, second = '', third = ''] = path.split('/');
    if (top === 'switches' && !devices.has(second)) devices.set(second, { name: second, kind: 'switch' });
    if (top === 'servers') devices.set(third, { name: third, kind: 'server', rack: second });
  }
  return devices;
}

/**
 * The inventory of an earlier build's output: its plans for people say all that is needed.
 * @param naming what the plans have under former names; the files are under those of now.
 * @param vrfs VRFs by the VLAN that each had on links.
 */
export function inventoryOfOutput(
  output: ExistingOutput,
  naming: Naming,
  vrfs: ReadonlyMap<string, string>,
): Inventory {
  const devices = readDevices(output);
  const cables = readCables(output, naming);
  const addresses = new Map<string, AddressFact>();
  const subnets = new Map<string, string>();
  const linkAt = new Map<string, string>();
  for (const { id, a, z } of cables.values()) {
    for (const { device, port } of [a, z]) linkAt.set(`${device} ${port}`, id);
  }
  for (const row of readAddressRows(output, naming)) {
    const { device, address, interface: name } = row;
    const rack = row.rack === null ? {} : { rack: row.rack };
    const known = devices.get(device);
    if (known && row.rack !== null && known.rack === undefined) devices.set(device, { ...known, ...rack });
    const link = row.purpose === 'p2p-link' ? linkAt.get(`${device} ${name}`) : undefined;
    const mark = familyMark(address.includes(':') ? 6 : 4);
    const purpose = `${row.purpose === 'p2p-link' && link === undefined ? name : row.purpose}${mark}`;
    const [, parent = '', vlan = ''] = /^(.+)\.(\d+)$/.exec(name) ?? [];
    const [ofVrf, vrf] = [linkAt.get(`${device} ${parent}`), vrfs.get(vlan)];
    const key =
      link !== undefined
        ? linkAddressKey(link, device, mark)
        : row.purpose === 'p2p-link' && ofVrf !== undefined && vrf !== undefined
          ? vrfAddressKey(vrf, ofVrf, device, mark)
          : addressKey(purpose, device, row.network ?? undefined);
    const network = row.network === null ? {} : { network: row.network };
    addresses.set(key, {
      device,
      ...rack,
      interface: name,
      address,
      purpose: row.purpose as AddressPurpose,
      ...network,
    });
    const subnet = subnetOf(address);
    const cable = link === undefined ? undefined : cables.get(link);
    if (cable && subnet !== undefined) {
      const others = (cable.prefix?.split(' ') ?? []).filter((one) => one.includes(':') !== subnet.includes(':'));
      const prefix = (mark === '' ? [subnet, ...others] : [...others, subnet]).join(' ');
      cables.set(cable.id, { ...cable, prefix });
    }
    if (row.network !== null && row.rack !== null && row.purpose !== 'anycast' && subnet !== undefined)
      subnets.set(subnetKey(row.network, row.rack, mark), subnet);
  }
  return { devices, cables, addresses, subnets };
}
