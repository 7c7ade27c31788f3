/**
 * How the other switch of a pair is seen.
 * joined: it is heard over the peer link. waiting: nothing tells yet what it is. parted: it lives, as the keepalive path
 * says, and the peer link does not. gone: neither is heard.
 */
export type PeerState = 'joined' | 'waiting' | 'parted' | 'gone';

/** What one switch of a pair knows. LAGs are their MLAG numbers. */
export interface PairView {
  readonly legs: readonly number[];
  /** LAGs whose leg on this switch is in step with its far end. */
  readonly ready: ReadonlySet<number>;
  readonly isPrimary: boolean;
  readonly peer: PeerState;
  /** What the other switch last said of itself. */
  readonly peerReady: ReadonlySet<number>;
  readonly peerDual: ReadonlySet<number>;
  /** The peer link's LAG is in step with its far end. */
  readonly linkIsReady: boolean;
  /** Ports that still wait after a start of this switch, or after the peer link came back. */
  readonly waiting: PortGroups;
}

/** Ports other than those of the peer link and of management: members of MLAG LAGs, and the rest. */
export interface PortGroups {
  readonly mlagPorts: boolean;
  readonly otherPorts: boolean;
}

/** What a switch does about it. */
export interface Decision {
  /** LAGs that the other switch reaches itself: nothing from the peer link goes out of them. */
  readonly dual: ReadonlySet<number>;
  /** LAGs that nothing goes out of. */
  readonly hold: ReadonlySet<number>;
  /** Ports that are down; and the routed interfaces of VLANs that are on the peer link alone. */
  readonly shut: PortGroups & { readonly linkVlans: boolean };
}

/** What a switch of an MLAG pair does, from what it knows. */
export function decide(view: PairView): Decision {
  const { legs, ready, isPrimary, peer, peerReady, peerDual, linkIsReady, waiting } = view;
  const joined = peer === 'joined';
  // While nobody tells which legs the other has, all: a leg cut for a moment is better than a loop.
  const dual = legs.filter((lag) => (joined ? peerReady.has(lag) : peer !== 'gone'));
  // A leg is used once the other has stopped sending there what came over the peer link: else frames arrive twice.
  const hold = legs.filter((lag) => !ready.has(lag) || (joined && !peerDual.has(lag)));
  // Two that cannot hear each other must not both be the one that servers take them for.
  const yields = peer === 'parted' && !isPrimary;
  return {
    dual: new Set(dual),
    hold: new Set(hold),
    shut: {
      mlagPorts: yields || waiting.mlagPorts,
      otherPorts: yields || waiting.otherPorts,
      // Linux keeps the interface of a VLAN up while any port of the bridge has a link, in whichever VLAN.
      linkVlans: !linkIsReady,
    },
  };
}
