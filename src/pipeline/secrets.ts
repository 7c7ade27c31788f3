import type { Device, SecretRef } from '../device/device.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { missingSecret } from './problems.ts';

/** Secrets that the config of a device needs. */
function* secretsOf(device: Device): Generator<SecretRef> {
  if (device.kind !== 'switch') return;
  if (device.system.snmp) yield device.system.snmp.community;
  for (const group of device.bgp?.groups ?? []) if (group.password) yield group.password;
  for (const one of device.interfaces) {
    const ospf = one.kind === 'ethernet' ? one.mode.type === 'routed' && one.mode.ospf : 'ospf' in one && one.ospf;
    if (ospf && ospf.authentication) yield ospf.authentication.key;
  }
}

/** One diagnostic for each secret that the environment lacks. */
export function checkSecrets(
  devices: readonly Device[],
  environment: Readonly<Record<string, string | undefined>>,
): Diagnostic[] {
  const missing = new Map<string, SecretRef>();
  for (const device of devices) {
    for (const secret of secretsOf(device)) {
      if (!environment[secret.name] && !missing.has(secret.name)) missing.set(secret.name, secret);
    }
  }
  return [...missing.values()].map((secret) => diagnose(missingSecret, { name: secret.name }, secret.span));
}
