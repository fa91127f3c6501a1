import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeQuestion } from '../../../src/discord/asking/looks-like-question.js';
import { mergeFollowUp } from '../../../src/retrieval/follow-up.js';
import { asObject, asText } from '../discord-emulator/json.js';
import { shippedCatalogue } from '../shipped-catalogue.js';

const FILE = join(import.meta.dirname, '..', '..', '..', 'data', 'questions.jsonl');
/** A question is tried as a follow-up of so many others. */
const TRIED = 20;

/** The questions of the shipped list: in all languages and degrees of difficulty, with and without an answer. */
export interface SoakQuestions {
  readonly all: readonly string[];
  /** Those that are no follow-up of whatever was asked before, as in a direct conversation somebody always has. */
  readonly own: readonly string[];
  /** Those that are questions by their form alone: see `looksLikeQuestion`. */
  readonly plain: readonly string[];
}

/** Reads them. */
export function soakQuestions(): SoakQuestions {
  const lines = readFileSync(FILE, 'utf8').trim().split('\n');
  const all = lines.map((line) => asText(asObject(JSON.parse(line)).question));
  const catalogue = shippedCatalogue();
  const step = Math.ceil(all.length / TRIED);
  const before = all.filter((_, place) => place % step === 0);
  const own = all.filter((text) => before.every((one) => mergeFollowUp(text, one, catalogue) === null));
  return { all, own, plain: all.filter(looksLikeQuestion) };
}
