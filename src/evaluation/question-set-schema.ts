import { z } from 'zod';

/**
 * What makes a question hard. `literal`: in the words of the document; `paraphrase`: in other words; `colloquial`: as one
 * speaks; `keyword`: no sentence; `across`: the answer stands in several places; `misspelt`: with slips of the pen.
 */
export const DIFFICULTIES = ['literal', 'paraphrase', 'colloquial', 'keyword', 'across', 'misspelt'] as const;

/** Evidence is at most this long (UTF-16 units): long enough to be found, too short to stand for a whole page. */
export const LONGEST_EVIDENCE = 120;

/** The round of writing of a question that names none. */
export const FIRST_ROUND = 1;

const answerSchema = z.strictObject({
  /** Id of a document. */
  document: z.string().min(1),
  /** Words of that document, character for character but for white space. */
  evidence: z.string().regex(/\S/, 'is blank').max(LONGEST_EVIDENCE, `is longer than ${LONGEST_EVIDENCE} characters`),
});

/** One line of a question set. Without `answers` the documents do not answer it, and `why` says how that is known. */
export const evaluationQuestionSchema = z
  .strictObject({
    id: z.string().min(1),
    question: z.string(),
    language: z.enum(['zh-Hans', 'zh-Hant', 'en']),
    difficulty: z.enum(DIFFICULTIES),
    /**
     * A key that questions share which ask the same thing in different languages, at most one in each, with the same
     * answers; what is misspelt is misspelt in each in its own way. Absent where no other language asks it.
     */
    pair: z.string().regex(/\S/, 'is blank').optional(),
    /** The round of writing, from 1, which is meant where it is left out: what a round is for, `isInSplit` says. */
    round: z.int().min(FIRST_ROUND).optional(),
    /** Places that answer the question; any of them is right. */
    answers: z.array(answerSchema),
    why: z.string().min(1).optional(),
  })
  .refine(({ answers, why }) => answers.length > 0 || why !== undefined, {
    path: ['why'],
    message: 'is missing: a question without answers says why the documents do not answer it',
  });

export type EvaluationQuestion = z.infer<typeof evaluationQuestionSchema>;
export type ExpectedAnswer = EvaluationQuestion['answers'][number];

/** A question, or every mistake of a value that is none, as `path: message`. */
export function parseEvaluationQuestion(
  value: unknown,
): { readonly ok: true; readonly question: EvaluationQuestion } | { readonly ok: false; readonly mistakes: string[] } {
  const parsed = evaluationQuestionSchema.safeParse(value);
  if (parsed.success) return { ok: true, question: parsed.data };
  const mistakes = parsed.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`,
  );
  return { ok: false, mistakes };
}
