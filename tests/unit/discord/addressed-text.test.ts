import { describe, expect, it } from 'vitest';
import { addressedText, type IncomingMessage } from '../../../src/discord/addressed-text.js';

const BOT = '42';
const message = (content: string, more: Partial<IncomingMessage> = {}): IncomingMessage => ({
  content,
  automatic: false,
  direct: false,
  mentions: [],
  ...more,
});

describe('addressedText', () => {
  it.each([
    ['a mention before the question', message('<@42> 主题是什么？', { mentions: [BOT] }), '主题是什么？'],
    ['the older form of a mention', message('<@!42> what?', { mentions: [BOT] }), 'what?'],
    ['a mention within and after', message('tell <@42> me <@42>', { mentions: [BOT] }), 'tell   me'],
    ['a mention of somebody else too', message('<@42> ask <@7>', { mentions: [BOT, '7'] }), 'ask <@7>'],
    ['a mention alone', message('<@42>', { mentions: [BOT] }), ''],
    ['a reply that pings the bot', message('and then?', { mentions: [BOT] }), 'and then?'],
    ['a direct message', message(' what? ', { direct: true }), 'what?'],
    ['a message without a mention', message('what?'), null],
    ['a mention of somebody else', message('<@7> what?', { mentions: ['7'] }), null],
    ['another bot', message('<@42> what?', { mentions: [BOT], automatic: true }), null],
    ['a bot in a direct message', message('what?', { direct: true, automatic: true }), null],
  ])('%s', (_, one, text) => {
    expect(addressedText(one, BOT)).toBe(text);
  });
});
