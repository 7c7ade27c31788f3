import type { Bfd, OspfInterface } from '../../../device/device.ts';
import { formatIp } from '../../../ip/index.ts';
import { type Job, eachInterface, isPeerSvi, routedPart } from '../job.ts';
import { secretWord } from '../text.ts';
import { type Tree, settings, under } from '../tree.ts';

/** Least interval of BFD that NVUE takes, in milliseconds. */
export const leastBfdInterval = 50;

function bfdTree({ interval, multiplier }: Bfd): Tree {
  const milliseconds = Math.max(interval, leastBfdInterval);
  return {
    enable: 'on',
    'detect-multiplier': multiplier,
    'min-receive-interval': milliseconds,
    'min-transmit-interval': milliseconds,
  };
}

function activeTree(ospf: OspfInterface, { device, context }: Job): Tree {
  const { authentication, cost } = ospf;
  if (authentication && authentication.algorithm !== 'md5') {
    throw new Error(`NVUE has no ${authentication.algorithm} for OSPF`);
  }
  return settings({
    'network-type': ospf.pointToPoint ? 'point-to-point' : 'broadcast',
    cost,
    timers: {
      'hello-interval': ospf.helloInterval,
      'dead-interval': ospf.deadInterval,
      'retransmit-interval': ospf.retransmitInterval,
    },
    bfd: ospf.bfd && device.bfd ? bfdTree(device.bfd) : undefined,
    authentication: authentication && {
      enable: 'on',
      'message-digest-key': authentication.keyId,
      // FRR cuts what is longer.
      'md5-key': secretWord(context, authentication.key, 16, 'an OSPF MD5 key'),
    },
  });
}

function interfaceTree(ospf: OspfInterface, job: Job): Tree {
  const shared = { enable: 'on', area: ospf.area } as const;
  return ospf.passive ? { ...shared, passive: 'on' } : { ...shared, ...activeTree(ospf, job) };
}

/** OSPF on interfaces. */
export function ospfInterfacesPart(job: Job): Tree {
  return eachInterface(job, ({ one }) => {
    const { ospf } = routedPart(one);
    return ospf && !isPeerSvi(one, job.device) ? under(['router', 'ospf'], interfaceTree(ospf, job)) : undefined;
  });
}

/** The OSPF process, in the default VRF. Most next hops of a route are FRR's own: 128. */
export function ospfPart({ device }: Job): Tree {
  const { ospf, maintenance } = device;
  if (!ospf) return {};
  const { spfThrottle, maxMetricOnStartup } = ospf;
  const process = settings({
    enable: 'on',
    'router-id': formatIp(ospf.routerId),
    'reference-bandwidth': ospf.referenceBandwidth,
    timers: spfThrottle && {
      spf: { delay: spfThrottle.initial, holdtime: spfThrottle.hold, 'max-holdtime': spfThrottle.maximum },
    },
    'max-metric': settings({
      administrative: maintenance ? 'on' : undefined,
      // From 5 s.
      'on-startup': maxMetricOnStartup > 0 ? Math.max(5, maxMetricOnStartup) : undefined,
    }),
  });
  return { router: { ospf: { enable: 'on' } }, ...under(['vrf', 'default', 'router', 'ospf'], process) };
}
