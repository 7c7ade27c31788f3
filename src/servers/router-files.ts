import type { ServerDevice } from '../device/device.ts';
import type { RenderedFile } from '../render/rendered-file.ts';
import { stanzas } from '../render/templates.ts';
import { frrFile } from './frr-file.ts';
import type { Host } from './host.ts';
import type { ServerContext } from './server-format.ts';

const stanza = stanzas('servers');

/** FRR, the daemons it starts, and the settings of the kernel, on a server that is a router itself; else none. */
export function routerFiles(device: ServerDevice, host: Host, context: ServerContext): RenderedFile[] {
  const { name, routing } = device;
  if (!routing) return [];
  return [
    { path: 'frr.conf', content: frrFile(device, routing, host, context) },
    { path: 'daemons', content: stanza('daemons', { name, bfdd: routing.bfd ? 'yes' : 'no' }) },
    { path: 'sysctl.conf', content: stanza('sysctl', { name }) },
  ];
}
