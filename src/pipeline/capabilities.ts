import type { Interface, OspfAuthentication, SwitchDevice } from '../device/device.ts';
import type { Device } from '../device/device.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import type { Span } from '../diagnostics/span.ts';
import { type ExtraPlace, interfaceExtraPlaces, switchExtraPlaces } from '../fabric/extra-places.ts';
import type { Fabric } from '../fabric/fabric.ts';
import type { Feature, Target } from '../targets/target.ts';
import { spanOf } from '../topology/topology.ts';
import { type FeatureNeed, featureNeeds } from './features.ts';
import { unsupported } from './problems.ts';
import { targetByName } from './registries.ts';

interface FoundLack {
  readonly what: string;
  readonly span: Span;
}

function authenticationOf(one: Interface): OspfAuthentication | undefined {
  if (one.kind === 'ethernet') return one.mode.type === 'routed' ? one.mode.ospf?.authentication : undefined;
  return one.kind === 'svi' ? one.ospf?.authentication : undefined;
}

/** Where the file has the first lines that a switch takes; else where the switch itself is. */
function placeOf({ topology }: Fabric, places: readonly ExtraPlace[], { os, name, span }: SwitchDevice): Span {
  const place = places.find(
    ({ text, switches }) => Object.hasOwn(text, os) && switches.some((node) => node.name === name),
  );
  return place ? topology.spans.ofKey(place.text, os) : span;
}

/** The user's line that asks for a feature; undefined where only a default does, which a target may leave out. */
function settingOf(fabric: Fabric, feature: Feature, device: SwitchDevice): Span | undefined {
  const { topology } = fabric;
  const { access, system } = topology.data;
  if (feature === 'extra-lines') return placeOf(fabric, switchExtraPlaces(fabric), device);
  if (feature === 'interface-extra-lines') return placeOf(fabric, interfaceExtraPlaces(fabric), device);
  if (feature === 'snmp') return spanOf(topology, system, 'snmp');
  if (feature !== 'storm-control') return device.span;
  return topology.spans.has(access, 'stormControl') ? spanOf(topology, access, 'stormControl') : undefined;
}

/** What a switch is asked and its target cannot express. */
function lacksOf(fabric: Fabric, device: SwitchDevice, target: Target, elsewhere: readonly Feature[]): FoundLack[] {
  const { topology } = fabric;
  const lacks: FoundLack[] = [];
  const { capabilities } = target;
  const { data } = topology;
  const authentication = device.interfaces.map(authenticationOf).find((one) => one !== undefined);
  if (authentication && !capabilities.ospfAuthentication.includes(authentication.algorithm)) {
    lacks.push({ what: `OSPF authentication with ${authentication.algorithm}`, span: authentication.key.span });
  }
  const routed = device.interfaces.filter(
    (one) => one.kind === 'svi' || (one.kind === 'ethernet' && one.mode.type === 'routed'),
  );
  const mtu = Math.max(0, ...routed.map((one) => one.mtu));
  if (mtu > capabilities.maximumMtu) {
    lacks.push({
      what: `an MTU of ${mtu} (at most ${capabilities.maximumMtu})`,
      span: spanOf(topology, data.fabric, 'mtu'),
    });
  }
  for (const [feature, { what, needed }] of Object.entries(featureNeeds) as [Feature, FeatureNeed][]) {
    if ([...capabilities.features, ...elsewhere].includes(feature) || !needed(device)) continue;
    const span = settingOf(fabric, feature, device);
    if (span) lacks.push({ what, span });
  }
  for (const { what, setting } of target.lacks?.(device) ?? []) {
    if (setting === undefined) lacks.push({ what, span: device.span });
    else if (topology.spans.has(data.access, setting))
      lacks.push({ what, span: spanOf(topology, data.access, setting) });
  }
  for (const user of data.system.users) {
    if (user.sshKeys.length <= capabilities.sshKeys) continue;
    const what = `${user.sshKeys.length} SSH keys of one user (at most ${capabilities.sshKeys})`;
    lacks.push({ what, span: spanOf(topology, user, 'sshKeys') });
  }
  return lacks;
}

/**
 * One diagnostic for each setting and target that cannot express it, with the first device it concerns.
 * @param elsewhere what a target need not express, since something else sees to it.
 */
export function checkCapabilities(
  fabric: Fabric,
  devices: readonly Device[],
  elsewhere: readonly Feature[] = [],
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const device of devices) {
    const target = device.kind === 'switch' ? targetByName.get(device.os) : undefined;
    if (device.kind !== 'switch' || !target) continue;
    for (const { what, span } of lacksOf(fabric, device, target, elsewhere)) {
      const key = `${target.name} ${what}`;
      if (!found.has(key))
        found.set(key, diagnose(unsupported, { device: device.name, target: target.title, what }, span));
    }
  }
  return [...found.values()];
}
