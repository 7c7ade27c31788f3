import { describe, expect, it } from 'vitest';
import { type Hearing, peerStateOf } from '../../../../src/lab/network/mlag/peer-state.ts';

/** A pair that is at one at 200 s, of which the peer link is whole. */
const whole: Hearing = {
  now: 200_000,
  startedAt: 0,
  linkIsReady: true,
  lostAt: 0,
  heardAt: 199_700,
  keepaliveAt: 199_200,
};

const stateOf = (hearing: Partial<Hearing>) => peerStateOf({ ...whole, ...hearing });

describe('how the other switch of a pair is seen', () => {
  it('is joined while it is heard over the peer link', () => {
    expect(stateOf({})).toBe('joined');
  });

  it('is waited for in the moment after the peer link is lost', () => {
    expect(stateOf({ linkIsReady: false, lostAt: 199_900 })).toBe('waiting');
  });

  it('is parted once a keepalive comes that was sent after the loss', () => {
    const lost = { linkIsReady: false, lostAt: 199_000 };
    expect(stateOf({ ...lost, keepaliveAt: 199_100 })).toBe('waiting');
    expect(stateOf({ ...lost, keepaliveAt: 199_300 })).toBe('parted');
  });

  it('is gone where neither path tells of it', () => {
    const lost = { linkIsReady: false, heardAt: 189_000, lostAt: 190_000 };
    expect(stateOf({ ...lost, keepaliveAt: 189_900 })).toBe('gone');
    expect(stateOf({ ...lost, keepaliveAt: undefined })).toBe('gone');
  });

  it('is gone no more than waited for while its end of the peer link is in step', () => {
    expect(stateOf({ heardAt: 100_000, keepaliveAt: undefined })).toBe('waiting');
  });

  it('is parted where it is silent over a whole peer link, and speaks over the keepalive path', () => {
    expect(stateOf({ heardAt: 190_000 })).toBe('parted');
  });

  it('is not parted before the two have ever met, as long as a start may take', () => {
    const start = { startedAt: 195_000, linkIsReady: false, lostAt: 195_000, heardAt: undefined };
    expect(stateOf(start)).toBe('waiting');
    expect(stateOf({ ...start, startedAt: 100_000, lostAt: 100_000 })).toBe('parted');
  });

  it('is joined again only by what is heard after the peer link came back', () => {
    expect(stateOf({ lostAt: 199_800, keepaliveAt: undefined })).toBe('waiting');
  });
});
