import { describe, expect, it } from 'vitest';
import { addressedText, speaksTo, type IncomingMessage } from '../../../../src/discord/asking/addressed-text.js';

const BOT = '42';
const message = (content: string, more: Partial<Omit<IncomingMessage, 'content'>> = {}): IncomingMessage => ({
  content,
  automatic: false,
  direct: false,
  mentions: [],
  repliesTo: null,
  threadOwner: null,
  mode: 'mention',
  ...more,
});

describe('addressedText', () => {
  it.each([
    ['a mention before the question', message('<@42> 主题是什么？', { mentions: [BOT] }), '主题是什么？'],
    ['the older form of a mention', message('<@!42> what?', { mentions: [BOT] }), 'what?'],
    ['a mention within and after', message('tell <@42> me <@42>', { mentions: [BOT] }), 'tell   me'],
    ['a mention of somebody else too', message('<@42> ask <@7>', { mentions: [BOT, '7'] }), 'ask <@7>'],
    ['a mention alone', message('<@42>', { mentions: [BOT] }), ''],
    ['a reply to the bot that pings it', message('and then?', { mentions: [BOT], repliesTo: BOT }), 'and then?'],
    ['a reply to the bot without a ping', message('and then?', { repliesTo: BOT }), 'and then?'],
    ['a reply to somebody else', message('and then?', { repliesTo: '7' }), null],
    ['a reply to somebody else that mentions the bot', message('<@42> a?', { repliesTo: '7', mentions: [BOT] }), 'a?'],
    ['a message in a thread of the bot', message('and then?', { threadOwner: BOT }), 'and then?'],
    ['a reply to somebody else in a thread of the bot', message('yes', { threadOwner: BOT, repliesTo: '7' }), null],
    ['a message in a thread of somebody else', message('and then?', { threadOwner: '7' }), null],
    ['a direct message', message(' what? ', { direct: true }), 'what?'],
    ['a direct message of spaces', message('  ', { direct: true }), ''],
    ['a message without a mention', message('what?'), null],
    ['a mention of somebody else', message('<@7> what?', { mentions: ['7'] }), null],
    ['another bot', message('<@42> what?', { mentions: [BOT], automatic: true }), null],
    ['a bot in a direct message', message('what?', { direct: true, automatic: true }), null],
    ['a question where the bot answers all', message(' 主题是什么？ ', { mode: 'all' }), '主题是什么？'],
    [
      'a question in a long message there',
      message(`${'说明。'.repeat(700)}主题是什么？`, { mode: 'all' }),
      '主题是什么？',
    ],
    ['chatter where the bot answers all', message('早上好', { mode: 'all' }), null],
    ['chatter that mentions the bot there', message('<@42> 早上好', { mode: 'all', mentions: [BOT] }), '早上好'],
    [
      'a reply to somebody else where the bot answers all',
      message('主题是什么？', { mode: 'all', repliesTo: '7' }),
      null,
    ],
    ['a question to somebody else there', message('<@7> 主题是什么？', { mode: 'all', mentions: ['7'] }), null],
    [
      'a thread of somebody else where the bot answers all',
      message('主题是什么？', { mode: 'all', threadOwner: '7' }),
      '主题是什么？',
    ],
    ['another bot where the bot answers all', message('主题是什么？', { mode: 'all', automatic: true }), null],
    ['a mention where the bot is off', message('<@42> what?', { mentions: [BOT], mode: 'off' }), null],
    ['a thread of the bot where it is off', message('what?', { threadOwner: BOT, mode: 'off' }), null],
  ])('%s', (_, one, text) => {
    expect(addressedText(one, BOT)).toBe(text);
  });

  it.each([
    ['a reply', message('', { repliesTo: BOT })],
    ['a thread of the bot', message('', { threadOwner: BOT })],
    ['a channel where the bot answers all', message('', { mode: 'all' })],
  ])('says nothing to a text that Discord withholds: %s', (_, one) => {
    expect(addressedText(one, BOT)).toBeNull();
  });

  it('never touches the content of a message that does not speak to the bot', () => {
    const silent = [
      {},
      { automatic: true, mentions: [BOT] },
      { mode: 'off' as const, mentions: [BOT], repliesTo: BOT, threadOwner: BOT },
      { mode: 'all' as const, repliesTo: '7' },
      { mode: 'all' as const, mentions: ['7'] },
      { threadOwner: '7' },
    ];
    for (const more of silent) {
      const sealed: IncomingMessage = {
        ...message('', more),
        get content(): string {
          throw new Error('The content was looked at');
        },
      };
      expect(speaksTo(message('', more), BOT)).toBeNull();
      expect(addressedText(sealed, BOT)).toBeNull();
    }
  });
});
