import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { labCables } from '../../../../src/lab/network/cables.ts';
import { leftOut } from '../../../../src/lab/network/cut.ts';
import { linuxDevices } from '../../../../src/lab/network/linux-devices.ts';
import { nativeWiring, outsideLinks } from '../../../../src/lab/network/native/wire.ts';
import { compile } from '../../../../src/pipeline/compile.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'labs', 'fixtures', 'bonds.yaml');
const { devices } = linuxDevices(compile(file, { environment: {}, redact: true }).devices, 'native');

describe('native wiring', () => {
  const cables = labCables(devices, 'native');
  const commands = nativeWiring(devices, cables);

  it('has every member of every bond, by the names of its ports', () => {
    expect(cables.unwired.size).toBe(0);
    expect(cables.wired).toHaveLength(10);
    for (const [port, nic] of [
      ['swp3', 'eth0'],
      ['swp4', 'eth1'],
    ]) {
      const ends = [`name ${nic} netns networkd`, `name ${port} netns r1-leaf1`];
      expect(commands.some((line) => ends.every((end) => line.includes(end)))).toBe(true);
    }
  });

  it('gives switches a management port, and servers none', () => {
    const ports = commands.filter((line) => line.includes('mgmt'));
    expect(ports.map((line) => /netns (\S+)/.exec(line)?.[1])).toEqual(['spine1', 'spine2', 'r1-leaf1']);
  });

  it('keeps a port whose far end is left out, without a link', () => {
    const out = leftOut(devices, { serversPerRack: 1 });
    const running = devices.filter(({ name }) => !out.has(name));
    const few = labCables(running, 'native');
    expect(few.others.map(({ end, hasLink }) => [end.link, hasLink])).toEqual(
      ['swp3', 'swp4', 'swp5', 'swp6', 'swp7', 'swp8'].map((name) => [name, false]),
    );
    expect(nativeWiring(running, few).filter((line) => line.includes(' out'))).toHaveLength(6);
    expect(outsideLinks(running, few).filter((line) => line.includes(' out'))).toEqual([]);
  });
});
