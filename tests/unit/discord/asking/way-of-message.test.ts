import { describe, expect, it } from 'vitest';
import { wayOfMessage } from '../../../../src/discord/asking/way-of-message.js';

const BOT = '1';
const PLAIN = {
  automatic: false,
  direct: false,
  mentions: [],
  repliesTo: null,
  threadOwner: null,
  mode: 'all',
} as const;

describe('wayOfMessage', () => {
  it.each([
    ['direct-message', { direct: true }],
    ['direct-message', { direct: true, repliesTo: BOT, mentions: [BOT] }],
    ['mention', { mentions: ['7', BOT] }],
    ['mention', { mentions: [BOT], repliesTo: '7' }],
    ['reply', { repliesTo: BOT }],
    // A reply mentions whom it replies to unless its author says otherwise.
    ['reply', { repliesTo: BOT, mentions: [BOT] }],
    ['thread', { threadOwner: BOT }],
    ['mention', { threadOwner: BOT, mentions: [BOT] }],
    ['channel', {}],
    ['channel', { threadOwner: '7' }],
  ] as const)('is %s for %j', (way, message) => {
    expect(wayOfMessage({ ...PLAIN, ...message }, BOT)).toBe(way);
  });
});
