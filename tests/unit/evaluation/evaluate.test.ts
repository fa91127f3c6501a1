import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../src/answering/answer.js';
import type { Engine } from '../../../src/answering/engine.js';
import { evaluate } from '../../../src/evaluation/evaluate.js';
import { failureOf } from '../../../src/evaluation/evaluation-report.js';
import { evaluationMarkdown, evaluationText, failureLines } from '../../../src/evaluation/evaluation-table.js';
import { valueOf } from '../../../src/evaluation/metrics.js';
import type { EvaluationQuestion } from '../../../src/evaluation/question-set-schema.js';
import type { Question } from '../../../src/retrieval/question.js';
import { answerOf, passageOf } from '../../support/example-answers.js';

/** An engine that gives the answers of a list and keeps the questions that it was asked; nothing else of it may be used. */
function scriptedEngine(answers: readonly Answer[]): Engine & { readonly asked: Question[] } {
  const asked: Question[] = [];
  const unused = (): Promise<never> => Promise.reject(new Error('not part of an evaluation'));
  return {
    asked,
    answer(question) {
      asked.push(question);
      const answer = answers.find((one) => one.question === question.text);
      return answer === undefined
        ? Promise.reject(new Error(`no answer to ${question.text}`))
        : Promise.resolve(answer);
    },
    context: unused,
    verify: unused,
    law: unused,
    lawNames: unused,
    chapter: unused,
    citing: unused,
    cite: unused,
    sources: unused,
    summary: unused,
    close: unused,
  };
}

const question = (
  id: string,
  language: EvaluationQuestion['language'],
  difficulty: EvaluationQuestion['difficulty'],
  ...evidence: readonly string[]
): EvaluationQuestion => ({
  id,
  question: `question ${id}`,
  language,
  difficulty,
  answers: evidence.map((one) => ({ document: '000', evidence: one })),
  ...(evidence.length === 0 ? { why: 'not there' } : {}),
});

// Four answerable questions and three that are not. Of the answerable: a hit first; a hit third (highlight wrong); refused
// with the hit first; answered without a hit. Of the unanswerable: refused, a weak answer, a strong answer.
const questions: readonly EvaluationQuestion[] = [
  question('first', 'zh-Hans', 'literal', '甲'),
  question('third', 'en', 'literal', '乙'),
  question('refused', 'en', 'keyword', '丙'),
  question('missed', 'zh-Hans', 'keyword', '丁'),
  question('rightly-refused', 'en', 'literal'),
  question('weak', 'zh-Hans', 'literal'),
  question('strong', 'en', 'literal'),
];
const other = (rank: number) => passageOf(rank, '000', '别的。');
const answers: readonly Answer[] = [
  answerOf('question first', 'strong', [passageOf(1, '000', '甲。戊。', { highlight: [0, 2] }), other(2)]),
  answerOf('question third', 'weak', [other(1), other(2), passageOf(3, '000', '乙。戊。', { highlight: [2, 4] })]),
  answerOf('question refused', 'none', [passageOf(1, '000', '丙。', { highlight: [0, 2] })]),
  answerOf('question missed', 'weak', [other(1)]),
  answerOf('question rightly-refused', 'none', [other(1)]),
  answerOf('question weak', 'weak', [other(1)]),
  answerOf('question strong', 'strong', [other(1)]),
];
const run = () => evaluate({ engine: scriptedEngine(answers), questions });

describe('evaluate', () => {
  it('counts hits of the answerable only where they were answered', async () => {
    const [all] = (await run()).groups;
    // 1: `first`. 3 and more: also `third`. `refused` has its hit first and still counts as 0.
    expect(all?.metrics.answered.map(({ cutOff, mean }) => [cutOff, mean.sum, mean.of])).toEqual([
      [1, 1, 4],
      [3, 2, 4],
      [5, 2, 4],
      [10, 2, 4],
    ]);
  });

  it('counts what retrieval found whatever the status', async () => {
    const [all] = (await run()).groups;
    expect(all?.metrics.retrieved.map(({ mean }) => mean.sum)).toEqual([2, 3, 3, 3]);
  });

  it('averages reciprocal rank and gain over the answerable', async () => {
    const [all] = (await run()).groups;
    // MRR = (1 + 1/3 + 0 + 0) / 4 = 1/3; nDCG = (1 + 1 / log2 4 + 0 + 0) / 4 = 3/8
    expect(all && valueOf(all.metrics.reciprocalRank)).toBeCloseTo(1 / 3, 12);
    expect(all && valueOf(all.metrics.discountedGain)).toBeCloseTo(3 / 8, 12);
  });

  it('counts false refusals of the answerable, false and strong answers of the others', async () => {
    const [all] = (await run()).groups;
    expect(all?.metrics.falseRefusals).toMatchObject({ sum: 1, of: 4 });
    expect(all?.metrics.falseAnswers).toMatchObject({ sum: 2, of: 3 });
    expect(all?.metrics.strongFalseAnswers).toMatchObject({ sum: 1, of: 3 });
  });

  it('judges the highlight of the first hit where there is one and it was answered', async () => {
    const [all] = (await run()).groups;
    // `first` is right, `third` wrong; `refused` and `missed` have nothing to judge.
    expect(all?.metrics.highlightRight).toMatchObject({ sum: 1, of: 2 });
  });

  it('accepts a highlight that marks any of the answers that the hit holds', async () => {
    const two = question('two', 'en', 'across', '甲', '乙');
    const passage = passageOf(1, '000', '甲。乙。', { highlight: [2, 4] });
    const report = await evaluate({
      engine: scriptedEngine([answerOf('question two', 'strong', [passage])]),
      questions: [two],
    });
    expect(report.outcomes[0]?.highlightRight).toBe(true);
  });

  it('groups by language and by difficulty', async () => {
    const { groups } = await run();
    expect(groups.map(({ by, name }) => `${by} ${name}`)).toEqual([
      'all all',
      'language zh-Hans',
      'language en',
      'difficulty literal',
      'difficulty keyword',
    ]);
    const english = groups.find(({ name }) => name === 'en');
    // English: `third` and `refused` are answerable, two are not, of which one was answered.
    expect(english?.metrics.falseRefusals).toMatchObject({ sum: 1, of: 2 });
    expect(english?.metrics.falseAnswers).toMatchObject({ sum: 1, of: 2 });
  });

  it('groups what is asked in every language of the set apart, by language', async () => {
    const pairOf = (id: string, pair: string): EvaluationQuestion[] =>
      questions.filter((one) => one.id === id).map((one) => ({ ...one, pair }));
    const asked = [...pairOf('first', 'one'), ...pairOf('third', 'one'), ...pairOf('refused', 'two')];
    const { groups } = await evaluate({ engine: scriptedEngine(answers), questions: asked });
    const paired = groups.filter(({ by }) => by === 'paired');
    expect(paired.map(({ name, metrics }) => [name, metrics.falseRefusals.of])).toEqual([
      ['paired zh-Hans', 1],
      ['paired en', 1],
    ]);
  });

  it('asks for ten passages of the global scope unless told', async () => {
    const engine = scriptedEngine(answers);
    await evaluate({ engine, questions });
    expect(engine.asked.map(({ limit }) => limit)).toEqual(questions.map(() => 10));
    expect(engine.asked[0]?.scopes).toEqual(['global']);
    await evaluate({ engine, questions: questions.slice(0, 1), limit: 3 });
    expect(engine.asked.at(-1)?.limit).toBe(3);
  });

  it('tells its progress after each question', async () => {
    const seen: string[] = [];
    await evaluate({
      engine: scriptedEngine(answers),
      questions: questions.slice(0, 2),
      onProgress: (done, total) => seen.push(`${done}/${total}`),
    });
    expect(seen).toEqual(['1/2', '2/2']);
  });

  it('stops before the next question once the signal is aborted', async () => {
    const engine = scriptedEngine(answers);
    const controller = new AbortController();
    const stopped = evaluate({ engine, questions, signal: controller.signal, onProgress: () => controller.abort() });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(engine.asked).toHaveLength(1);
  });

  it('gives the same report for the same answers', async () => {
    expect(await run()).toEqual(await run());
  });

  it('reports on no questions as on none', async () => {
    const { groups, outcomes } = await evaluate({ engine: scriptedEngine([]), questions: [] });
    expect(outcomes).toEqual([]);
    expect(groups[0]?.metrics.reciprocalRank).toEqual({ sum: 0, of: 0, interval: null });
  });
});

describe('failureOf', () => {
  it('names what went wrong with a question', async () => {
    expect((await run()).outcomes.map(failureOf)).toEqual([
      null,
      null,
      'false-refusal',
      'missed',
      null,
      'false-answer',
      'false-answer',
    ]);
  });

  it('calls a hit after the five that are shown missed', async () => {
    const { outcomes } = await evaluate({
      engine: scriptedEngine([answerOf('question first', 'strong', [passageOf(6, '000', '甲。')])]),
      questions: questions.slice(0, 1),
    });
    expect(outcomes.map(failureOf)).toEqual(['missed']);
  });
});

describe('the tables', () => {
  it('give a Markdown table of each kind of question', async () => {
    const lines = evaluationMarkdown(await run()).split('\n');
    expect(lines).toContain('| group | asked | hit@1 | hit@3 | hit@5 | hit@10 | MRR | nDCG | refused | marked |');
    expect(lines).toContain('| all | 4 | 0.25 | 0.50 | 0.50 | 0.50 | 0.33 | 0.38 | 1 | 0.50 |');
    // Keyword questions: one refused, one missed, no highlight to judge, none unanswerable.
    expect(lines).toContain('| keyword | 2 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 0.00 | 1 | - |');
    expect(lines).toContain('| group | asked | refused | answered | of these strong |');
    expect(lines).toContain('| all | 3 | 1 | 2 | 1 |');
    expect(lines.filter((line) => line.startsWith('| keyword'))).toHaveLength(1);
    expect(lines).toContain('- false-refusal refused (first hit at rank 1): question refused');
  });

  it('fit 80 columns as plain text, numbers under each other', async () => {
    const text = evaluationText(await run());
    const lines = text.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(lines).toContain('group    asked  hit@1  hit@3  hit@5  hit@10   MRR  nDCG  refused  marked');
    expect(lines).toContain('all          4   0.25   0.50   0.50    0.50  0.33  0.38        1    0.50');
    expect(text).not.toMatch(/ $/m);
  });

  it('list what failed, in the order of the set', async () => {
    expect(failureLines(await run())).toEqual([
      'false-refusal refused (first hit at rank 1): question refused',
      'missed missed (no hit): question missed',
      'false-answer weak (weak): question weak',
      'false-answer strong (strong): question strong',
    ]);
  });

  it('leave the failures out where there are none', async () => {
    const perfect = await evaluate({ engine: scriptedEngine(answers), questions: questions.slice(0, 1) });
    expect(evaluationMarkdown(perfect)).not.toContain('Failures');
  });
});
