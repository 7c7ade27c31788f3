import type { RenderedFile } from '../render/rendered-file.ts';
import { stanzas } from '../render/templates.ts';
import type { Host } from './host.ts';

const stanza = stanzas('servers');

/** /etc/resolv.conf, where there are resolvers. */
export function resolvConf(host: Host): RenderedFile[] {
  return host.dns.length === 0 ? [] : [{ path: 'resolv.conf', content: stanza('resolv', host) }];
}

/**
 * Resolvers of systemd-resolved that belong to no interface: it asks none of those of the loopback, and those of a port
 * only while that port is up and has an address that is not link-local.
 */
export function resolvedConf(host: Host): RenderedFile[] {
  const { name, dns, domain } = host;
  if (dns.length === 0 && domain === null) return [];
  return [{ path: 'resolved.conf', content: stanza('resolved', { name, dns: dns.join(' '), domain }) }];
}
