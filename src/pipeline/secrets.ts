import type { Device, SecretRef } from '../device/device.ts';
import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { missingSecret } from './problems.ts';
import { placeOfSecret, secretFinder } from './read-secret.ts';

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

/** Each secret that the devices need, once. */
function neededSecrets(devices: readonly Device[]): SecretRef[] {
  const needed = new Map<string, SecretRef>();
  for (const device of devices) {
    for (const secret of secretsOf(device)) {
      const key = `${secret.source}:${placeOfSecret(secret)}`;
      if (!needed.has(key)) needed.set(key, secret);
    }
  }
  return [...needed.values()];
}

/** One diagnostic for each secret that cannot be had. */
export function checkSecrets(
  devices: readonly Device[],
  environment: Readonly<Record<string, string | undefined>>,
): Diagnostic[] {
  const find = secretFinder(environment);
  return neededSecrets(devices).flatMap((secret) => {
    const found = find(secret);
    if ('value' in found) return [];
    return [diagnose(missingSecret, { lack: found.lack, source: secret.source, name: secret.name }, secret.span)];
  });
}

/** Values of the secrets that the devices need and that can be had: never to be shown. */
export function secretValues(
  devices: readonly Device[],
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const find = secretFinder(environment);
  return neededSecrets(devices).flatMap((secret) => {
    const found = find(secret);
    return 'value' in found ? [found.value] : [];
  });
}

/** What a redacted build writes for a secret: one word, which says where the secret would come from if it has the room. */
export function placeholderOf({ source, name }: SecretRef, longest: number): string {
  const placeholder = `REDACTED:${source}:${name}`;
  return placeholder.length <= longest ? placeholder : 'REDACTED';
}
