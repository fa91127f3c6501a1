import { describe, expect, it } from 'vitest';
import type { AskedKind } from '../../../../src/store/contract/question-log.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, citationOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';
import { startOperatedBot } from '../../../support/operated-bot.js';
import { passageOf } from '../../../support/passage-fixture.js';
import { labelsOf, MANAGE_GUILD, SEND_MESSAGES } from '../../../support/pressed-buttons.js';
import { linesOf } from '../../../support/running-bot.js';

const ENGLISH = wordsFor('en').discord.operation;

const engine = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
  context: (id) =>
    Promise.resolve(
      id === 'there'
        ? {
            passage: passageOf('甲。', { id }),
            citation: citationOf('001'),
            before: [],
            after: [],
          }
        : null,
    ),
});

/** The bot of one test, with what members ask it and think of its answers, as the store is told. */
async function start(logQuestions = false) {
  const operated = await startOperatedBot(engine, logQuestions);
  const { bot, store } = operated;
  const { guild, channel, user } = bot.emulator.cast;
  return {
    ...operated,
    ask: async (text: string, status: 'answered' | 'none', kind: AskedKind = 'question'): Promise<void> => {
      const strength = status === 'none' ? 'none' : 'strong';
      await store.questions.record({ kind, guild, channel, user: user.id, text, status, strength });
    },
    vote: async (answer: string, passages: readonly string[], question: string): Promise<void> => {
      const said = { answer, helpful: false, passages, generation: '000001', question };
      await store.feedback.vote({ ...said, guild, channel, user: user.id });
    },
    insights: (permissions = MANAGE_GUILD) => bot.use({ name: 'insights', permissions }),
  };
}

describe('/insights', () => {
  it('counts by day what was asked, and in what way', async () => {
    const { ask, clock, insights } = await start();
    await ask('甲法', 'answered', 'law');
    await ask('甲', 'answered');
    await ask('甲。', 'none', 'verify');
    await ask('乙', 'none');
    clock.advance({ days: 1 });
    await ask('丙', 'answered');
    const message = await insights();
    expect(linesOf(message)).toEqual([
      'Insights · By day',
      '2026-11-22: 1 question answered, 1 not answered by the documents; 1 law looked up, 0 not found; 0 texts found in the documents, 1 not',
      '2026-11-23: 1 question answered, 0 not answered by the documents',
    ]);
    expect(labelsOf(message)).toEqual(['Feedback', 'Unanswered']);
  });

  it('lists feedback with the passages of the answer and a link to it, without saying whose it is', async () => {
    const { bot, insights, turned, vote } = await start(true);
    const { guild, channel, user } = bot.emulator.cast;
    await vote('123', ['there', 'gone'], '谁管网络安全？');
    const message = await turned(await insights(), 'Feedback');
    const text = linesOf(message).join('\n');
    expect(text).toContain('Not helpful · 2026-11-22');
    expect(text).toContain('Question: 谁管网络安全？');
    expect(text).toContain(citationOf('001').label);
    expect(text).toContain('a passage that is no longer in the documents');
    expect(JSON.stringify(message.body)).toContain(`https://discord.com/channels/${guild}/${channel}/123`);
    expect(JSON.stringify(message.body)).not.toContain(user.id);
  });

  it('turns the pages of long lists, within all limits', async () => {
    const { clock, insights, turned, vote } = await start(true);
    for (let one = 1; one <= 9; one += 1) {
      clock.advance({ seconds: 1 });
      await vote(String(one), ['there', 'there', 'there'], `${one}${'*'.repeat(2000)}`);
    }
    let message = await turned(await insights(), 'Feedback');
    const counts = [linesOf(message).filter((line) => line.startsWith('Not helpful')).length];
    while (labelsOf(message).includes('Next page')) {
      message = await turned(message, 'Next page');
      counts.push(linesOf(message).filter((line) => line.startsWith('Not helpful')).length);
    }
    expect(counts).toEqual([4, 4, 1]);
    expect(linesOf(message).at(-1)).toBe('Page 3');
  });

  it('lists unanswered questions, the most frequent first', async () => {
    const { ask, insights, turned } = await start(true);
    await ask('甲？', 'none');
    await ask('乙？', 'none');
    await ask('乙？', 'none');
    await ask('丙？', 'answered');
    await ask('丁法', 'none', 'law');
    await ask('戊。', 'none', 'verify');
    const message = await turned(await insights(), 'Unanswered');
    expect(linesOf(message).slice(1).sort()).toEqual(
      [
        '乙？ (asked 2 times, last on 2026-11-22)',
        '甲？ (asked once, last on 2026-11-22)',
        'Law: 丁法 (asked once, last on 2026-11-22)',
        'Text: 戊。 (asked once, last on 2026-11-22)',
      ].sort(),
    );
    expect(linesOf(message)[1]).toBe('乙？ (asked 2 times, last on 2026-11-22)');
  });

  it('says that unanswered questions are not kept where they are not logged', async () => {
    const { ask, insights, turned } = await start();
    await ask('甲？', 'none');
    const message = await turned(await insights(), 'Unanswered');
    expect(linesOf(message)[1]).toBe(ENGLISH.insights.notLogged);
  });

  it('is refused to members without the right, whichever way they come', async () => {
    const { ask, insights, pressed } = await start();
    await ask('甲', 'answered');
    const refused = await insights(SEND_MESSAGES);
    expect(linesOf(refused)).toEqual([ENGLISH.insights.notAllowed]);
    const note = await pressed(await insights(), 'Feedback', { permissions: SEND_MESSAGES });
    expect(linesOf(note)).toEqual([ENGLISH.insights.notAllowed]);
  });
});
