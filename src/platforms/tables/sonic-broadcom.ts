import { sonic } from '../citations.ts';
import type { TableProfile } from '../platform.ts';

/**
 * Tables of a Broadcom switch under SONiC, from its chip configuration. An IPv6 neighbour takes the place of two
 * IPv4 ones. Routes are what the memory left over holds (algorithmic LPM), which the file does not tell.
 * @param mac `l2_mem_entries` of the file. @param hosts its `l3_mem_entries`. @param file below `device/`.
 */
export function sonicBroadcom(mac: number, hosts: number, file: string): readonly TableProfile[] {
  return [
    {
      name: 'default',
      nos: 'SONiC',
      mac,
      ipv4Neighbors: hosts,
      ipv6Neighbors: hosts / 2,
      shared: [['ipv4Neighbors', 'ipv6Neighbors']],
      source: sonic(`device/${file}`),
    },
  ];
}
