import type { BuiltFabric } from './built-fabric.ts';
import { sh } from './namespaces.ts';

/** Devices by what a running switch knows of them. */
export interface Names {
  /** The device at the other end of a port's cable. */
  behind(device: string, port: string): string;
  /** The device that has an address; one of the link only is looked for at the other end of the port. */
  ownerOf(address: string, device: string, port: string): string;
}

interface Link {
  readonly address?: string;
  readonly addr_info?: readonly { local: string }[];
}

function linkOf(device: string, port: string): Link {
  const [link] = JSON.parse(sh('ip', '-n', device, '-j', 'address', 'show', 'dev', port)) as Link[];
  return link ?? {};
}

/** MAC address that a device sends to for an address. */
function macOf(address: string, device: string, port: string): string | undefined {
  const entries = JSON.parse(sh('ip', '-n', device, '-j', 'neighbor', 'show', 'to', address, 'dev', port)) as {
    lladdr?: string;
  }[];
  return entries[0]?.lladdr;
}

/** Stands for the IPv6 next hop of an IPv4 route where FRR gives routes without next-hop groups to the kernel. */
const standIn = '169.254.0.1';

/**
 * Names from the plans of a compiled folder.
 * @param others addresses of devices that the plans do not have.
 */
export function namesOf(fabric: BuiltFabric, others: Readonly<Record<string, string>> = {}): Names {
  const ends = new Map(
    fabric.cables.flatMap(({ a, z }) => [
      [`${a.device} ${a.port}`, z],
      [`${z.device} ${z.port}`, a],
    ]),
  );
  const owners = new Map([
    ...fabric.addresses.map(({ address, device }) => [address.replace(/\/\d+$/, ''), device] as const),
    ...Object.entries(others),
  ]);
  return {
    behind: (device, port) => ends.get(`${device} ${port}`)?.device ?? port,
    ownerOf(address, device, port) {
      const end = ends.get(`${device} ${port}`);
      if (!end || !(address.startsWith('fe80:') || address === standIn)) return owners.get(address) ?? address;
      const far = linkOf(end.device, end.port);
      const answers =
        address === standIn
          ? macOf(address, device, port) === far.address
          : far.addr_info?.some((one) => one.local === address);
      return answers === true ? end.device : address;
    },
  };
}
