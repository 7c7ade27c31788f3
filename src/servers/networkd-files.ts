import type { RenderedFile } from '../render/rendered-file.ts';
import { stanzas } from '../render/templates.ts';
import type { Host } from './host.ts';
import { resolvedConf } from './resolver-files.ts';

const stanza = stanzas('servers');

/** What systemd-networkd and systemd-resolved need besides on a host that is a router, whoever wrote the files of its interfaces. */
export function networkdFiles(host: Host): RenderedFile[] {
  if (!host.loopback) return [];
  return [{ path: 'networkd.conf', content: stanza('networkd-conf', { name: host.name }) }, ...resolvedConf(host)];
}
