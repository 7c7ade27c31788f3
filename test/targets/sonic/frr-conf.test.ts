import { expect, it } from 'vitest';
import type { SwitchDevice } from '../../../src/device/device.ts';
import { describeWith } from '../../support/verifier.ts';
import { checkFrr } from '../../support/vtysh.ts';
import { sonicDevices } from './devices.ts';
import { filesOf } from './parts.ts';

const confOf = (device: SwitchDevice): string => filesOf(device)['frr.conf']!;

/** What the routing container adds at the bottom when it starts (docker_init.sh), where it is not there. */
const added = 'no fpm use-next-hop-groups\nfpm address 127.0.0.1\n';

describeWith({ programs: ['vtysh'] }, 'frr.conf of SONiC', () => {
  it.each(Object.keys(sonicDevices))('of %s is taken by vtysh', (name) => {
    expect(checkFrr(confOf(sonicDevices[name]!))).toMatchObject({ status: 0, stderr: '' });
  });

  it('is still in config mode at its end', () => {
    for (const device of Object.values(sonicDevices)) {
      expect(checkFrr(confOf(device) + added)).toMatchObject({ status: 0, stderr: '' });
    }
  });

  it('is refused with a wrong word', () => {
    const text = confOf(sonicDevices['spine']!).replace('route-reflector-client', 'route-reflector-clint');
    expect(checkFrr(text).status === 0 && checkFrr(text).stderr === '').toBe(false);
  });

  it('drains with the words of FRR', () => {
    const device = { ...sonicDevices['spine']!, maintenance: true };
    expect(checkFrr(confOf(device))).toMatchObject({ status: 0, stderr: '' });
    expect(confOf(device)).toContain(' bgp graceful-shutdown\n');
  });
});
