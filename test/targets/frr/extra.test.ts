import { describe, expect, it } from 'vitest';
import type { Interface, SwitchDevice } from '../../../src/device/device.ts';
import { checkIfupdown2 } from '../../support/ifupdown2.ts';
import { describeWith } from '../../support/verifier.ts';
import { checkFrr } from '../../support/vtysh.ts';
import { fileOf } from './files.ts';
import { supported } from './whole-model.ts';

const { vrfLeaf, ebgpLeaf } = supported as Record<string, SwitchDevice>;

const withLines = (device: SwitchDevice, ...extra: string[]): SwitchDevice => ({
  ...device,
  extra,
  interfaces: device.interfaces.map((one): Interface => ({
    ...one,
    extra: [`# of ${one.kind}`, 'post-up true'],
  })),
});

const line = 'ip route 192.0.2.0/24 blackhole';
const good = { status: 0, stdout: '', stderr: '' };

describe("lines of the topology's own", () => {
  it('stand last in frr.conf, with a mark', () => {
    expect(fileOf(withLines(ebgpLeaf!, line), 'frr.conf')).toContain(
      `\n! Lines of the topology's own, as they stand there.\n${line}\n! End of the topology's own lines.\nend\n`,
    );
  });

  it('end the stanza of an interface of any kind, with a mark', () => {
    for (const device of [vrfLeaf!, ebgpLeaf!]) {
      const text = fileOf(withLines(device), 'interfaces');
      const stanzas = text.split(/\n(?=auto )/);
      for (const { kind } of device.interfaces) {
        const mark = `    # Lines of the topology's own, as they stand there.\n    # of ${kind}\n    post-up true\n`;
        const found = stanzas.filter((stanza) => stanza.includes(mark));
        expect(found).toHaveLength(device.interfaces.filter((one) => one.kind === kind).length);
        for (const stanza of found) expect(stanza.slice(stanza.indexOf(mark))).toMatch(/true\n(\n# [^]*)?$/);
      }
    }
  });

  it('are nowhere where there are none', () => {
    for (const path of ['frr.conf', 'interfaces']) expect(fileOf(vrfLeaf!, path)).not.toContain('own, as they');
  });
});

describeWith({ programs: ['vtysh', 'ifreload', 'unshare'] }, 'their judges', () => {
  it('accept them where they are right', () => {
    const device = withLines(ebgpLeaf!, line);
    expect(checkFrr(fileOf(device, 'frr.conf'))).toEqual(good);
    expect(checkIfupdown2(fileOf(device, 'interfaces'))).toEqual(good);
  });

  it('refuse them where they are wrong', () => {
    expect(checkFrr(fileOf(withLines(ebgpLeaf!, line.replace('route', 'rute')), 'frr.conf')).status).not.toBe(0);
  });
});
