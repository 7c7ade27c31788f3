import type { Artifact } from '../../../artifacts/artifact.ts';
import type { SecretRef } from '../../../device/device.ts';
import { type Family, formatInterfaceAddress, formatIp, formatPrefix } from '../../../ip/index.ts';
import type { LabUpstream, UpstreamSession } from './lab-upstream.ts';

const familyOf = ({ peer }: UpstreamSession): Family => peer.family;

function neighbourLines({ plan, peerAsn }: LabUpstream, session: UpstreamSession, password?: string): string[] {
  const neighbour = `neighbor ${formatIp(session.peer)}`;
  return [
    ` ${neighbour} remote-as ${peerAsn}`,
    ` ${neighbour} timers connect 1`,
    // With timers of its own, as an operator has them who never saw the fabric's.
    ...(plan.section.bfd ? [` ${neighbour} bfd`] : []),
    ...(password === undefined ? [] : [` ${neighbour} password ${password}`]),
  ];
}

function familyLines(session: UpstreamSession): string[] {
  return [
    ` address-family ipv${familyOf(session)} unicast`,
    ...[...session.wanted, ...session.unwanted].map((prefix) => `  network ${formatPrefix(prefix)}`),
    `  neighbor ${formatIp(session.peer)} activate`,
    ' exit-address-family',
  ];
}

function frrConf(upstream: LabUpstream, index: number, password: string | undefined): string {
  const { name, plan, sessions } = upstream;
  const lines = [
    'frr defaults traditional',
    `hostname ${name}`,
    'no zebra nexthop kernel enable',
    `router bgp ${plan.section.asn}`,
    // Of the block for tests of routers (RFC 2544): it only tells upstreams apart.
    ` bgp router-id 198.18.0.${index + 1}`,
    ' no bgp ebgp-requires-policy',
    ' no bgp default ipv4-unicast',
    ' no bgp network import-check',
    ...sessions.flatMap((session) => neighbourLines(upstream, session, password)),
    ...sessions.flatMap(familyLines),
    'exit',
  ];
  return `${lines.join('\n')}\n`;
}

function interfaces({ plan, sessions, cable }: LabUpstream): string {
  const hosts = sessions.map(({ host }) => `    address ${formatIp(host)}/${host.family === 4 ? 32 : 128}`);
  const lines = [
    'auto lo',
    'iface lo inet loopback',
    ...hosts,
    '',
    `auto ${cable[1].link}`,
    `iface ${cable[1].link}`,
    `    mtu ${plan.section.mtu}`,
    ...sessions.map(({ own }) => `    address ${formatInterfaceAddress(own)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** Addresses outlive a link that goes down, as on a router. */
const sysctl = `net.ipv4.ip_forward=1
net.ipv6.conf.all.forwarding=1
net.ipv6.conf.all.keep_addr_on_down=1
`;

/** Folder of an upstream's files in that of a lab. */
export function upstreamFolder(name: string): string {
  return `upstreams/${name}`;
}

/**
 * Files by which a lab sets up its upstreams: FRR, and interfaces in the form of ifupdown2.
 * @param readPassword gives a password in a form that FRR takes.
 */
export function upstreamFiles(
  upstreams: readonly LabUpstream[],
  readPassword: (secret: SecretRef) => string,
): Artifact[] {
  return upstreams.flatMap((upstream, index): Artifact[] => {
    const { name, plan, password } = upstream;
    const folder = upstreamFolder(name);
    const daemons = ['bgpd=yes', ...(plan.section.bfd ? ['bfdd=yes'] : [])];
    return [
      { path: `${folder}/frr.conf`, content: frrConf(upstream, index, password && readPassword(password)) },
      { path: `${folder}/daemons`, content: `${daemons.join('\n')}\n` },
      { path: `${folder}/interfaces`, content: interfaces(upstream) },
      { path: `${folder}/sysctl.conf`, content: sysctl },
    ];
  });
}
