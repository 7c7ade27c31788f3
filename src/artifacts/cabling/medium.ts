import type { Connector, Gbps } from '../../platforms/platform.ts';

/**
 * twisted-pair: RJ45; copper-dac: passive twinaxial cable with its connectors; active-optical: fibre with its
 * transceivers; multimode and single-mode: two transceivers and a fibre.
 */
export type Medium = 'twisted-pair' | 'copper-dac' | 'active-optical' | 'multimode' | 'single-mode';

/** Twisted pair carries every speed it is used for this far, in metres (1000BASE-T, 10GBASE-T on Cat-6a). */
const twistedPair = 100;

/** How far a medium carries a speed, in metres. */
interface Reach {
  /** Passive twinaxial copper. */
  readonly copper: number;
  /** Multimode fibre of grade OM4. */
  readonly multimode: number;
}

/**
 * Reaches of the Ethernet interfaces that a reader is likely to buy, lower where standard and market differ.
 *
 * - 1G: 1000BASE-T 100 m on twisted pair, which is what servers have; 1000BASE-SX 500 m. 10G: SFP+ twinaxial up to 10 m, here 5; 10GBASE-SR 300 m on OM3.
 *   https://kb.wisc.edu/ns/page.php?id=7829
 * - 40G: 40GBASE-CR4 up to 7 m, "may not be realistic in all environments", here 5; 40GBASE-SR4 150 m on OM4.
 *   http://www.fowiki.com/b/faq-40g-optical-network/
 * - 25G (IEEE 802.3by): 3 m without RS-FEC, 5 m with; 25GBASE-SR 100 m on OM4.
 *   https://technologyevangelist.co/2018/02/18/25g-what-the-fec/
 *   https://www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/25gbase-sr/
 * - 50G and 200G (IEEE 802.3cd): twinaxial copper up to 3 m. https://informant158.rssing.com/chan-14804747/article48.html
 *   100G: 5 m by IEEE 802.3bj with RS-FEC, but "about 3 meters" in practice:
 *   https://www.informit.com/articles/article.aspx?p=3222361&seqNum=4
 *   SR transceivers of 50G to 200G: 100 m.
 *   https://docs.nvidia.com/dgx-superpod/design-guide-cabling-data-centers/latest/transceivers.html
 * - 400G and 800G with lanes of 100G (IEEE 802.3ck, df): copper sold up to 2 m;
 *   https://docs.nvidia.com/networking/display/mcp4y10nxxx2x400pub
 *   400GBASE-SR8 100 m on OM4.
 *   https://www.tiafotc.org/ieee-802-3-ethernet-standards-update/multimode-standards-update/400gbase-sr8/
 */
const reaches: Readonly<Record<Gbps, Reach>> = {
  1: { copper: 0, multimode: 500 },
  10: { copper: 5, multimode: 300 },
  25: { copper: 3, multimode: 100 },
  40: { copper: 5, multimode: 150 },
  50: { copper: 3, multimode: 100 },
  100: { copper: 3, multimode: 100 },
  200: { copper: 3, multimode: 100 },
  400: { copper: 2, multimode: 100 },
  800: { copper: 2, multimode: 100 },
};

/**
 * Longest active optical cable that is commonly stocked, in metres (sold in 3 to 30 m):
 * https://docs.nvidia.com/networking/display/mfs1s50v0xxespec/ordering+information
 */
const activeOptical = 30;

/**
 * Medium for a cable: the cheapest that reaches. An estimate, whatever the length is based on.
 * @param connectors of the switch ports at its ends; RJ45 decides alone.
 */
export function chooseMedium(speed: Gbps, metres: number, connectors: readonly Connector[]): Medium {
  if (connectors.includes('rj45') || (speed === 1 && metres <= twistedPair)) return 'twisted-pair';
  const reach = reaches[speed];
  if (metres <= reach.copper) return 'copper-dac';
  if (metres <= activeOptical) return 'active-optical';
  return metres <= reach.multimode ? 'multimode' : 'single-mode';
}
