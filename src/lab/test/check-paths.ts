import { each } from '../host/each.ts';
import type { Finding } from '../state/finding.ts';
import type { Namespaces } from '../host/namespaces.ts';
import type { ServerPair } from './server-pairs.ts';

/** At how many pairs is pinged at the same time. */
const atOnce = 12;

/** IP and ICMP headers, in bytes. */
const headers = { 4: 28, 6: 48 } as const;

/** What came back for pings: undefined for an answer, else what was said instead. */
export async function complaint(
  lab: Namespaces,
  { from, source, address }: Pick<ServerPair, 'from' | 'source' | 'address'>,
  more: string[],
): Promise<string | undefined> {
  const command = ['ping', '-n', '-c', '1', '-W', '2', '-I', source, ...more, address];
  const { status, stdout, stderr } = await lab.try(command, { device: from, seconds: 15 });
  if (status === 0) return undefined;
  const error = /^From (\S+) icmp_seq=\d+ (.*)$/m.exec(stdout);
  const local = /^ping: (?:local error: )?(.*)$/m.exec(stderr);
  return error ? `${error[1]}: ${error[2]}` : (local?.[1] ?? 'no answer');
}

/** A busy machine, or the first packet while an address is looked up, may lose one. */
async function twice(ask: () => Promise<string | undefined>): Promise<string | undefined> {
  return (await ask()) === undefined ? undefined : ask();
}

/** Sends packets between servers: of full size, which may not be fragmented, and small ones where those fail. */
export async function checkPaths(lab: Namespaces, pairs: readonly ServerPair[]): Promise<Finding[]> {
  const found = await each(pairs, atOnce, async (pair): Promise<Finding[]> => {
    const full = ['-M', 'do', '-s', String(pair.mtu - headers[pair.family])];
    const large = await twice(() => complaint(lab, pair, full));
    if (large === undefined) return [];
    const small = await twice(() => complaint(lab, pair, []));
    const base = { device: pair.from, subject: `${pair.to} ${pair.address} (${pair.network})` };
    return small === undefined
      ? [{ ...base, check: 'size', predicted: `packets of ${pair.mtu} bytes pass`, found: large }]
      : [{ ...base, check: 'path', predicted: 'an answer', found: small }];
  });
  return found.flat();
}
