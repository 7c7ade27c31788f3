import type { EthernetInterface, LagInterface, Port, SwitchDevice } from '../../../device/device.ts';
import { ExpectedError } from '../../../diagnostics/expected-error.ts';
import { formatInterfaceAddress, formatIp } from '../../../ip/index.ts';
import { bridgeMtu, isBridged } from '../bridge.ts';
import { type Job, type Named, eachInterface, isPeerSvi } from '../job.ts';
import { managementPort, peerLinkName, peerLinkVlan, spellPort } from '../names.ts';
import { describeInterface } from '../text.ts';
import { type Tree, keys, settings } from '../tree.ts';

/** The port out of band, in the VRF that only management has. */
export function managementPart({ device }: Job): Tree {
  const { vrf, address, gateway } = device.management;
  const ip = settings({
    address: keys([address ? formatInterfaceAddress(address) : 'dhcp']),
    gateway: gateway ? keys([formatIp(gateway)]) : undefined,
    vrf,
  });
  return { interface: { [managementPort]: { ip, type: 'eth' } } };
}

/** Speed, where it is not what the port comes up with by itself. */
function speedOf({ speed, maxSpeed, channels }: Port): string | undefined {
  return speed * channels === maxSpeed ? undefined : `${speed}G`;
}

function ethernetTree(one: EthernetInterface, device: SwitchDevice): Tree {
  // Members have the MTU of their bond.
  const mtu = one.mode.type === 'member' ? undefined : isBridged(one) ? bridgeMtu(device) : one.mtu;
  return settings({ type: 'swp', link: settings({ mtu, speed: speedOf(one.port) }) });
}

function lagTree(one: LagInterface, device: SwitchDevice): Tree {
  const { protocol } = one;
  if (protocol.type === 'active-backup' || (protocol.type === 'lacp' && !protocol.active)) {
    throw new Error('a bond of NVUE is LACP, active, or static');
  }
  if (one.minLinks > 1) {
    throw new ExpectedError(`${device.name}: NVUE cannot ask a bond for ${one.minLinks} links before it comes up`);
  }
  const isPeerLink = one.id === device.mlag?.peerLink;
  return settings({
    type: isPeerLink ? 'peerlink' : 'bond',
    link: { mtu: isBridged(one) ? bridgeMtu(device) : one.mtu },
    bond: settings({
      member: keys(one.members.map(spellPort)),
      mode: protocol.type === 'lacp' ? 'lacp' : 'static',
      'lacp-rate': protocol.type === 'lacp' ? protocol.rate : undefined,
      'lacp-bypass': protocol.type === 'lacp' ? 'off' : undefined,
      mlag: one.mlag === undefined ? undefined : { enable: 'on', id: one.mlag },
    }),
  });
}

function kindTree({ name, one }: Named, device: SwitchDevice): Tree {
  switch (one.kind) {
    case 'loopback':
      return { type: 'loopback' };
    case 'ethernet':
      return ethernetTree(one, device);
    case 'lag':
      return lagTree(one, device);
    case 'svi':
      if (isPeerSvi(one, device)) return { type: 'sub', 'base-interface': peerLinkName, vlan: peerLinkVlan };
      return { type: 'svi', vlan: one.vlan, link: { mtu: one.mtu } };
    case 'sub': {
      const base = name.slice(0, name.lastIndexOf('.'));
      return { type: 'sub', 'base-interface': base, vlan: one.vlan, link: { mtu: one.mtu } };
    }
  }
}

/** What each interface is, and its link. */
export function interfacesPart(job: Job): Tree {
  return eachInterface(job, (named) => kindTree(named, job.device));
}

export function descriptionsPart(job: Job): Tree {
  return eachInterface(job, ({ one }) => settings({ description: describeInterface(one, job.context.spellPeer) }));
}

/** Panel ports that are broken out: the mode stands on the whole port, which is no interface otherwise. */
export function breakoutsPart({ device }: Job): Tree {
  const broken = new Map<string, Tree>();
  for (const one of device.interfaces) {
    if (one.kind !== 'ethernet' || one.port.channel === undefined) continue;
    const { panel, channels } = one.port;
    broken.set(`swp${panel}`, { type: 'swp', link: { breakout: keys([`${channels}x`]) } });
  }
  return settings({ interface: Object.fromEntries(broken) });
}
