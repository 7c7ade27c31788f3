import { fixWord } from '../../diagnostics/edits.ts';
import { certainlyMeant } from '../../diagnostics/suggest.ts';
import { isRouted } from '../../fabric/fabric.ts';
import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';
import { someOf } from '../words.ts';

interface Nobody {
  readonly service: string;
  readonly role: string;
  readonly routed: readonly string[];
}

export const rule = defineRule<Nobody, 'fabric'>({
  stage: 'fabric',
  code: 'FAB094',
  name: 'anycast-service-has-servers',
  severity: 'error',
  summary: 'Every role of an anycast service is that of routed servers.',
  why: 'The servers themselves announce the addresses; where no server does, nobody is reached by them.',
  source: 'RFC 4786 section 3',
  example: {
    wrong: `anycast: { web: { addresses: [10.99.0.1], roles: [web] } }
`,
    right: `anycast: { web: { addresses: [10.99.0.1], roles: [proxy] } }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
      - { name: "proxy-{rack}", role: proxy, nics: { speed: 10G }, bond: routed }
`,
  },
  message: ({ service, role }) => `No routed server has the role ${role}, which announces ${service}`,
  hint: ({ routed }) =>
    routed.length > 0 ? `Roles of routed servers: ${someOf(routed)}.` : 'Give its servers `bond: routed`.',
  fix: ({ role, routed }, span) => fixWord(span, role, certainlyMeant(role, routed)),
  check(fabric, report) {
    if (isCutShort(fabric)) return;
    const routed = [...new Set(fabric.servers.filter(isRouted).map(({ role }) => role))];
    for (const { name, roles } of fabric.anycast) {
      for (const [index, role] of roles.entries()) {
        if (routed.includes(role)) continue;
        report({ service: name, role, routed }, fabric.topology.spans.of(roles, index));
      }
    }
  },
});
