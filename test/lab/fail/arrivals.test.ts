import { describe, expect, it } from 'vitest';
import { Arrivals } from '../../../src/lab/fail/probe/arrivals.ts';

/** An account of answers, as `<number>` or `<number>/<packets that arrived at the far end>`. */
function arrived(answers: string): Arrivals {
  const arrivals = new Arrivals();
  for (const [number = 0, count = number + 1] of answers.split(' ').map((one) => one.split('/').map(Number)))
    arrivals.note(number, count);
  return arrivals;
}

const none = {
  lost: 0,
  lostThere: 0,
  lostBack: 0,
  longest: 0,
  outages: 0,
  endsLost: 0,
  reordered: 0,
  duplicates: 0,
};

describe('answers to a flow', () => {
  it('that all came are no loss', () => {
    expect(arrived('0 1 2 3').close(4)).toEqual({ ...none, sent: 4 });
  });

  it('tell the longest run of lost packets, and how many there are', () => {
    expect(arrived('0 1/2 4/3 8/4 9/5').close(10)).toMatchObject({ lost: 5, longest: 3, outages: 2, endsLost: 0 });
  });

  it('tell which way packets got lost', () => {
    // 1 and 2 did not arrive; 4 did, but its answer was lost.
    expect(arrived('0/1 3/2 5/4').close(6)).toMatchObject({ lost: 3, lostThere: 2, lostBack: 1 });
  });

  it('tell no way of a loss that nothing came after', () => {
    expect(arrived('0 1').close(10)).toMatchObject({ lost: 8, lostThere: 0, lostBack: 0, endsLost: 8 });
  });

  it('that come after one of a later packet are reordered (RFC 4737)', () => {
    expect(arrived('0 2 3 1 5 4').close(6)).toEqual({ ...none, sent: 6, reordered: 2 });
  });

  it('that come again are duplicates, and no reordering', () => {
    expect(arrived('0 1 1 2 0').close(3)).toEqual({ ...none, sent: 3, duplicates: 2 });
  });

  it('are counted anew after the account is closed, and not when they come late', () => {
    const arrivals = arrived('0 1 2 5/6');
    expect(arrivals.close(5)).toMatchObject({ sent: 5, lost: 2, endsLost: 2 });
    arrivals.note(3, 4);
    arrivals.note(6, 7);
    expect(arrivals.close(7)).toEqual({ ...none, sent: 2 });
  });

  it('do not count a loss of before in the direction of one after', () => {
    const arrivals = arrived('0/1 1/2');
    arrivals.close(5);
    // 2 to 4 did not arrive, nor 5 and 6; nothing is lost later.
    arrivals.note(7, 3);
    arrivals.note(8, 4);
    expect(arrivals.close(9)).toMatchObject({ sent: 4, lost: 2, lostThere: 2, lostBack: 0 });
  });

  it('make a flow steady where the last ones are all there', () => {
    const arrivals = arrived('0 2 3 4');
    expect(arrivals.isSteady(3)).toBe(true);
    expect(arrivals.isSteady(4)).toBe(false);
    expect(new Arrivals().isSteady(1)).toBe(false);
  });
});
