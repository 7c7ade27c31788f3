/** What a design asks of the graph and of the plan, before it makes devices of them. */
export interface DesignTraits {
  /** Links between switches are routed, or carry VLANs. */
  readonly links: 'routed' | 'bridged';
  /** Each rack has a subnet of its own of each network, or one subnet is stretched over the whole fabric. */
  readonly subnets: 'rack' | 'fabric';
  /** One autonomous system for all switches, or one for each leaf and tier (RFC 7938). */
  readonly autonomousSystems: 'one' | 'each';
  /** The spines are one pair, with links between them. */
  readonly spinePair: boolean;
}

/** Routed from the leaf, in one autonomous system. */
export const routedFabric: DesignTraits = {
  links: 'routed',
  subnets: 'rack',
  autonomousSystems: 'one',
  spinePair: false,
};
