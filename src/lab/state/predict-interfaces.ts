import type { RoutedInterface, Router } from '../../analysis/forwarding/routers.ts';
import type { Ospf, OspfInterface } from '../../device/device.ts';
import { mostPaths } from '../../frr/ospf-view.ts';
import { formatInterfaceAddress, formatIp } from '../../ip/index.ts';
import type { ProcessState } from './bgp-state.ts';
import { ospfProcess } from './frr/ospf.ts';
import type { InterfaceState, OspfState } from './router-state.ts';

function ospfOf(one: OspfInterface): OspfState {
  return {
    area: one.area,
    network: one.pointToPoint ? 'point-to-point' : 'broadcast',
    passive: one.passive,
    hello: one.helloInterval,
    dead: one.deadInterval,
    retransmit: one.retransmitInterval,
    ...(one.cost === undefined ? {} : { cost: one.cost }),
    bfd: one.bfd,
    authenticated: one.authentication !== undefined,
  };
}

/** What a routed interface that is up has. */
export function predictInterface(at: RoutedInterface): InterfaceState {
  return {
    link: 'up',
    mtu: at.one.mtu,
    addresses: at.addresses.map(formatInterfaceAddress).toSorted(),
    ...(at.ospf ? { ospf: ospfOf(at.ospf) } : {}),
    ...(at.ospf3 ? { ospf3: ospfOf(at.ospf3) } : {}),
  };
}

const processOf = ({ routerId, maximumPaths }: Ospf, seconds: number): ProcessState =>
  ospfProcess({
    routerId: formatIp(routerId),
    maximumPaths: Math.min(maximumPaths, mostPaths),
    postStartEnabledSecs: seconds,
  });

/** Both OSPF processes of a router by name; ospf6d 8.4 cannot be left out of paths after a start. */
export function predictOspf({ ospf, ospf3 }: Router): [string, ProcessState][] {
  return [
    ...(ospf ? [['OSPF', processOf(ospf, ospf.maxMetricOnStartup)] as [string, ProcessState]] : []),
    ...(ospf3 ? [['OSPFv3', processOf(ospf3, 0)] as [string, ProcessState]] : []),
  ];
}
