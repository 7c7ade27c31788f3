/** A difference between what was predicted and what the network does. */
export interface Finding {
  readonly check: 'interface' | 'ospf' | 'adjacency' | 'session' | 'route' | 'path' | 'size' | 'spread';
  readonly device: string;
  /** Interface, peer, prefix, or address. */
  readonly subject: string;
  readonly predicted: string;
  readonly found: string;
  /** Another finding that explains this one, in words. */
  readonly cause?: string;
}
