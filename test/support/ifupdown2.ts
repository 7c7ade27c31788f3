import { type Verdict, run } from './verifier.ts';

/**
 * Runs in namespaces of its own: `ifreload` reads no other file than /etc/network/interfaces and keeps locks and
 * state, none of which may touch the machine. Unknown attributes are refused, which Debian's setting leaves off.
 */
const script = `
set -e
mount -t tmpfs none /run
mount -t tmpfs none /var/tmp
mkdir /run/network
cp -R /etc/network/ifupdown2 /run/ifupdown2
sed -i s/^addon_syntax_check=0/addon_syntax_check=1/ /run/ifupdown2/ifupdown2.conf
mount -t tmpfs none /etc/network
mv /run/ifupdown2 /etc/network/ifupdown2
cat > /etc/network/interfaces
exec ifreload -a -s
`;

/** The check of the syntax makes no interface, so it misses every one that this machine has not. */
const absentHere = /^warning: \S+: interface not recognized - please check interface configuration\n/gm;

const netlinkFault = /^error: recv\(\) error: \[Errno 22\]/m;

/**
 * Judges an ifupdown2 file with `ifreload -a -s`. Good only with status 0 and empty stderr.
 * It does not see prefix lengths out of range, nor names of ports or VLAN devices that no stanza defines.
 */
export function checkIfupdown2(text: string): Verdict {
  const user = process.getuid?.() === 0 ? [] : ['--user', '--map-root-user'];
  const judge = (): Verdict => run('unshare', [...user, '--mount', '--net', '--', 'sh', '-c', script], { input: text });
  let verdict = judge();
  // Its own netlink socket fails now and then (about one call in 400 here), which says nothing about the file.
  for (let tries = 0; tries < 3 && netlinkFault.test(verdict.stderr); tries++) verdict = judge();
  return { ...verdict, stderr: verdict.stderr.replaceAll(absentHere, '') };
}
