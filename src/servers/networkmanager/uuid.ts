import { createHash } from 'node:crypto';

/** Of the names below: heddle's connections, each `<host>/<interface>`. */
const namespace = Buffer.from('0b6f4a3dd4f75c0c9a0e6c1b5f0d7e21', 'hex');

/** UUID of a connection by its name (RFC 9562, version 5): the same in every build, another on every host. */
export function connectionUuid(host: string, name: string): string {
  const hash = createHash('sha1').update(namespace).update(`${host}/${name}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  return hash.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
