import { describe, expect, it } from 'vitest';
import { readMessage, writeMessage } from '../../../../src/lab/network/mlag/message.ts';

const message = { system: '02:00:5e:01:00:02', from: 'leaf1', ready: [1, 49], dual: [49] };

describe('words between the switches of a pair', () => {
  it('are read as they were written', () => {
    expect(readMessage(writeMessage(message))).toEqual(message);
  });

  it('are nothing where they are something else', () => {
    for (const text of ['', 'hello', 'null', '[]', '{}', JSON.stringify({ ...message, ready: ['1'] })])
      expect(readMessage(Buffer.from(text))).toBeUndefined();
  });
});
