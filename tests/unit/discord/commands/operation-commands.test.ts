import { describe, expect, it } from 'vitest';
import type { SourceSummary } from '../../../../src/answering/engine.js';
import { SIMPLIFIED_CHINESE_OPERATION } from '../../../../src/wording/zh-hans/operation-words-zh-hans.js';
import { TRADITIONAL_CHINESE_OPERATION } from '../../../../src/wording/zh-hant/operation-words-zh-hant.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { documentOf } from '../../../support/index-fixture.js';
import { startOperatedBot } from '../../../support/operated-bot.js';
import { labelsOf } from '../../../support/pressed-buttons.js';
import { linesOf } from '../../../support/running-bot.js';

const ENGLISH = wordsFor('en').discord.operation;

const engine = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
  sources: () =>
    Promise.resolve(
      Array.from({ length: 60 }, (_, index): SourceSummary => {
        const name = String(index + 1).padStart(3, '0');
        const { metadata } = documentOf(name, ['甲。'], { title: `第${name}号报告`, file: `${name}.txt` });
        return { metadata, passages: 3 };
      }),
    ),
});

describe('the commands that run a server', () => {
  describe('/status', () => {
    it('shows what there is, for how long, and how fast', async () => {
      const { bot, clock } = await startOperatedBot(engine);
      clock.advance({ days: 1, seconds: 2 * 3600 + 3 * 60 });
      const message = await bot.use({ name: 'status' });
      expect(message.flags & FLAG_EPHEMERAL).not.toBe(0);
      const [heading, ...facts] = linesOf(message);
      expect(heading).toBe('Status');
      expect(facts).toEqual([
        'Documents: 0',
        'Passages: 0',
        expect.stringMatching(/^Encoder: \S+$/),
        'Generation of the index: 000001',
        'Built: 2026-01-01 00:00 UTC',
        'Running for: 1 day 2 hours 3 minutes',
        expect.stringMatching(/^Round trip to Discord: (?:\d+ ms|not measured yet)$/),
        'From question to answer: not measured yet',
        'Questions: 0 being answered, 0 waiting',
        'Database: answers',
      ]);
    });

    it('counts answers that were given', async () => {
      const { bot } = await startOperatedBot(engine);
      await bot.use({ name: 'ask', options: { question: 'what?' } });
      // The clock stands still: the answer took no time.
      expect(linesOf(await bot.use({ name: 'status' }))).toContain(
        'From question to answer: 0 ms at the median, at most 0 ms for 95 of 100 (last 1 answer)',
      );
    });

    it('says that the database does not answer', async () => {
      const { bot, store } = await startOperatedBot(engine);
      await bot.restart({ store: { ...store, ping: () => Promise.reject(new Error('gone')) } });
      expect(linesOf(await bot.use({ name: 'status' }))).toContain(
        'Database: does not answer; questions are answered nevertheless',
      );
    });
  });

  describe('/sources', () => {
    it('lists every document once, page by page, for the one who asked', async () => {
      const { bot, turned } = await startOperatedBot(engine);
      let message = await bot.use({ name: 'sources' });
      expect(linesOf(message)[0]).toContain('60 documents');
      expect(labelsOf(message)).toEqual(['Next page']);
      const seen: string[] = [];
      const collect = () =>
        seen.push(...linesOf(message).flatMap((line) => /^《第(\d{3})号报告》$/.exec(line)?.[1] ?? []));
      collect();
      while (labelsOf(message).includes('Next page')) {
        message = await turned(message, 'Next page');
        collect();
      }
      expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => String(index + 1).padStart(3, '0')));
      expect(labelsOf(message)).toEqual(['Previous page']);
    });
  });

  describe('/help', () => {
    it.each([
      ['en-US', ENGLISH],
      ['zh-CN', SIMPLIFIED_CHINESE_OPERATION],
      ['zh-TW', TRADITIONAL_CHINESE_OPERATION],
    ])('says in the language of the client (%s) what can be asked', async (locale, { help }) => {
      const { bot } = await startOperatedBot(engine);
      const text = linesOf(await bot.use({ name: 'help', locale })).join('\n');
      for (const phrase of [help.heading, help.introduction, ...help.examples, ...help.ways, help.privacy])
        expect(text).toContain(phrase);
      for (const command of ['/ask', '/law', '/verify', '/sources', '/privacy']) expect(text).toContain(command);
    });
  });

  describe('/privacy', () => {
    it.each([
      [false, 'are not kept. They are counted by server and day.'],
      [true, 'the texts you check are kept as text'],
    ])('says what is kept and for how long (questions logged: %s)', async (logQuestions, sentence) => {
      const { bot } = await startOperatedBot(engine, logQuestions);
      const message = await bot.use({ name: 'privacy' });
      const text = linesOf(message).join('\n');
      expect(text).toContain(sentence);
      expect(text).toContain('30 days');
      expect(message.flags & FLAG_EPHEMERAL).not.toBe(0);
      expect(labelsOf(message)).toEqual(['Export mine', 'Delete mine']);
    });
  });
});
