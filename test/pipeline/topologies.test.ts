import { describe, expect, it } from 'vitest';
import { checkFrr } from '../support/vtysh.ts';
import { checkIfupdown2 } from '../support/ifupdown2.ts';
import { checkNetplan } from '../support/netplan.ts';
import { describeWith } from '../support/verifier.ts';
import { compiledTopology, filesNamed, toJudge, topologies } from './compiled.ts';

describe.each(topologies)('%s', (name) => {
  it('compiles without a word', () => {
    const { diagnostics } = compiledTopology(name);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  });

  it('has one folder a device, and the plans', () => {
    const { fabric, artifacts } = compiledTopology(name);
    const paths = [...artifacts()].map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    const folders = (top: string, depth: number): number =>
      new Set(paths.filter((path) => path.startsWith(`${top}/`)).map((path) => path.split('/')[depth])).size;
    expect(folders('switches', 1)).toBe(fabric?.switches.length);
    expect(folders('servers', 2)).toBe(fabric?.servers.length);
    expect(paths).toEqual(
      expect.arrayContaining(['addressing/addresses.csv', 'addressing/addresses.json', 'cabling/cables.csv']),
    );
  });

  it('gives the same bytes again', () => {
    const { artifacts } = compiledTopology(name);
    expect([...artifacts()]).toEqual([...artifacts()]);
  });
});

/** Paths of files that a verifier does not take, with what it said. */
function refused(
  files: readonly { path: string; content: string }[],
  check: (text: string) => { status: number | null; stderr: string; stdout: string },
): string[] {
  return files.flatMap(({ path, content }) => {
    const verdict = check(content);
    return verdict.status === 0 && verdict.stderr === ''
      ? []
      : [`${path}: ${verdict.status} ${verdict.stderr}${verdict.stdout}`];
  });
}

const minutes = 60_000;

describeWith({ programs: ['vtysh'] }, 'every frr.conf', () => {
  it.each(topologies)(
    'of %s is taken by vtysh',
    (name) => {
      expect(refused(filesNamed(name, '/frr.conf'), checkFrr)).toEqual([]);
    },
    2 * minutes,
  );

  it('with a planted error is refused', () => {
    const [file] = filesNamed('two-rack', '/frr.conf');
    const content = file!.content.replace(/^router ospf$/m, 'router ospf\n passive-interface defaults everywhere');
    expect(content).not.toBe(file!.content);
    expect(refused([{ path: file!.path, content }], checkFrr)).toHaveLength(1);
  });
});

describeWith({ programs: ['netplan'] }, 'every netplan file', () => {
  it.each(topologies)(
    'of %s is taken by netplan',
    (name) => {
      expect(refused(toJudge(filesNamed(name, '/60-heddle.yaml')), checkNetplan)).toEqual([]);
    },
    20 * minutes,
  );

  it('with a planted error is refused', () => {
    const [file] = filesNamed('swift-5zone', '/60-heddle.yaml');
    const content = file!.content.replace('mode: 802.3ad', 'mode: 802.3af');
    expect(content).not.toBe(file!.content);
    expect(refused([{ path: file!.path, content }], checkNetplan)).toHaveLength(1);
  });
});

describeWith({ programs: ['ifreload', 'unshare'] }, 'every ifupdown2 file', () => {
  it.each(topologies)(
    'of %s is taken by ifreload',
    (name) => {
      expect(refused(toJudge(filesNamed(name, '/interfaces')), checkIfupdown2)).toEqual([]);
    },
    20 * minutes,
  );

  it('with a planted error is refused', () => {
    const [file] = filesNamed('dual-leaf', '/interfaces');
    const content = file!.content.replace(/mtu \d+/, 'mtu many');
    expect(content).not.toBe(file!.content);
    expect(refused([{ path: file!.path, content }], checkIfupdown2)).toHaveLength(1);
  });
});
