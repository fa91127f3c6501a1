import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/answering/engine.js';
import { OPEN_ROUNDS, type Split } from '../../../src/evaluation/question-split.js';
import { runEvaluation, type EvaluationRequest } from '../../../src/evaluation/run-evaluation.js';
import { FakeEngine } from '../../support/fake-engine.js';

const line = (id: string, answers: readonly object[] = [], round?: number): string =>
  JSON.stringify({
    id,
    question: `${id}？`,
    language: 'zh-Hans',
    difficulty: 'literal',
    answers,
    why: 'a test',
    round,
  });

/** An engine that refuses every question, and notes when it is closed. */
function refusingEngine(): { readonly engine: Engine; readonly closed: () => number } {
  let closed = 0;
  const engine = new FakeEngine(({ text, language }) => ({
    id: null,
    question: text,
    language,
    status: 'none',
    strength: 'none',
    passages: [],
    milliseconds: { embed: 0, search: 0, total: 0 },
  }));
  engine.close = () => {
    closed += 1;
    return Promise.resolve();
  };
  return { engine, closed: () => closed };
}

function requestFor(text: string | Error, engine: Engine, changes: Partial<EvaluationRequest> = {}): EvaluationRequest {
  return {
    path: 'questions.jsonl',
    split: 'all',
    readText: () => (typeof text === 'string' ? Promise.resolve(text) : Promise.reject(text)),
    openEngine: () => Promise.resolve(engine),
    onProgress: () => undefined,
    signal: new AbortController().signal,
    ...changes,
  };
}

describe('runEvaluation', () => {
  it('asks every question of the file, gives lines and the same as a value, and closes the engine', async () => {
    const { engine, closed } = refusingEngine();
    const steps: (readonly [number, number])[] = [];
    const onProgress = (done: number, total: number): void => void steps.push([done, total]);
    const text = `${line('甲', [{ document: '000', evidence: '甲乙' }])}\n${line('乙')}\n`;
    const { lines, markdown, value } = await runEvaluation(requestFor(text, engine, { onProgress }));
    expect(value.outcomes.map(({ question }) => question.id)).toEqual(['甲', '乙']);
    // An empty line divides the tables from the questions that went wrong.
    expect(lines.slice(-2)).toEqual(['', 'false-refusal 甲 (no hit): 甲？']);
    expect(markdown).toContain('| all | 1 |');
    expect(steps.at(-1)).toEqual([2, 2]);
    expect(closed()).toBe(1);
  });

  it('asks the questions of one split alone, each of which is in one of the two', async () => {
    const text = ['a', 'b', 'e', 'f'].map((id) => line(id, [], OPEN_ROUNDS[0])).join('\n');
    const idsOf = async (split: Split): Promise<readonly string[]> => {
      const { value } = await runEvaluation(requestFor(text, refusingEngine().engine, { split }));
      return value.outcomes.map(({ question }) => question.id);
    };
    expect(await idsOf('tune')).toEqual(['a', 'b']);
    expect(await idsOf('test')).toEqual(['e', 'f']);
    expect(await idsOf('all')).toEqual(['a', 'b', 'e', 'f']);
  });

  it('refuses a split that holds no question', async () => {
    const asked = runEvaluation(requestFor(line('a'), refusingEngine().engine, { split: 'test' }));
    await expect(asked).rejects.toThrow('No question in questions.jsonl belongs to the split test');
  });

  it('opens no engine for a file that cannot be read, and names the file', async () => {
    const opened: string[] = [];
    const openEngine = (): Promise<Engine> => {
      opened.push('opened');
      return Promise.resolve(refusingEngine().engine);
    };
    const missing = requestFor(new Error('no such file'), refusingEngine().engine, { openEngine });
    await expect(runEvaluation(missing)).rejects.toMatchObject({
      code: 'usage',
      message: 'The questions in questions.jsonl cannot be read: no such file',
    });
    const broken = requestFor('{', refusingEngine().engine, { openEngine });
    await expect(runEvaluation(broken)).rejects.toThrow('The question set questions.jsonl cannot be used');
    expect(opened).toEqual([]);
  });

  it('closes the engine where asking fails', async () => {
    const { engine, closed } = refusingEngine();
    engine.answer = () => Promise.reject(new Error('gone'));
    await expect(runEvaluation(requestFor(line('甲'), engine))).rejects.toThrow('gone');
    expect(closed()).toBe(1);
  });
});
