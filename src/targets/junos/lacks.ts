import type { SwitchDevice } from '../../device/device.ts';
import type { Lack } from '../target.ts';
import { layer3Of } from './layer3.ts';
import { keyStatement } from './views/system.ts';

/** Keepalives go out three times in a hold time; no statement says otherwise. */
const keepalivesPerHold = 3;

const superuser = 'root';

/** What a switch is asked beyond the features, and Junos has no statement for. */
export function lacksOf(device: SwitchDevice): Lack[] {
  const { interfaces, bgp, policies, system } = device;
  const isSigned = interfaces.some((one) => layer3Of(one).ospf3?.authentication);
  const isOffBeat = bgp?.groups.some(({ timers }) => timers && timers.hold !== timers.keepalive * keepalivesPerHold);
  const goesOn = policies.policies.some(({ steps }) => steps.some((step) => step.continue));
  const unknownKey = system.users.some(({ sshKeys }) => sshKeys.some((key) => keyStatement(key) === undefined));
  const failsOver = interfaces.some((one) => one.kind === 'lag' && one.protocol.type === 'active-backup');
  const faults: readonly (readonly [boolean | undefined, string])[] = [
    [isSigned, 'OSPF version 3 with authentication by keys'],
    [isOffBeat, 'a BGP keepalive that is not a third of the hold time'],
    [goesOn, 'policies that go on after a match'],
    [unknownKey, 'SSH keys of other kinds than RSA, ECDSA and Ed25519'],
    [failsOver, 'a LAG of which one port is in use'],
    [system.users.some(({ name }) => name === superuser), "an account with the name root, which is the system's own"],
  ];
  return faults.flatMap(([isAsked, what]) => (isAsked ? [{ what }] : []));
}
