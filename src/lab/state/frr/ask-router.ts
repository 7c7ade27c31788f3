import type { Namespaces } from '../../host/namespaces.ts';

/** What FRR's daemons say of themselves, by command; a command is missing where its daemon does not run. */
export type RouterAnswers = ReadonlyMap<string, string>;

/** The commands, by the daemon that must run; each daemon's in one call, since starting vtysh costs most. */
const commands = {
  zebra: ['show running-config no-header'],
  bgpd: ['show bgp vrf all neighbors json', 'show bgp vrf all ipv4 unicast json', 'show bgp vrf all ipv6 unicast json'],
  ospfd: ['show ip ospf json', 'show ip ospf interface json', 'show ip ospf neighbor json'],
  ospf6d: ['show ipv6 ospf6 json', 'show ipv6 ospf6 interface json', 'show ipv6 ospf6 neighbor json'],
  bfdd: ['show bfd peers json'],
} as const;

/** Echoes each command before its answer. */
const script = Object.entries(commands)
  .map(([daemon, own]) => {
    const asked = own.map((command) => `-c '${command}'`).join(' ');
    return `[ ! -S "/run/frr/$0/${daemon}.vty" ] || vtysh -E -N "$0" ${asked} 2>/dev/null`;
  })
  .join('; ');

/** Splits what vtysh says to several commands, where it echoes them. */
export function splitAnswers(text: string): RouterAnswers {
  const [, ...parts] = text.split(/^\S*[#>] (show .*)$/m);
  const answers = new Map<string, string>();
  for (let index = 0; index + 1 < parts.length; index += 2) answers.set(parts[index] ?? '', parts[index + 1] ?? '');
  return answers;
}

/** Asks all daemons of a router. */
export async function askRouter(lab: Namespaces, device: string): Promise<RouterAnswers> {
  const { stdout } = await lab.try(['sh', '-c', script, device], { device });
  return splitAnswers(stdout);
}

/** An answer in JSON; undefined where there is none. */
export function jsonOf(answers: RouterAnswers, command: string): unknown {
  try {
    return JSON.parse(answers.get(command) ?? '');
  } catch {
    return undefined;
  }
}
