import { managementTable } from '../../../targets/frr/vrf-view.ts';
import { shellWords } from '../../host/shell-words.ts';
import { mlagTable } from './mlag-table.ts';
import type { Leg, MlagSwitch } from './mlag-switch.ts';

/** Both switches show one LACP system and one key; the kernel takes them while a bond has no members. */
function legCommands({ bond, members, number }: Leg, systemMac: string): string[] {
  return [
    ...members.map((member) => `link set dev ${member} nomaster`),
    `link set dev ${bond} down`,
    `link set dev ${bond} type bond ad_actor_system ${systemMac} ad_user_port_key ${number}`,
    ...members.flatMap((member) => [`link set dev ${member} down`, `link set dev ${member} master ${bond}`]),
    `link set dev ${bond} up`,
  ];
}

/** Rules of a bridge for `nft`: what came over the peer link is not for those whom the other switch reaches itself. */
function rules({ peerLink, legs }: MlagSwitch): string[] {
  const all = legs.map(({ bond }) => bond).join(', ');
  return [
    `table ${mlagTable} {`,
    // The agent says which; until then, all: no frame goes round.
    `  set dual { type ifname; ${all === '' ? '' : `elements = { ${all} }; `}}`,
    '  set hold { type ifname; }',
    '  chain forward {',
    '    type filter hook forward priority 0; policy accept;',
    `    iifname ${peerLink} oifname @dual drop`,
    '    oifname @hold drop',
    '  }',
    '  chain output {',
    '    type filter hook output priority 0; policy accept;',
    '    oifname @hold drop',
    '  }',
    '}',
  ];
}

const heredoc = (command: string, lines: readonly string[]): string =>
  [`${command} <<'END'`, ...lines, 'END'].join('\n');

/**
 * Shell lines that make a switch of an MLAG pair of one whose generated interfaces are up. To be run in its namespace.
 *
 * What they stand for: one LACP system over two switches, and split horizon. Where it is not as on a real pair:
 * - The two do not tell each other MAC addresses: nothing is learnt from the peer link, so frames to hosts that only
 *   the other switch has heard are flooded.
 * - Spanning tree is off: the kernel's takes the two for two bridges, and shuts their peer link or their uplinks.
 */
export function mlagCommands(device: MlagSwitch): string[] {
  const { bridge, peerLink, legs, systemMac, keepalive } = device;
  return [
    heredoc('ip -batch -', [
      `link set dev ${bridge} type bridge stp_state 0`,
      ...legs.flatMap((leg) => legCommands(leg, systemMac)),
      // What starts here towards the other's port of management goes by its VRF.
      ...(keepalive === undefined ? [] : [`rule add pref 98 iif lo to ${keepalive} lookup ${managementTable}`]),
    ]),
    shellWords('bridge', 'link', 'set', 'dev', peerLink, 'learning', 'off'),
    // A port that is shut keeps its IPv6 addresses for when it comes back.
    shellWords('sysctl', '-q', '-w', 'net.ipv6.conf.all.keep_addr_on_down=1'),
    heredoc('nft -f -', rules(device)),
  ];
}
