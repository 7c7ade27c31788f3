import type {
  Interface,
  Ospf,
  OspfAuthentication,
  OspfInterface,
  SwitchDevice,
  Throttle,
} from '../../../device/device.ts';
import type { Job } from '../job.ts';
import { layer3Of } from '../layer3.ts';
import { logicalName } from '../names.ts';
import { secretText } from '../text.ts';

/** What Junos has without being told, in seconds. */
const defaults = { hello: 10, dead: 40, retransmit: 5 } as const;

/** Bounds of what Junos takes: delays in milliseconds, overload in seconds. */
const bounds = { delay: [50, 8000], holddown: [2000, 20_000], overload: [60, 1800] } as const;

/** Keys of MD5 are 16 octets (RFC 2328, D.3). */
const longestMd5Key = 16;

const gigabit = 1000;

const within = (value: number, [least, most]: readonly [number, number]): number =>
  Math.min(most, Math.max(least, value));

/** Versions of OSPF that a switch runs, by the name of the protocol. */
export function ospfVersions(device: SwitchDevice): { readonly protocol: 'ospf' | 'ospf3'; readonly ospf: Ospf }[] {
  const { ospf, ospf3 } = device;
  return [
    ...(ospf ? [{ protocol: 'ospf', ospf } as const] : []),
    ...(ospf3 ? [{ protocol: 'ospf3', ospf: ospf3 } as const] : []),
  ];
}

/** Three runs come after `delay` each, as the first change asks; then Junos waits for `holddown`. */
function spfView({ initial, maximum }: Throttle) {
  return { delay: within(initial, bounds.delay), holddown: within(maximum, bounds.holddown) };
}

/** Bits per second, in Junos' units. */
const bandwidth = (megabits: number): string => (megabits % gigabit === 0 ? `${megabits / gigabit}g` : `${megabits}m`);

export function ospfViews(job: Job) {
  return ospfVersions(job.device).map(({ protocol, ospf }) => ({
    protocol,
    referenceBandwidth: bandwidth(ospf.referenceBandwidth),
    spf: ospf.spfThrottle ? spfView(ospf.spfThrottle) : null,
    drained: job.device.maintenance,
    startupSeconds: startupSeconds(ospf),
  }));
}

/** Seconds of overload after a start; 0 where there is none. */
export function startupSeconds({ maxMetricOnStartup }: Ospf): number {
  return maxMetricOnStartup > 0 ? within(maxMetricOnStartup, bounds.overload) : 0;
}

function timersView({ helloInterval, deadInterval, retransmitInterval }: OspfInterface) {
  const { hello, dead, retransmit } = defaults;
  if (helloInterval === hello && deadInterval === dead && retransmitInterval === retransmit) return null;
  return { hello: helloInterval, dead: deadInterval, retransmit: retransmitInterval };
}

function authenticationView({ keyId, key }: OspfAuthentication, { context }: Job) {
  return { keyId, key: secretText(key, context.readSecret, longestMd5Key) };
}

function interfaceView(one: Interface, ospf: OspfInterface, protocol: string, job: Job) {
  const path = `protocols ${protocol} area ${ospf.area} interface ${logicalName(one)}`;
  const { passive, authentication, bfd } = ospf;
  return {
    path,
    passive,
    pointToPoint: !passive && ospf.pointToPoint,
    cost: passive ? null : (ospf.cost ?? null),
    timers: passive ? null : timersView(ospf),
    authentication: authentication && !passive ? authenticationView(authentication, job) : null,
    bfd: bfd && !passive ? (job.device.bfd ?? null) : null,
  };
}

export function ospfInterfaceViews(job: Job) {
  return ospfVersions(job.device).flatMap(({ protocol }) =>
    job.device.interfaces.flatMap((one) => {
      const ospf = layer3Of(one)[protocol];
      return ospf ? [interfaceView(one, ospf, protocol, job)] : [];
    }),
  );
}
