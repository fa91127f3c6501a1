import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/answering/answer.js';
import { recordQuestion } from '../../../../src/discord/asking/record-question.js';
import type { AskedQuestion } from '../../../../src/store/question-log.js';
import { StoreWriteError } from '../../../../src/store/store-errors.js';
import { systemClock } from '../../../../src/shared/clock.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { answerOf, passageOf } from '../../../support/example-answers.js';
import { createMemoryStore } from '../../../support/memory-store.js';

const place = { asker: { user: 'u', server: 'foreign' }, guild: 'g', channel: 'c' };

async function recorded(answer: Answer, fail = false) {
  const records: AskedQuestion[] = [];
  const logger = new RecordingLogger();
  const store = {
    ...createMemoryStore(systemClock, { logQuestions: true, retentionDays: 90 }),
    questions: {
      record: (question: AskedQuestion) => {
        records.push(question);
        return fail ? Promise.reject(new StoreWriteError('file', 'the disk is full', 'Make room.')) : Promise.resolve();
      },
    },
  };
  recordQuestion(answer, place, { store, logger });
  await new Promise((resolve) => setImmediate(resolve));
  return { records, logger };
}

describe('recordQuestion', () => {
  it('tells the store who asked what where, and what came of it', async () => {
    const answer = answerOf('甲？', 'weak', [passageOf(1, '000', '甲。')]);
    const { records } = await recorded(answer);
    expect(records).toEqual([
      { guild: 'g', channel: 'c', user: 'u', text: '甲？', status: 'answered', strength: 'weak' },
    ]);
  });

  it('tells a follow-up as it was understood', async () => {
    const understood = { question: '乙法何时施行？', law: null, document: null, kind: null };
    const { records } = await recorded({ ...answerOf('那乙法呢？', 'none', []), understood });
    expect(records).toMatchObject([{ text: '乙法何时施行？', status: 'none', strength: 'none' }]);
  });

  it('leaves a store that fails to the log, which says nothing of the question', async () => {
    const { logger } = await recorded(answerOf('甲？', 'none', []), true);
    expect(logger.lines).toEqual([
      { level: 'warn', event: 'question-not-recorded', facts: { reason: 'StoreWriteError store-write' } },
    ]);
  });
});
