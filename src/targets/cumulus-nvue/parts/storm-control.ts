import type { EthernetInterface, Interface, SwitchDevice } from '../../../device/device.ts';
import { bridgedMode } from '../bridge.ts';
import { type Job, eachInterface } from '../job.ts';
import type { Tree } from '../tree.ts';

/** Bits that the smallest frame takes on the wire: 64 octets, its preamble and the gap. */
const smallestFrame = (64 + 20) * 8;

/** Frames in a second that are so many per cent of the most that the port can take in: NVUE counts frames. */
export function framesOf(percent: number, gbps: number): number {
  return Math.max(1, Math.floor((gbps * 1e9 * percent) / 100 / smallestFrame));
}

/** Numbers of the LAGs that lead to servers. */
function edgeLags({ interfaces }: SwitchDevice): Set<number> {
  return new Set(interfaces.flatMap((one) => (one.kind === 'lag' && bridgedMode(one)?.edge ? one.id : [])));
}

const isServers = (one: Interface, lags: ReadonlySet<number>): one is EthernetInterface =>
  one.kind === 'ethernet' && (one.mode.type === 'member' ? lags.has(one.mode.lag) : bridgedMode(one)?.edge === true);

/** Storm control, on the physical ports that lead to servers. */
export function stormControlPart(job: Job): Tree {
  const lags = edgeLags(job.device);
  const { broadcast, multicast } = job.device.edge.stormControl;
  return eachInterface(job, ({ one }) => {
    if (!isServers(one, lags)) return undefined;
    const { speed } = one.port;
    return { 'storm-control': { broadcast: framesOf(broadcast, speed), multicast: framesOf(multicast, speed) } };
  });
}
