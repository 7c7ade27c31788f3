import type { Span } from '../../diagnostics/span.ts';
import type { Fabric } from '../../fabric/fabric.ts';
import { type Ip, formatPrefix, lastOf, parseIp, sameIp } from '../../ip/index.ts';
import { spanOf } from '../../topology/topology.ts';
import { defineRule } from '../rule.ts';

interface NoHost {
  readonly text: string;
  readonly fault: string;
}

/** Out-of-band addresses that the file gives: the gateway's, then those of devices. */
function* givenAddresses(fabric: Fabric): Generator<{ text: string; span: Span }> {
  const { addressing, devices } = fabric.topology.data;
  if (addressing.oobGateway !== undefined) {
    yield { text: addressing.oobGateway, span: spanOf(fabric.topology, addressing, 'oobGateway') };
  }
  for (const device of Object.values(devices)) {
    if (device.oob !== undefined) yield { text: device.oob, span: spanOf(fabric.topology, device, 'oob') };
  }
}

export const rule = defineRule<NoHost, 'fabric'>({
  stage: 'fabric',
  code: 'FAB037',
  name: 'oob-addresses-are-hosts',
  severity: 'error',
  summary: 'Out-of-band addresses are host addresses of the out-of-band pool, and the gateway’s is its own.',
  why: 'The first address of a subnet names it and the last is its broadcast; a switch with the address of the gateway cuts off all others.',
  source: 'RFC 919 section 7; RFC 1122 section 3.2.1.3',
  example: {
    wrong: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, oobGateway: 10.253.0.255 }
`,
    right: `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24, oobGateway: 10.253.0.254 }
`,
  },
  message: ({ text, fault }) => `${text} ${fault}`,
  check(fabric, report) {
    const { topology } = fabric;
    const { addressing } = topology.data;
    const pool = fabric.pools.oob[0]?.prefix;
    // A pool that is there and cannot be read has its own report.
    if (!pool && addressing.oob !== undefined) return;
    const gateway: Ip | undefined =
      addressing.oobGateway === undefined
        ? pool && { family: pool.base.family, value: pool.base.value + 1n }
        : parseIp(addressing.oobGateway);
    for (const { text, span } of givenAddresses(fabric)) {
      if (!pool) {
        report({ text, fault: 'has no effect: there is no out-of-band pool (`addressing.oob`)' }, span);
        continue;
      }
      const related = [{ message: 'the pool', span: spanOf(topology, addressing, 'oob') }];
      const ip = parseIp(text);
      const prefix = formatPrefix(pool);
      if (ip && sameIp(ip, pool.base)) report({ text, fault: `is the network address of ${prefix}` }, span, related);
      else if (ip && sameIp(ip, lastOf(pool)))
        report({ text, fault: `is the broadcast address of ${prefix}` }, span, related);
      else if (text !== addressing.oobGateway && ip && gateway && sameIp(gateway, ip)) {
        report({ text, fault: 'is the address of the out-of-band gateway' }, span, related);
      }
    }
  },
});
