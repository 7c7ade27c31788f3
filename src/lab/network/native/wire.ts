import { managementPort } from '../../../targets/frr/names.ts';
import type { CableEnd, LabCables } from '../cables.ts';
import { type LabDevice, outsideName } from '../lab-device.ts';

const addressOf = ({ mac }: CableEnd): string => (mac === undefined ? '' : ` address ${mac.toLowerCase()}`);

const endText = (end: CableEnd): string => `name ${end.link} netns ${end.device}${addressOf(end)}`;

type Wired = readonly Pick<LabDevice, 'name' | 'kind'>[];

const isSwitch = ({ kind }: Wired[number]): boolean => kind === 'switch';

/**
 * Commands for `ip -batch`: a namespace for each device, and a pair of virtual ports for each cable, named as its ports. What
 * leads out of the fabric ends in a namespace of its own, and so do the management ports of switches.
 */
export function nativeWiring(devices: Wired, cables: LabCables): string[] {
  return [
    ...[...devices.map(({ name }) => name), outsideName].map((name) => `netns add ${name}`),
    ...cables.wired.map(([a, z]) => `link add ${endText(a)} type veth peer ${endText(z)}`),
    ...cables.others.map(
      ({ end }, index) => `link add ${endText(end)} type veth peer name out${index} netns ${outsideName}`,
    ),
    ...devices
      .filter(isSwitch)
      .map(
        ({ name }, index) =>
          `link add name ${managementPort} netns ${name} type veth peer name mgmt${index} netns ${outsideName}`,
      ),
  ];
}

/** The out-of-band network: what the management ports of all switches are on. */
const managementNetwork = 'oob';

/** Commands for `ip -batch` outside of the fabric: they give a link to what has one there, and join management ports. */
export function outsideLinks(devices: Wired, cables: LabCables): string[] {
  return [
    ...cables.others.flatMap(({ hasLink }, index) => (hasLink ? [`link set dev out${index} mtu 9216 up`] : [])),
    `link add name ${managementNetwork} type bridge`,
    `link set dev ${managementNetwork} up`,
    ...devices.filter(isSwitch).map((_, index) => `link set dev mgmt${index} master ${managementNetwork} up`),
  ];
}
