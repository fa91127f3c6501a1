import { cleanQuestion, parseQuestion } from '../retrieval/parse-question.js';
import { reasonOf } from '../shared/errors.js';
import { QuestionSetError, type QuestionSetProblem } from './question-set-error.js';
import { parseEvaluationQuestion, type EvaluationQuestion } from './question-set-schema.js';

/**
 * Reads a question set: one JSON object a line, blank lines passed over. Every id stands once, and so does every question.
 * @param file its name, for the messages
 * @throws QuestionSetError with every problem of every line, and for a set without questions
 */
export function readQuestionSet(text: string, file: string): readonly EvaluationQuestion[] {
  const questions: EvaluationQuestion[] = [];
  const problems: QuestionSetProblem[] = [];
  const lineOfId = new Map<string, number>();
  const lineOfText = new Map<string, number>();
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue;
    const line = index + 1;
    const read = readLine(content);
    if (!read.ok) {
      problems.push(...read.mistakes.map((message) => ({ line, message })));
      continue;
    }
    const { id, question } = read.question;
    const key = cleanQuestion(question);
    const [sameId, sameText] = [lineOfId.get(id), lineOfText.get(key)];
    if (sameId !== undefined) problems.push({ line, message: `has the id ${id}, which line ${sameId} has too` });
    if (sameText !== undefined) problems.push({ line, message: `asks the same question as line ${sameText}` });
    lineOfId.set(id, line);
    lineOfText.set(key, line);
    questions.push(read.question);
  }
  if (problems.length === 0 && questions.length === 0) problems.push({ line: null, message: 'It holds no question.' });
  if (problems.length > 0) throw new QuestionSetError(file, problems);
  return questions;
}

function readLine(content: string): ReturnType<typeof parseEvaluationQuestion> {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (cause) {
    return { ok: false, mistakes: [`is no JSON: ${reasonOf(cause)}`] };
  }
  const read = parseEvaluationQuestion(value);
  if (!read.ok) return read;
  const asked = parseQuestion(read.question.question, { scopes: ['global'] });
  return asked.ok ? read : { ok: false, mistakes: [`question: cannot be asked (${asked.problem.code})`] };
}
