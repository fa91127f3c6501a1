import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import type { BotMessage } from '../../../support/discord-emulator/message-board.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';

const QUESTION = '2023年国家网络安全宣传周的主题是什么？';

describe('a conversation', () => {
  const tested = testedBot(() => ({ guildLocale: 'zh-CN' }));

  const asked = (): Promise<BotMessage> => tested.bot.replyTo(tested.bot.emulator.mention(QUESTION));
  const repliedTo = (message: BotMessage, text: string): Promise<BotMessage> =>
    tested.bot.replyTo(tested.bot.emulator.reply({ text, to: message.id, ping: true }));

  it('goes on where somebody replies to an answer, and shows what it understood', async () => {
    const first = await asked();
    const second = await repliedTo(first, '2022年呢？');
    expect(linesOf(second).slice(0, 3)).toEqual([
      '问题',
      '2022年呢？',
      '理解为：2022年国家网络安全宣传周的主题是什么？',
    ]);
    const third = await repliedTo(second, '那去年的呢？');
    expect(linesOf(third)[2]).toBe('理解为：去年国家网络安全宣传周的主题是什么？');
  });

  it('takes a question of its own as it is, in a reply too', async () => {
    const reply = await repliedTo(await asked(), '十个坚持是什么？');
    expect(linesOf(reply).slice(0, 3)).toEqual(['问题', '十个坚持是什么？', '与问题相符的段落']);
  });

  it('goes on after a restart: the question before is read from the message', async () => {
    const first = await asked();
    await tested.bot.restart();
    expect(linesOf(await repliedTo(first, '2022年呢？'))[2]).toContain('2022年国家网络安全宣传周的主题是什么？');
  });

  it('goes on in direct messages from the last answer', async () => {
    const { emulator } = tested.bot;
    await tested.bot.replyTo(emulator.directMessage(QUESTION));
    const reply = await tested.bot.replyTo(emulator.directMessage('2022年呢？'));
    expect(linesOf(reply)[2]).toBe('理解为：2022年国家网络安全宣传周的主题是什么？');
    const english = await tested.bot.replyTo(emulator.directMessage('what about 2019?'));
    expect(linesOf(english)[2]).toContain('Understood as: 2019');
  });

  it('speaks the language of the conversation where a follow-up has none', async () => {
    const { emulator } = tested.bot;
    const first = await tested.bot.replyTo(emulator.mention('How many cases were handled in 2021?'));
    expect(linesOf(await repliedTo(first, '2020?')).slice(0, 3)).toEqual([
      'Question',
      '2020?',
      'Understood as: How many cases were handled in 2020?',
    ]);
  });

  it('keeps to what the question before was restricted to', async () => {
    const { emulator } = tested.bot;
    const options = { question: '网信工作取得了哪些成就？', document: '003-2' };
    const first = await tested.bot.answerTo(emulator.slashCommand({ name: 'ask', options, locale: 'zh-CN' }));
    expect(linesOf(first)[2]).toBe('只查：文档 003-2');
    const second = await repliedTo(first, '为什么？');
    expect(linesOf(second).slice(2, 4)).toEqual(['理解为：网信工作取得了哪些成就？为什么？', '只查：文档 003-2']);
    const third = await repliedTo(second, '十个坚持是什么？');
    expect(linesOf(third)[2]).not.toContain('003-2');
  });

  it('answers by itself where the message before is gone, or may not be read', async () => {
    const { emulator } = tested.bot;
    const first = await asked();
    emulator.failNext(/GET .*\/messages\/\d+$/, new ApiError(403, 50001, 'Missing Access'));
    expect(linesOf(await repliedTo(first, '2022年呢？')).slice(0, 2)).toEqual(['问题', '2022年呢？']);
    const second = await asked();
    const late = emulator.reply({ text: '2022年呢？', to: second.id, ping: true });
    emulator.board.remove(second.id);
    expect(linesOf(await tested.bot.replyTo(late))[2]).not.toContain('理解为');
  });

  it('does not take what somebody else wrote for a question before', async () => {
    const { emulator } = tested.bot;
    const other = emulator.say(`-# 问题\n${QUESTION}`);
    const text = `<@${emulator.cast.bot.id}> 2022年呢？`;
    const message = emulator.replyMentioning({ text, to: other });
    expect(linesOf(await tested.bot.replyTo(message))[2]).not.toContain('理解为');
  });

  it('says nothing to a reply without a ping, whose content Discord withholds', async () => {
    const { emulator } = tested.bot;
    const first = await asked();
    emulator.reply({ text: '2022年呢？', to: first.id, ping: false });
    emulator.say('not for the bot');
    const last = await tested.bot.replyTo(emulator.mention('十个坚持是什么？'));
    expect(emulator.board.all.map(({ id }) => id)).toEqual([first.id, last.id]);
  });

  it('asks Discord for nothing more where there is nothing to go on from', async () => {
    await asked();
    expect(
      tested.bot.emulator.requests.filter(({ method, path }) => method === 'GET' && path.includes('/messages')),
    ).toEqual([]);
  });
});

describe('threads', () => {
  const tested = testedBot(() => ({ guildLocale: 'zh-CN' }));

  it('of the bot go on without a mention where the content of messages is allowed', async () => {
    const { emulator } = tested.bot;
    emulator.revealContent();
    const answer = await tested.bot.replyTo(emulator.mention(QUESTION));
    const thread = emulator.openThread({ owner: emulator.cast.bot.id, starter: answer.id });
    const first = await tested.bot.replyTo(emulator.sayInThread(thread, '2022年呢？'));
    expect(first.channel).toBe(thread);
    expect(linesOf(first)[2]).toBe('理解为：2022年国家网络安全宣传周的主题是什么？');
    const second = await tested.bot.replyTo(emulator.sayInThread(thread, '那去年的呢？'));
    expect(linesOf(second)[2]).toBe('理解为：去年国家网络安全宣传周的主题是什么？');

    const foreign = emulator.openThread({ owner: emulator.cast.user.id, starter: null });
    emulator.sayInThread(foreign, '2021年呢？');
    await tested.bot.replyTo(emulator.sayInThread(thread, '十个坚持是什么？'));
    expect(emulator.board.all.filter(({ channel }) => channel === foreign)).toEqual([]);
  });

  describe('opened from an answer', () => {
    const open = async (message: string) =>
      linesOf(
        await tested.bot.answerTo(
          tested.bot.emulator.messageCommand({ name: 'Go on in a thread', locale: 'zh-CN' }, message),
        ),
      );

    it('are named by the question, and go on from it', async () => {
      const { emulator } = tested.bot;
      const answer = await tested.bot.replyTo(emulator.mention(QUESTION));
      expect(await open(answer.id)).toEqual([
        '子区已经打开。在里面提及我，或者回复我的答复，就能接着上一个问题问下去。',
      ]);
      const opening = emulator.requests.find(({ path }) => path.endsWith('/threads'));
      expect(opening?.body).toMatchObject({ name: QUESTION });
      emulator.revealContent();
      const reply = await tested.bot.replyTo(emulator.sayInThread(answer.id, '2022年呢？'));
      expect(linesOf(reply)[2]).toBe('理解为：2022年国家网络安全宣传周的主题是什么？');
      expect(await open(answer.id)).toEqual(['这条答复下已经有子区了。']);
    });

    it('are opened under answers only, and not without the right', async () => {
      const { emulator } = tested.bot;
      expect(await open(emulator.say('anything'))).toEqual(['请在我的一条答复上使用。']);
      const answer = await tested.bot.replyTo(emulator.mention(QUESTION));
      emulator.failNext(/\/threads$/, new ApiError(403, 50013, 'Missing Permissions'));
      expect((await open(answer.id))[0]).toContain('创建公共子区');
    });
  });
});
