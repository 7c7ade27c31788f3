import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../src/analysis/change/files/hunks.ts';
import { otherSettings } from '../../../src/analysis/change/impact/settings.ts';
import type { BgpGroup, Interface, OspfInterface, SwitchDevice } from '../../../src/device/device.ts';
import { parseIp } from '../../../src/ip/index.ts';
import { targetByName } from '../../../src/pipeline/registries.ts';
import { fabricOf, targetNames } from './one-target.ts';
import { built } from './two-builds.ts';

const context = { spellPeer: () => 'port', readSecret: () => 'secret' };

/** Settings that come up when a switch is rendered with another model than its own. */
function settingsOf(device: SwitchDevice, other: SwitchDevice): string[] {
  const target = targetByName.get(device.os)!;
  const after = new Map(target.render(other, context).map(({ path, content }) => [path, content]));
  const edits = target
    .render(device, context)
    .flatMap(({ path, content }) =>
      diffTexts(content, after.get(path) ?? '', []).edits.map((edit) => ({ ...edit, path, device: device.name })),
    );
  const found = otherSettings(edits, () => target.configForms.settings).get(device.name) ?? [];
  return [...new Set(found.map(({ scope, setting }) => `${scope} ${setting}`))];
}

const withGroups = (device: SwitchDevice, change: (group: BgpGroup) => BgpGroup): SwitchDevice =>
  device.bgp ? { ...device, bgp: { ...device.bgp, groups: device.bgp.groups.map(change) } } : device;

function withOspf(device: SwitchDevice, change: (ospf: OspfInterface) => OspfInterface): SwitchDevice {
  const interfaces = device.interfaces.map((one): Interface => {
    if (one.kind !== 'ethernet' || one.mode.type !== 'routed' || !one.mode.ospf) return one;
    return { ...one, mode: { ...one.mode, ospf: change(one.mode.ospf) } };
  });
  return { ...device, interfaces };
}

const routerId = parseIp('192.0.2.99')!;

describe.each(targetNames)('the lines of %s', (os) => {
  const deviceOf = (design: 'l3-ospf-ibgp' | 'l3-ebgp' | 'mlag', name: string): SwitchDevice => {
    const text = fabricOf({ os, design, ...(design === 'mlag' ? { leafs: ', perRack: 2' } : {}) });
    return built(text.replace(/count: 1, (.*)bond: none/, 'count: 2, $1bond: lacp')).devices.find(
      (one): one is SwitchDevice => one.kind === 'switch' && one.name === name,
    )!;
  };
  const spine = deviceOf('l3-ospf-ibgp', 'spine1');
  const leaf = deviceOf('l3-ebgp', 'r1-leaf1');

  it('tell of BGP: timers, route reflection, additional paths', () => {
    const timers = withGroups(leaf, (group) => ({ ...group, timers: { keepalive: 5, hold: 15 } }));
    expect(settingsOf(leaf, timers)).toEqual(['neighbor SPINES timers']);
    const client = withGroups(spine, (group) => ({ ...group, routeReflectorClient: false }));
    expect(settingsOf(spine, client)).toContain('neighbor LEAFS route-reflection');
    const paths = withGroups(spine, (group) => ({ ...group, addPath: !group.addPath }));
    expect(settingsOf(spine, paths)).toContain('neighbor LEAFS additional-paths');
  });

  it('tell of router ids, and of network types of OSPF', () => {
    const broadcast = withOspf(spine, (ospf) => ({ ...ospf, pointToPoint: false }));
    const found = settingsOf(spine, broadcast);
    expect(found.some((one) => /^ospf \S+ network-type$/.test(one))).toBe(true);
    // Junos has one router id for all.
    const other = { ...spine, ospf: { ...spine.ospf!, routerId }, bgp: { ...spine.bgp!, routerId } };
    expect(settingsOf(spine, other)).toEqual(expect.arrayContaining(['ospf router-id', 'bgp router-id']));
  });

  it('tell nothing of what resets no session: costs, limits, descriptions', () => {
    const costs = withOspf(spine, (ospf) => ({ ...ospf, cost: 77 }));
    const limits = withGroups(spine, (group) => ({
      ...group,
      description: 'another',
      families: group.families.map((one) => ({ ...one, maximumPrefixes: 77 })),
    }));
    for (const other of [costs, limits]) expect(settingsOf(spine, other)).toEqual([]);
  });

  it.runIf(targetByName.get(os)!.capabilities.features.includes('mlag'))('tell of MLAG', () => {
    const paired = deviceOf('mlag', 'r1-leaf1');
    const mlag = { ...paired.mlag!, domain: 200, systemMac: '02:00:5e:01:00:99' };
    expect(settingsOf(paired, { ...paired, mlag })).toContain('mlag mlag');
  });
});
