import type { Catalogue } from '../laws/catalogue/catalogue.js';
import { mergeFollowUp } from '../retrieval/follow-up.js';
import type { Question } from '../retrieval/question.js';
import { findReferences } from '../retrieval/references.js';
import { detectLanguage } from '../shared/language.js';
import type { Engine } from './engine.js';

/**
 * The question that is meant: where it is a follow-up of the question before in its context, the two merged, restricted
 * as the one before was, but never to another law than one that the follow-up names. Any other question as it is. The
 * result has no context.
 */
export function understandQuestion(question: Question, catalogue: Catalogue): Question {
  const { text, context } = question;
  const alone: Question = { ...question, context: null };
  const merged = context === null ? null : mergeFollowUp(text, context.question, catalogue);
  if (context === null || merged === null) return alone;
  const named = new Set(findReferences(text, catalogue).map(({ kind }) => kind));
  return {
    ...alone,
    text: merged,
    language: detectLanguage(merged),
    law: question.law ?? (named.has('law') ? null : context.law),
    document: question.document ?? (named.has('document') ? null : context.document),
    kind: question.kind ?? context.kind,
  };
}

/** Answers follow-ups too: with the answer to what they mean, which says so. */
export function answerInContext(answer: Engine['answer'], catalogue: Catalogue): Engine['answer'] {
  return async (asked, signal) => {
    const meant = understandQuestion(asked, catalogue);
    const found = await answer(meant, signal);
    if (meant.text === asked.text) return found;
    const { text, law, document, kind } = meant;
    return { ...found, question: asked.text, understood: { question: text, law, document, kind } };
  };
}
