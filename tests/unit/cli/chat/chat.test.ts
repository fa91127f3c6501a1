import { describe, expect, it } from 'vitest';
import { parseChatLine } from '../../../../src/cli/chat/chat-command.js';
import { ChatSession } from '../../../../src/cli/chat/chat-session.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, passageOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';

describe('parseChatLine', () => {
  it.each([
    ['help', { kind: 'help', language: 'en' }],
    ['HELP ', { kind: 'help', language: 'en' }],
    ['帮助', { kind: 'help', language: 'zh-Hans' }],
    ['幫助', { kind: 'help', language: 'zh-Hant' }],
    ['more', { kind: 'more' }],
    ['更多', { kind: 'more' }],
    ['退出', { kind: 'quit', language: 'zh-Hans' }],
    ['context 12', { kind: 'context', rank: 12 }],
    ['上下文２', { kind: 'context', rank: 2 }],
    ['前後文', { kind: 'context', rank: 1 }],
    ['  ', { kind: 'empty' }],
    ['more about 5G', { kind: 'question', text: 'more about 5G' }],
    ['context of the law', { kind: 'question', text: 'context of the law' }],
    ['context 1234', { kind: 'question', text: 'context 1234' }],
  ])('reads %j', (line, command) => {
    expect(parseChatLine(line)).toEqual(command);
  });
});

describe('ChatSession', () => {
  const { signal } = new AbortController();
  const look = { style: createStyle(false), columns: () => 80 };
  const passages = Array.from({ length: 7 }, (_, index) => passageOf(index + 1, '001', `第${index + 1}段。`));
  const talk = () => {
    const engine = new FakeEngine((question) => ({
      ...answerOf(question.text, 'strong', passages),
      language: 'zh-Hans',
    }));
    return { engine, session: new ChatSession(engine, 'en', look) };
  };
  const shownBy = (lines: readonly string[]) => [...lines.join('\n').matchAll(/第(\d)段/g)].map((match) => match[1]);

  it('shows five passages, then the rest, then says that there are no more', async () => {
    const { session, engine } = talk();
    expect(shownBy((await session.reply('主题是什么', signal)).lines)).toEqual(['1', '2', '3', '4', '5']);
    expect(shownBy((await session.reply('更多', signal)).lines)).toEqual(['6', '7']);
    expect((await session.reply('more', signal)).lines).toEqual([wordsFor('zh-Hans').chat.noMore]);
    expect(engine.asked.map(({ text, limit }) => [text, limit])).toEqual([['主题是什么', 20]]);
  });

  it('has nothing to show before the first question', async () => {
    const { session } = talk();
    const nothing = { lines: [wordsFor('en').chat.noQuestionYet], ended: false };
    expect(await session.reply('more', signal)).toEqual(nothing);
    expect(await session.reply('context 1', signal)).toEqual(nothing);
  });

  it('knows only the passages that were shown', async () => {
    const { session } = talk();
    await session.reply('主题是什么', signal);
    const { lines } = await session.reply('上下文 6', signal);
    expect(lines).toEqual([wordsFor('zh-Hans').chat.noSuchPassage(6, 5)]);
  });

  it('says what is wrong with a question, and asks nothing', async () => {
    const { session, engine } = talk();
    const { lines } = await session.reply('？？？', signal);
    expect(lines.join(' ')).toBe(wordsFor('en').problem.noWords);
    expect(engine.asked).toEqual([]);
  });

  it('speaks the language of the last question from then on', async () => {
    const { session } = talk();
    expect(session.words.language).toBe('en');
    await session.reply('主题是什么', signal);
    expect(session.words.language).toBe('zh-Hans');
  });

  it('ends when told, in the language of the word', async () => {
    const { session } = talk();
    expect(await session.reply('退出', signal)).toEqual({ lines: ['再见。'], ended: true });
  });
});
