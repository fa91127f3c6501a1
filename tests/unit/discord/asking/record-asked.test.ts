import { describe, expect, it } from 'vitest';
import type { LawCard } from '../../../../src/answering/law/law-answer.js';
import type { Verification } from '../../../../src/answering/verification/verification.js';
import {
  askedLaw,
  askedQuestion,
  askedToVerify,
  recordAsked,
  type AskedOutcome,
} from '../../../../src/discord/asking/record-asked.js';
import { Vitals } from '../../../../src/discord/vitals.js';
import { systemClock } from '../../../../src/shared/clock.js';
import type { AskedQuestion } from '../../../../src/store/contract/question-log.js';
import { StoreWriteError } from '../../../../src/store/store-errors.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';
import { createMemoryStore } from '../../../support/memory-store.js';

const place = { asker: { user: 'u', server: 'foreign' }, guild: 'g', channel: 'c' };

async function recorded(asked: AskedOutcome, fail = false) {
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
  recordAsked(asked, place, { store, vitals: new Vitals(systemClock), logger });
  await new Promise((resolve) => setImmediate(resolve));
  return { records, logger };
}

describe('recordAsked', () => {
  it('tells the store who asked what where, and what came of it', async () => {
    const answer = answerOf('甲？', 'weak', [passageOf(1, '000', '甲。')]);
    const { records } = await recorded(askedQuestion(answer));
    expect(records).toEqual([
      { kind: 'question', guild: 'g', channel: 'c', user: 'u', text: '甲？', status: 'answered', strength: 'weak' },
    ]);
  });

  it('tells a follow-up as it was understood', () => {
    const understood = { question: '乙法何时施行？', law: null, document: null, kind: null };
    expect(askedQuestion({ ...answerOf('那乙法呢？', 'none', []), understood })).toMatchObject({
      text: '乙法何时施行？',
      status: 'none',
      strength: 'none',
    });
  });

  it('leaves a store that fails to the log, which says nothing of the question', async () => {
    const { logger } = await recorded(askedQuestion(answerOf('甲？', 'none', [])), true);
    expect(logger.lines).toEqual([
      { level: 'warn', event: 'question-not-recorded', facts: { reason: 'StoreWriteError store-write' } },
    ]);
  });
});

const card: LawCard = {
  kind: 'found',
  id: 'kite-law',
  title: '风筝法',
  day: '2026-01-02',
  law: null,
  status: null,
  text: null,
  versions: [],
  article: null,
  mentions: [],
  mentionCount: 0,
  answer: null,
};
const provision = { article: '2', paragraph: null, item: null, subitem: null };
const here = { outcome: 'found', provision, passages: [], previous: null, next: null, section: [] } as const;
const notHere = (outcome: 'absent' | 'unchecked') => ({ outcome, provision, passages: [] }) as const;

describe('a law that was looked up', () => {
  it.each([
    ['is answered where it is known', card, 'answered', 'strong'],
    ['is answered where its article is at hand', { ...card, article: here }, 'answered', 'strong'],
    ['is not where its text has no such article', { ...card, article: notHere('absent') }, 'none', 'none'],
    ['is not where no text is at hand', { ...card, article: notHere('unchecked') }, 'none', 'none'],
    ['is answered as the question about it is', { ...card, answer: answerOf('谁？', 'weak', []) }, 'answered', 'weak'],
    [
      'is not where that has no answer',
      { ...card, article: here, answer: answerOf('谁？', 'none', []) },
      'none',
      'none',
    ],
    ['is not where nobody knows it', { kind: 'unknown', name: '甲法', near: [] }, 'none', 'none'],
  ] as const)('%s', (_, found, status, strength) => {
    expect(askedLaw(['风筝法', '2'], found)).toEqual({ kind: 'law', text: '风筝法 2', status, strength });
  });

  it('is nothing yet where the name means several', () => {
    expect(askedLaw(['法'], { kind: 'ambiguous', name: '法', candidates: [] })).toBeNull();
  });
});

describe('a text that was checked', () => {
  const occurrence = {
    passage: 'p',
    text: '甲。',
    citation: citationOf('000'),
    spans: [],
    within: '甲。',
    leavesOutNegation: false,
  };
  it.each<readonly [Verification, string, string]>([
    [{ verdict: 'verbatim', occurrences: [occurrence] }, 'answered', 'strong'],
    [{ verdict: 'equivalent', occurrences: [occurrence] }, 'answered', 'strong'],
    [{ verdict: 'different', nearest: occurrence, differences: [], changesMeaning: false }, 'answered', 'weak'],
    [{ verdict: 'absent' }, 'none', 'none'],
  ])('is recorded by its verdict: %j', (verification, status, strength) => {
    expect(askedToVerify('甲。', verification)).toEqual({ kind: 'verify', text: '甲。', status, strength });
  });
});
