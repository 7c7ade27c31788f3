import { describe, expect, it } from 'vitest';
import { type PairView, decide } from '../../../../src/lab/network/mlag/decide.ts';

const nothing = { mlagPorts: false, otherPorts: false };
const open = { ...nothing, linkVlans: false };

function decisionOf(view: Partial<PairView>) {
  const { dual, hold, shut } = decide({
    legs: [1, 2, 3],
    ready: new Set([1, 2]),
    isPrimary: true,
    peer: 'joined',
    peerReady: new Set([2, 3]),
    peerDual: new Set([1, 2]),
    linkIsReady: true,
    waiting: nothing,
    ...view,
  });
  return { dual: [...dual], hold: [...hold], shut };
}

describe('what a switch of an MLAG pair does', () => {
  it('keeps from LAGs what the peer link brings where the other switch reaches them, and from those not in step all', () => {
    expect(decisionOf({})).toEqual({ dual: [2, 3], hold: [3], shut: open });
  });

  it('holds a leg until the other switch has stopped sending there what the peer link brings', () => {
    expect(decisionOf({ peerDual: new Set([1]) }).hold).toEqual([2, 3]);
  });

  it('takes all LAGs as dual while it does not know, and waits for nobody', () => {
    expect(decisionOf({ peer: 'waiting', peerDual: new Set() })).toEqual({ dual: [1, 2, 3], hold: [3], shut: open });
  });

  it('serves alone once the other is gone, whichever it is', () => {
    for (const isPrimary of [true, false]) {
      expect(decisionOf({ peer: 'gone', isPrimary, peerDual: new Set() })).toEqual({
        dual: [],
        hold: [3],
        shut: open,
      });
    }
  });

  it('yields as secondary when the peer link is lost and the other lives; the primary does not', () => {
    expect(decisionOf({ peer: 'parted', isPrimary: false }).shut).toEqual({
      mlagPorts: true,
      otherPorts: true,
      linkVlans: false,
    });
    expect(decisionOf({ peer: 'parted', isPrimary: true }).shut).toEqual(open);
  });

  it('shuts routed interfaces that only the peer link has with it', () => {
    expect(decisionOf({ linkIsReady: false }).shut).toEqual({ ...nothing, linkVlans: true });
  });

  it('keeps ports down that wait after a start', () => {
    const waiting = { mlagPorts: false, otherPorts: true };
    expect(decisionOf({ waiting }).shut).toEqual({ ...waiting, linkVlans: false });
  });
});
