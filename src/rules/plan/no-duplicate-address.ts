import { contains, formatIp } from '../../ip/index.ts';
import type { AddressRecord, Plan } from '../../plan/plan.ts';
import { spanOf } from '../../topology/topology.ts';
import type { Span } from '../../diagnostics/span.ts';
import { overlapping, poolsOf, upstreamSubnets } from '../pools.ts';
import { defineRule } from '../rule.ts';

interface SameAddress {
  readonly address: string;
  readonly record: AddressRecord;
  readonly first: AddressRecord;
}

/** The line of an address: that of the pin where the file gives one, else that of the device. */
function placeOf(plan: Plan, { device, purpose, span }: AddressRecord): Span {
  const { topology } = plan.fabric;
  const { devices } = topology.data;
  const own = Object.hasOwn(devices, device) ? devices[device] : undefined;
  const pinned = (purpose === 'loopback' || purpose === 'oob') && own?.[purpose] !== undefined;
  return own && pinned ? spanOf(topology, own, purpose) : span;
}

const describe = ({ device, interface: on }: AddressRecord) => `${device} (${on})`;

export const rule = defineRule<SameAddress, 'plan'>({
  stage: 'plan',
  code: 'PLAN004',
  name: 'no-duplicate-address',
  severity: 'error',
  summary:
    'Every address of the plan is on one interface. (The gateway that two leafs of a rack share is one; an anycast address is on several.)',
  why: 'Of two devices with one address, each gets part of the traffic of the other; as router id it breaks OSPF and BGP for both.',
  source: 'RFC 5227 section 1; RFC 2328 section C.1',
  example: {
    wrong: `devices:
  spine1: { loopback: 10.255.0.200 }
  spine2: { loopback: 10.255.0.200 }
`,
    right: `devices:
  spine1: { loopback: 10.255.0.200 }
  spine2: { loopback: 10.255.0.201 }
`,
  },
  message: ({ address, record, first }) => `${address} is on ${describe(record)} and on ${describe(first)}`,
  check(plan, report) {
    // Pools and subnets of upstreams that overlap give addresses twice; that is reported of them.
    const pools = poolsOf(plan.fabric);
    const blocks = [...pools, ...upstreamSubnets(plan.fabric, pools.length)];
    const shared = overlapping(blocks).map(({ inner }) => inner.prefix);
    const seen = { 4: new Map<bigint, AddressRecord>(), 6: new Map<bigint, AddressRecord>() };
    for (const record of plan.addresses) {
      if (record.purpose === 'anycast') continue;
      const { family, value } = record.ip;
      const first = seen[family].get(value);
      if (!first) seen[family].set(value, record);
      else if (!shared.some((prefix) => contains(prefix, record.ip))) {
        const related = [{ message: describe(first), span: placeOf(plan, first) }];
        report({ address: formatIp(record.ip), record, first }, placeOf(plan, record), related);
      }
    }
  },
});
