import { readStanzas, valueOf } from '../stanzas.ts';

/**
 * What `ifquery -c -a` of ifupdown2 says is not as the file has it. One of its complaints is its own fault: of a port that
 * takes no untagged frames it wants a VLAN for them all the same (3.0).
 * @param interfaces the file.
 */
export function failedChecks(output: string, interfaces: string): string[] {
  const tagged = new Set(
    readStanzas(interfaces).flatMap((stanza) => (valueOf(stanza, 'bridge-allow-untagged') === 'no' ? stanza.name : [])),
  );
  let owner = '';
  return output.split('\n').flatMap((line) => {
    const [, name] = /^(?:auto|iface) (\S+)/.exec(line) ?? [];
    owner = name ?? owner;
    if (!/\[fail\]\s*$/.test(line)) return [];
    if (tagged.has(owner) && line.includes('(bridge pvid error)')) return [];
    const said = line.replace(/\s*\[fail\]\s*$/, '').trim();
    return [said.includes(owner) ? said : `${owner}: ${said}`];
  });
}
