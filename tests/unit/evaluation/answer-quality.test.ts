import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/evaluation/evaluate.js';
import type { GroupMetrics } from '../../../src/evaluation/evaluation-report.js';
import type { Mean } from '../../../src/evaluation/metrics.js';
import { readQuestionSet } from '../../../src/evaluation/question-set.js';
import { openRealEngine, type RealEngine } from '../../support/real-engine.js';

const QUESTIONS = join(import.meta.dirname, '..', '..', '..', 'data', 'questions.jsonl');

const OFF_TOPIC = join(import.meta.dirname, '..', '..', 'data', 'off-topic.jsonl');

/** What must hold of the answers, whoever changes a constant: the bars of the project, no more. */
describe('the answers to the questions of data/questions.jsonl', () => {
  let real: RealEngine;
  let metrics: GroupMetrics;

  beforeAll(async () => {
    real = await openRealEngine();
    const questions = readQuestionSet(await readFile(QUESTIONS, 'utf8'), QUESTIONS);
    const report = await evaluate({ engine: real.engine, questions });
    const all = report.groups.find(({ by }) => by === 'all');
    if (all === undefined) throw new Error('The report has no group of all questions');
    ({ metrics } = all);
  });
  afterAll(() => real.engine.close());

  const share = ({ sum, of }: Mean): number => sum / of;

  it('refuse at least 12 in 20 of the questions that the documents do not answer', () => {
    expect(metrics.falseAnswers.of).toBeGreaterThanOrEqual(20);
    expect(share(metrics.falseAnswers)).toBeLessThanOrEqual(8 / 20);
  });

  it('refuse at most 4 in 40 of those that they do', () => {
    expect(metrics.falseRefusals.of).toBeGreaterThanOrEqual(80);
    expect(share(metrics.falseRefusals)).toBeLessThanOrEqual(4 / 40);
  });

  it('refuse at least 15 in 20 questions from another field altogether', async () => {
    const questions = readQuestionSet(await readFile(OFF_TOPIC, 'utf8'), OFF_TOPIC);
    const report = await evaluate({ engine: real.engine, questions });
    const answered = report.outcomes.filter(({ status }) => status === 'answered');
    expect(report.outcomes.length).toBe(60);
    expect(answered.length).toBeLessThanOrEqual((5 / 20) * 60);
  });
});
