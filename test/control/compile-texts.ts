import { type Compilation } from '../../src/pipeline/compilation.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { positionAt } from '../../src/diagnostics/span.ts';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';

const folder = '/heddle-test/site';

/** Compiles `main.yaml` of texts by name, as an editor holds them: none is on disk. Names may begin with `../`. */
export function compileTexts(texts: Readonly<Record<string, string>>, design?: string): Compilation {
  const overlay = new Map(
    Object.entries(texts).map(([name, text]) => [new URL(name, `file://${folder}/`).pathname, text]),
  );
  return compile(`${folder}/main.yaml`, { overlay, ...(design === undefined ? {} : { design }) });
}

/** `file:line:column severity code`, the file without its folder. */
export function place({ code, severity, span }: Diagnostic): string {
  const { line, column } = positionAt(span.file, span.start);
  return `${span.file.path.replace(`${folder}/`, '')}:${line}:${column} ${severity} ${code}`;
}

/** A fabric with one remark (FAB036, `network-is-used`) at the line of `backup`, which ends with `comment`. */
export function withUnusedNetwork(comment = '', above = ''): string {
  return `name: small
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs: { platform: linux, os: frr, ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }] }
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
${above}  backup: { vlan: 40, pool: 10.40.0.0/16 }${comment}
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service] }
`;
}
