import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { installedAt } from '../../../../src/lab/network/native/installed-at.ts';
import { withoutDhcp } from '../../../../src/lab/network/native/apply.ts';
import { compile } from '../../../../src/pipeline/compile.ts';
import { renderArtifacts } from '../../../../src/pipeline/render-artifacts.ts';

const file = join(import.meta.dirname, '..', '..', '..', 'labs', 'fixtures', 'bonds.yaml');
const options = { environment: {}, redact: true };
const { devices, plan } = compile(file, options);

function filesOf(device: string): Map<string, string> {
  return new Map(
    [...renderArtifacts(plan!, devices, options)].flatMap(({ path, content }) => {
      const name = path.split('/').at(-1);
      return path.includes(`/${device}/`) && name !== undefined ? [[name, content] as const] : [];
    }),
  );
}

describe('the places of generated files', () => {
  it('are those to which a switch has them put', () => {
    expect(Object.fromEntries(installedAt(filesOf('r1-leaf1')))).toMatchObject({
      interfaces: '/etc/network/interfaces',
      'ifupdown2-policy.json': '/etc/network/ifupdown2/policy.d/heddle.json',
      'frr.conf': '/etc/frr/frr.conf',
    });
  });

  it.each([
    ['netplan', { '60-heddle.yaml': '/etc/netplan/60-heddle.yaml' }],
    ['networkd', { '20-bond0.netdev': '/etc/systemd/network/20-bond0.netdev' }],
    ['ifupdown2', { interfaces: '/etc/network/interfaces' }],
    ['networkmanager', { 'bond0.nmconnection': '/etc/NetworkManager/system-connections/bond0.nmconnection' }],
  ])('are at the head of every file of %s', (server, some) => {
    const files = filesOf(server);
    const places = installedAt(files);
    expect([...places.keys()]).toEqual([...files.keys()]);
    expect(Object.fromEntries(places)).toMatchObject(some);
  });
});

describe('a port that would ask a DHCP server', () => {
  it('goes without an address, and keeps its VRF', () => {
    const text = withoutDhcp(filesOf('r1-leaf1').get('interfaces')!);
    expect(text).toContain('iface eth0 inet manual\n    alias management\n    vrf mgmt\n');
    expect(text).not.toMatch(/dhcp$/m);
  });
});
