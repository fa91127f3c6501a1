import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownLaws } from '../../../../src/answering/law/known-laws.js';
import type { LawAnswer, LawRequest } from '../../../../src/answering/law/law-answer.js';
import { botCommands, STANDING_COMMANDS } from '../../../../src/discord/commands/all-commands.js';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import type { CommandUse } from '../../../support/discord-emulator/discord-emulator.js';
import { textOf } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf, passageOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { startBot, type RunningBot } from '../../../support/running-bot.js';
import { lawNamed, shippedCatalogue } from '../../../support/shipped-catalogue.js';

const LAWS = knownLaws(shippedCatalogue(), { names: () => [] }, new Map());

function cardFor({ name, provision, question }: LawRequest): LawAnswer {
  return {
    kind: 'found',
    id: name,
    title: '网络安全法',
    day: '2026-01-02',
    law: null,
    status: null,
    text: null,
    versions: [],
    article: provision === null ? null : { outcome: 'unchecked', provision, passages: [] },
    mentions: [],
    mentionCount: 0,
    answer: question === null ? null : answerOf(question, 'strong', [passageOf(1, '000', '网络运营者应当留存日志。')]),
  };
}

describe('commands about laws', () => {
  let bot: RunningBot;
  let engine: FakeEngine;
  let requests: LawRequest[];
  let lawNames: () => Promise<typeof LAWS>;

  beforeEach(async () => {
    requests = [];
    lawNames = () => Promise.resolve(LAWS);
    engine = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
      law: (request) => {
        requests.push(request);
        return Promise.resolve(cardFor(request));
      },
      lawNames: () => lawNames(),
    });
    bot = await startBot(engine, { commands: botCommands(LAWS, ['cybersecurity-law']) });
  });

  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  const ask = async (options: CommandUse['options'], locale = 'zh-CN', name = 'law'): Promise<string> => {
    const message = await bot.use({ name, ...(options === undefined ? {} : { options }), locale });
    return readMarkdown(textOf(message)).text;
  };

  describe('/law', () => {
    it('defers, asks the engine for what was typed, and shows the card without pinging anybody', async () => {
      const options = { name: ' 网络安全法 ', article: '第二十一条', 'as-of': '2020-01-01', question: ' 日志？\n' };
      const text = await ask(options);
      expect(text).toContain('《网络安全法》第二十一条无法核对');
      expect(requests).toEqual([
        {
          name: '网络安全法',
          provision: { article: '21', paragraph: null, item: null, subitem: null },
          question: '日志？',
          asOf: '2020-01-01',
          scopes: ['global'],
          limit: 5,
        },
      ]);
      const steps = bot.emulator.requests.filter(({ path }) => /interactions|webhooks/.test(path));
      expect(steps.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 204', 'PATCH 200']);
      expect(steps[0]?.body).toMatchObject({ type: 5 });
      expect(steps[1]?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
    });

    it('shows the passages that match a question under the card, over the disclaimer', async () => {
      const text = await ask({ name: '网络安全法', question: '日志？' });
      const parts = ['《网络安全法》', '日志？', '与问题相符的段落', '网络运营者应当留存日志。', '不构成法律意见'];
      expect(parts.map((part) => text.indexOf(part)).every((at, index, all) => at > (all[index - 1] ?? -1))).toBe(true);
    });

    it.each([
      ['an article that is none', { article: 'one' }, '“one” is no article.'],
      ['a date that is none', { 'as-of': '2026-02-30' }, '“2026-02-30” is no date.'],
      ['a question without words', { question: '？？' }, 'The question has no words'],
    ])('says so of %s, and asks the engine nothing', async (_, options, problem) => {
      expect(await ask({ name: 'CSL', ...options }, 'en-US')).toContain(problem);
      expect(requests).toEqual([]);
    });

    it.each([
      ['a name', 'csl'],
      ['its pinyin', 'wlaqf'],
    ])('offers laws while %s is typed, in the language of the client', async (_, typed) => {
      const typing = bot.emulator.type({ name: 'law', options: { name: typed }, locale: 'zh-TW' }, 'name');
      const [first] = await bot.emulator.waitForChoices(typing);
      expect(first?.value).toBe('cybersecurity-law');
      expect(first?.name).toContain('中華人民共和國網絡安全法');
    });

    it('offers no more than Discord takes for nothing typed', async () => {
      const typing = bot.emulator.type({ name: 'law', options: { name: '' } }, 'name');
      expect(await bot.emulator.waitForChoices(typing)).toHaveLength(25);
    });

    it('goes on after names that could not be read', async () => {
      lawNames = () => Promise.reject(new RangeError('with the typed text'));
      bot.emulator.type({ name: 'law', options: { name: 'secret' } }, 'name');
      const { logger } = bot;
      await bot.emulator.waitFor('the warning', () =>
        logger.lines.some(({ event, facts }) => event === 'discord-choices-failed' && facts.reason === 'RangeError'),
      );
      expect(logger.text).not.toContain('typed text');
      expect(await ask({ name: 'any text' })).toContain('网络安全法');
    });
  });

  it('looks up what is typed by the newest keystroke alone, however many there are, and answers on', async () => {
    const { emulator } = bot;
    const typed = Array.from({ length: 100 }, (_, at) =>
      emulator.type({ name: 'law', options: { name: at === 99 ? '数据安全法' : '网' } }, 'name'),
    );
    expect(await ask({ name: '网络安全法' })).toContain('网络安全法');
    const all = await Promise.all(typed.map((one) => emulator.waitForChoices(one)));
    expect(all.filter((choices) => choices.length > 0).length).toBeLessThan(100);
    expect(all.at(-1)).toMatchObject([{ value: 'data-security-law' }]);
  });

  describe('a command of one law', () => {
    it('asks for that law, an article of it, and what is asked of it', async () => {
      await ask({ article: '286-1', question: '日志？' }, 'zh-CN', 'cybersecurity-law');
      expect(requests).toMatchObject([
        { name: 'cybersecurity-law', provision: { article: '286-1' }, question: '日志？', asOf: null },
      ]);
    });

    it('says that it is gone where the settings have changed since the client was told of it', async () => {
      bot.emulator.failNext(/^PUT .*\/commands$/, new ApiError(403, 50001, 'Missing Access'));
      await bot.restart({ commands: STANDING_COMMANDS });
      expect(await ask({}, 'en-US', 'cybersecurity-law')).toContain('no longer there');
      expect(requests).toEqual([]);
    });
  });

  it('names the nearest laws for a law that does not exist, and no more of it', async () => {
    const near = [{ id: 'a', title: lawNamed('a', '甲法').title.zhHans, english: null }];
    const unknown = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
      law: ({ name }) => Promise.resolve({ kind: 'unknown', name, near }),
    });
    await bot.restart({ engine: unknown });
    expect((await ask({ name: '甲乙法' })).split('\n')).toEqual([
      '此处没有名为“甲乙法”的法规。',
      '是否指：',
      '- 《甲法》',
    ]);
  });
});
