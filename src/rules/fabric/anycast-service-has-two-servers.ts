import { isRouted } from '../../fabric/fabric.ts';
import { isCutShort } from '../left-out.ts';
import { defineRule } from '../rule.ts';

const servers = (
  names: string,
): string => `addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, hostLoopbacks: 10.252.0.0/16 }
anycast:
  front: { addresses: [10.99.0.1], roles: [proxy] }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}", role: web, nics: { speed: 10G }, networks: [service, storage] }
  - name: r3
    servers:
      - { name: "${names}", role: proxy, nics: { speed: 10G }, bond: routed }
`;

export const rule = defineRule<{ readonly service: string; readonly server: string }, 'fabric'>({
  stage: 'fabric',
  code: 'FAB099',
  name: 'anycast-service-has-two-servers',
  severity: 'warning',
  summary: 'The addresses of an anycast service are on two servers at least.',
  why: 'The address moves to the nearest server that is left. With one server there is none, and the service stops with it.',
  source: 'RFC 4786 (BCP 126)',
  example: { wrong: servers('proxy'), right: servers('proxy-{1..2}') },
  message: ({ service, server }) => `Service ${service} is on ${server} alone`,
  hint: () => 'Give another routed server one of its roles.',
  check(fabric, report) {
    if (isCutShort(fabric) || fabric.topology.dropped.size > 0) return;
    const byRole = new Map<string, string[]>();
    for (const server of fabric.servers) {
      if (isRouted(server)) byRole.set(server.role, [...(byRole.get(server.role) ?? []), server.name].slice(0, 2));
    }
    for (const { name, roles, span } of fabric.anycast) {
      const [server, other] = roles.flatMap((role) => byRole.get(role) ?? []);
      if (server !== undefined && other === undefined) report({ service: name, server }, span);
    }
  },
});
