/** A line of a file of questions, or what is wrong with it. `id` is null where the line gives none. */
export type QuestionLine =
  | { readonly ok: true; readonly id: string | null; readonly question: string }
  | {
      readonly ok: false;
      readonly id: string | null;
      readonly code: 'not-json' | 'not-an-object' | 'bad-id' | 'no-question';
      readonly message: string;
    };

const BYTE_ORDER_MARK = /^\uFEFF/;

/** Reads `{"id":"q1","question":"..."}`. Other keys are left alone. An empty line is null: it asks nothing. */
export function readQuestionLine(line: string): QuestionLine | null {
  const text = line.replace(BYTE_ORDER_MARK, '').trim();
  if (text === '') return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, id: null, code: 'not-json', message: 'The line is not JSON.' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, id: null, code: 'not-an-object', message: 'The line is not a JSON object.' };

  const given = 'id' in value ? value.id : null;
  if (given !== null && typeof given !== 'string')
    return { ok: false, id: null, code: 'bad-id', message: '"id" must be a string.' };
  const question = 'question' in value ? value.question : null;
  if (typeof question !== 'string')
    return { ok: false, id: given, code: 'no-question', message: '"question" must be a string.' };
  return { ok: true, id: given, question };
}
