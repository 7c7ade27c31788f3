import type { RenderedFile } from '../render/rendered-file.ts';
import { stanzas } from '../render/templates.ts';
import type { Host, HostNic } from './host.ts';

const stanza = stanzas('servers');

/**
 * Files by which udev gives NICs of known MAC address their names, for tools that rename nothing themselves.
 * `base` is the name of a file, without `.link`.
 */
export function linkFiles(host: Host, base: (nic: HostNic) => string): RenderedFile[] {
  return host.nics
    .filter((nic) => nic.mac !== null)
    .map((nic) => {
      const path = `${base(nic)}.link`;
      return { path, content: stanza('link', { nic, host: host.name, path }) };
    });
}
