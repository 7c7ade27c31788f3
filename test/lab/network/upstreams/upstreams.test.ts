import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatIp, formatPrefix, parsePrefix } from '../../../../src/ip/index.ts';
import { labCables } from '../../../../src/lab/network/cables.ts';
import { prepareLab } from '../../../../src/lab/network/prepare-lab.ts';
import { externalsOf } from '../../../../src/lab/network/upstreams/externals.ts';
import { type LabUpstream, labUpstreams } from '../../../../src/lab/network/upstreams/lab-upstream.ts';
import { outsideHost } from '../../../../src/lab/network/upstreams/outside-prefixes.ts';
import { upstreamFiles } from '../../../../src/lab/network/upstreams/upstream-files.ts';
import { outsidePairs } from '../../../../src/lab/test/outside-pairs.ts';
import { predict } from '../../../../src/lab/state/predict.ts';
import { compile } from '../../../../src/pipeline/compile.ts';

const file = join(import.meta.dirname, '..', '..', '..', '..', 'topologies', 'border.yaml');
const { fabric, plan, devices } = compile(file, { environment: {} });
const lab = prepareLab(fabric!, plan!, devices, {});

const prefix = (text: string) => {
  const read = parsePrefix(text);
  if ('fault' in read) throw new Error(text);
  return read;
};

const four = (asn: number) => ({ '198.51.100.0/24': [asn] });
const six = (asn: number) => ({ '2001:db8:20::/48': [asn] });

const filesOf = (upstream: LabUpstream) =>
  new Map(upstreamFiles([upstream], () => 's3cret').map(({ path, content }) => [path, content]));

/** By address of an upstream's end. */
const heardBy = (failures: Parameters<typeof predict>[1], dead: readonly string[] = []) =>
  Object.fromEntries(
    [...predict(lab.devices, failures, externalsOf(lab.upstreams, new Set(dead))).forwarding.heardOutside].map(
      ([address, paths]) => [address, Object.fromEntries(paths)],
    ),
  );

describe('upstreams of a lab', () => {
  it('stand at the ends of their cables, and speak as the file says', () => {
    expect(lab.upstreams.map(({ name, peerAsn, plan: { section } }) => [name, section.asn, peerAsn])).toEqual([
      ['isp-a', 64500, 4200000999],
      ['isp-b', 64501, 4200000998],
    ]);
    const [near, far] = lab.upstreams[0]!.cable;
    expect(near).toMatchObject({ device: 'border1', port: '12', link: 'swp12' });
    expect(far).toEqual({ device: 'isp-a', port: 'fabric', link: 'fabric' });
    expect(lab.cables.wired).toContainEqual([near, far]);
    const { sessions } = lab.upstreams[0]!;
    expect(sessions.map(({ own, peer }) => `${formatIp(own.ip)}/${own.length} ${formatIp(peer)}`)).toEqual([
      '192.0.2.0/31 192.0.2.1',
      '2001:db8:a::/127 2001:db8:a::1',
    ]);
  });

  it('have hosts behind them at addresses that the fabric has not, and announce parts of the inside too', () => {
    const [four, six] = lab.upstreams[0]!.sessions;
    expect([four, six].map((one) => formatIp(one!.host))).toEqual(['203.0.113.1', '3fff::1']);
    expect(four?.wanted.map(formatPrefix)).toEqual(['0.0.0.0/0']);
    expect(four?.unwanted.map(formatPrefix)).toEqual(['203.0.113.1/32', '198.51.100.128/25', '10.30.128.0/17']);
    expect(six?.unwanted.map(formatPrefix)).toEqual(['3fff::1/128', '2001:db8:20:8000::/49']);
  });

  it('have their host in what the fabric takes, where that is not the default route', () => {
    expect(formatIp(outsideHost(plan!, [prefix('10.50.0.0/16')], 4))).toBe('10.50.0.1');
    expect(formatIp(outsideHost(plan!, [prefix('10.50.0.7/32')], 4))).toBe('10.50.0.7');
  });

  it('are left out with their switch, and named apart from a device of the same name', () => {
    const without = lab.running.filter(({ name }) => name !== 'border1');
    expect(labUpstreams(plan!, without).map(({ name }) => name)).toEqual(['isp-b']);
    const named = lab.running.map((one) => (one.name === 'spine1' ? { ...one, name: 'isp-a' } : one));
    expect(labUpstreams(plan!, named).map(({ name }) => name)).toEqual(['isp-a-upstream', 'isp-b']);
  });

  it('leave no port of the fabric without a cable in native wiring', () => {
    const cables = labCables(
      lab.running,
      'native',
      lab.upstreams.map(({ cable }) => cable),
    );
    expect(cables.others.map(({ end }) => `${end.device} ${end.link}`)).not.toContain('border1 swp12');
    expect(labCables(lab.running, 'native').others.map(({ end }) => `${end.device} ${end.link}`)).toContain(
      'border1 swp12',
    );
  });
});

describe('files of an upstream', () => {
  const [first] = lab.upstreams;

  it('say what FRR does, and its interfaces', () => {
    const files = filesOf(first!);
    expect([...files.keys()]).toEqual(
      ['frr.conf', 'daemons', 'interfaces', 'sysctl.conf'].map((name) => `upstreams/isp-a/${name}`),
    );
    expect(files.get('upstreams/isp-a/daemons')).toBe('bgpd=yes\nbfdd=yes\n');
    const config = files.get('upstreams/isp-a/frr.conf')!;
    for (const line of ['router bgp 64500', ' neighbor 192.0.2.1 remote-as 4200000999', ' neighbor 192.0.2.1 bfd'])
      expect(config.split('\n')).toContain(line);
    expect(config).not.toContain('password');
    expect(files.get('upstreams/isp-a/interfaces')).toContain('address 192.0.2.0/31');
  });

  it('have the password where the file gives one, and no BFD where it gives none', () => {
    const { plan: upstream, ...rest } = first!;
    const span = upstream.span;
    const section = { ...upstream.section, bfd: false };
    const changed = {
      ...rest,
      plan: { ...upstream, section },
      password: { source: 'env', name: 'KEY', span },
    } as const;
    const files = filesOf(changed);
    expect(files.get('upstreams/isp-a/frr.conf')).toContain(' neighbor 2001:db8:a::1 password s3cret\n');
    expect(files.get('upstreams/isp-a/frr.conf')).not.toContain(' bfd');
    expect(files.get('upstreams/isp-a/daemons')).toBe('bgpd=yes\n');
  });
});

describe('a prediction with upstreams', () => {
  it('says what they hear: the aggregates, from the switch itself', () => {
    const second = { '192.0.2.2': four(4200000998), '2001:db8:b::': six(4200000998) };
    expect(heardBy({})).toEqual({ '192.0.2.0': four(4200000999), '2001:db8:a::': six(4200000999), ...second });
    expect(heardBy({}, ['isp-a'])).toEqual(second);
    // A border leaf that has lost the fabric has nothing to announce.
    const alone = { cables: new Set(['border1 9', 'border1 10']) };
    expect(heardBy(alone)).toEqual({ '192.0.2.0': {}, '2001:db8:a::': {}, ...second });
  });
});

describe('servers that must reach what is behind upstreams', () => {
  const pairs = outsidePairs(plan!, lab.running, lab.upstreams, 24);

  it('are those of exported networks, in packets of the size that the link outside takes', () => {
    expect(pairs).toHaveLength(8);
    expect(new Set(pairs.map(({ address }) => address))).toEqual(new Set(['203.0.113.1', '3fff::1']));
    expect(new Set(pairs.map(({ mtu }) => mtu))).toEqual(new Set([1500]));
    for (const { source } of pairs) expect(source).toMatch(/^198\.51\.100\.|^2001:db8:20:/);
  });

  it('are fewer where there are many', () => {
    expect(outsidePairs(plan!, lab.running, lab.upstreams, 2)).toHaveLength(4);
  });
});
