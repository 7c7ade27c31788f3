import { readFileSync, statSync } from 'node:fs';
import { posix } from 'node:path';
import type { SecretRef } from '../device/device.ts';

/** What a reference leads to: the secret, or why there is none. Neither is ever part of the other. */
export type SecretValue = { readonly value: string } | { readonly lack: string };

export type FindSecret = (secret: SecretRef) => SecretValue;

/** Largest file that is taken for one with a secret in it, in bytes. */
const largestFile = 65_536;

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links lead in a circle',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
};

/** Full name of a secret's place, as messages give it: a path stands beside the file that refers to it. */
export function placeOfSecret({ source, name, span }: SecretRef): string {
  if (source === 'env' || posix.isAbsolute(name)) return name;
  return posix.join(posix.dirname(span.file.path), name);
}

function readFirstLine(path: string): SecretValue {
  const cannot = (reason: string): SecretValue => ({ lack: `The secret in ${path} cannot be read: ${reason}` });
  try {
    const stat = statSync(path);
    if (!stat.isFile()) return cannot('it is not a regular file');
    if (stat.size > largestFile) return cannot(`it is larger than ${largestFile} bytes`);
    const [value = ''] = readFileSync(path, 'utf8').split(/\r?\n/, 1);
    return value === '' ? { lack: `The first line of ${path} is empty, and should be a secret` } : { value };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return cannot(reasons[code] ?? code);
  }
}

/** Looks secrets up in an environment and in files, each once, so that a whole build uses the same. */
export function secretFinder(environment: Readonly<Record<string, string | undefined>>): FindSecret {
  const found = new Map<string, SecretValue>();
  return (secret) => {
    const place = placeOfSecret(secret);
    if (secret.source === 'env') {
      const value = environment[place];
      return value ? { value } : { lack: `The environment variable ${place} is not set` };
    }
    let value = found.get(place);
    if (!value) found.set(place, (value = readFirstLine(place)));
    return value;
  };
}
