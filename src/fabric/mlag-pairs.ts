import type { DesignTraits } from './design-traits.ts';
import type { Fabric, Rack, SwitchNode } from './fabric.ts';

/** Two switches that are one to what is joined to both. */
export interface MlagPair {
  readonly first: SwitchNode;
  readonly second: SwitchNode;
  /** Of two leafs; absent: the two spines. */
  readonly rack?: Rack;
}

/** True where the two leafs of a rack are an MLAG pair. */
export function pairsLeafs({
  topology,
  traits,
}: {
  readonly topology: Fabric['topology'];
  readonly traits: DesignTraits;
}): boolean {
  return traits.links === 'bridged' || topology.data.access.leafPair === 'mlag';
}

/** The two spines, where the design makes them a pair. */
export function corePair({ traits, switches }: Fabric): MlagPair | undefined {
  const [first, second] = traits.spinePair ? switches.filter((node) => node.role === 'spine') : [];
  return first && second && { first, second };
}

/** All MLAG pairs: the spines first, then the leafs rack by rack. */
export function mlagPairs(fabric: Fabric): MlagPair[] {
  const cores = corePair(fabric);
  const leafs = pairsLeafs(fabric) ? fabric.racks : [];
  return [
    ...(cores ? [cores] : []),
    ...leafs.flatMap((rack) => {
      const [first, second] = rack.leafs;
      return first && second ? [{ first, second, rack }] : [];
    }),
  ];
}
