import type { LawRequest } from '../../answering/law/law-answer.js';

/** Passages that name or match: so many are brought with a card at most. */
const PASSAGES = 5;

/** What of a law is asked for; everybody's documents are looked at. */
export function lawRequest(asked: Pick<LawRequest, 'name' | 'provision' | 'question' | 'asOf'>): LawRequest {
  return { ...asked, scopes: ['global'], limit: PASSAGES };
}
