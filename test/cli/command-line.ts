import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { run } from '../../src/cli/run.ts';

/** What a run printed, and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function heddle(
  args: readonly string[],
  options: { tty?: boolean; env?: Record<string, string>; columns?: number } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const stream = { isTTY: options.tty ?? false, columns: options.columns ?? 80 };
  const code = await run(args, {
    stdout: { ...stream, write: (text) => (out += text) },
    stderr: { ...stream, write: (text) => (err += text) },
    env: options.env ?? {},
  });
  return { code, out, err };
}

/** A folder of its own for each test; gives its path, or that of something in it. */
export function useFolder(): (...parts: string[]) => string {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'heddle-cli-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return (...parts) => join(folder, ...parts);
}

/** A fabric of Linux switches without a mistake. */
export const smallTopology = `name: small
fabric:
  asn: 65000
  spines: { count: 2, platform: linux, os: frr, ports: [{ count: 8, speed: 10G }] }
  leafs:
    platform: linux
    os: frr
    ports: [{ count: 8, speed: 10G, use: access }, { count: 4, speed: 10G, use: uplink }]
addressing: { loopbacks: 10.255.0.0/24, p2pLinks: 10.254.0.0/24, oob: 10.253.0.0/24 }
networks:
  service: { vlan: 20, pool: 10.20.0.0/16, defaultRoute: true }
  storage: { vlan: 30, pool: 10.30.0.0/16, mtu: 9000 }
racks:
  - name: r{1..2}
    servers:
      - { name: "web-{rack}-{1..2}", role: web, nics: { speed: 10G }, networks: [service, storage] }
`;
