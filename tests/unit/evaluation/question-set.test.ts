import { describe, expect, it } from 'vitest';
import { QuestionSetError } from '../../../src/evaluation/question-set-error.js';
import { readQuestionSet } from '../../../src/evaluation/question-set.js';

const good = {
  id: 'a',
  question: '主题是什么？',
  language: 'zh-Hans',
  difficulty: 'literal',
  answers: [{ document: '000', evidence: '网络' }],
};

function problemsOf(
  ...lines: readonly unknown[]
): readonly { readonly line: number | null; readonly message: string }[] {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  try {
    readQuestionSet(text, 'set.jsonl');
  } catch (error) {
    if (error instanceof QuestionSetError) return error.problems;
    throw error;
  }
  return [];
}

describe('readQuestionSet', () => {
  it('reads a question a line and passes blank lines over', () => {
    const other = { ...good, id: 'b', question: 'Why?', language: 'en', pair: 'why', answers: [], why: 'nobody says' };
    expect(readQuestionSet(`${JSON.stringify(good)}\r\n\n${JSON.stringify(other)}\n`, 'set.jsonl')).toEqual([
      good,
      other,
    ]);
  });

  it('names the line of what is no JSON', () => {
    expect(problemsOf(good, '', '{"id": ')).toEqual([
      { line: 3, message: expect.stringMatching(/^is no JSON: /) as string },
    ]);
  });

  it.each([
    { name: 'an unknown key', change: { extra: 1 }, message: /extra/ },
    { name: 'an unknown difficulty', change: { difficulty: 'hard' }, message: /^difficulty: / },
    { name: 'an unknown language', change: { language: 'fr' }, message: /^language: / },
    {
      name: 'blank evidence',
      change: { answers: [{ document: '000', evidence: ' ' }] },
      message: /^answers\.0\.evidence: is blank$/,
    },
    {
      name: 'evidence of 121 characters',
      change: { answers: [{ document: '000', evidence: '字'.repeat(121) }] },
      message: /^answers\.0\.evidence: is longer than 120 characters$/,
    },
    { name: 'a blank pair', change: { pair: ' ' }, message: /^pair: is blank$/ },
    { name: 'no answer and no reason', change: { answers: [] }, message: /^why: is missing/ },
    {
      name: 'a question of punctuation',
      change: { question: '？！' },
      message: /^question: cannot be asked \(no-words\)$/,
    },
    { name: 'an empty question', change: { question: ' ' }, message: /^question: cannot be asked \(empty\)$/ },
  ])('refuses $name', ({ change, message }) => {
    const problems = problemsOf({ ...good, id: 'first', question: '第一个问题' }, { ...good, ...change });
    expect(problems).toEqual([{ line: 2, message: expect.stringMatching(message) as string }]);
  });

  it('refuses an id or a question that an earlier line has', () => {
    expect(
      problemsOf(good, { ...good, question: '另一个问题' }, { ...good, id: 'c', question: ' 主题是什么？' }),
    ).toEqual([
      { line: 2, message: 'has the id a, which line 1 has too' },
      { line: 3, message: 'asks the same question as line 1' },
    ]);
  });

  it('refuses a set without questions', () => {
    expect(problemsOf('', '')).toEqual([{ line: null, message: 'It holds no question.' }]);
  });

  it('tells every problem at once, with the file and a remedy', () => {
    expect(() => readQuestionSet('1\n{', 'set.jsonl')).toThrow(/set\.jsonl[\s\S]*line 1: [\s\S]*line 2: is no JSON/);
    expect(new QuestionSetError('set.jsonl', []).remedy).toMatch(/one JSON object/);
    expect(new QuestionSetError('set.jsonl', []).code).toBe('bad-question-set');
  });
});
