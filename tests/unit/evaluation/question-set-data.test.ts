import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { withoutWhiteSpace } from '../../../src/evaluation/hits.js';
import {
  DIFFICULTIES,
  LONGEST_EVIDENCE,
  type EvaluationQuestion,
} from '../../../src/evaluation/question-set-schema.js';
import { readQuestionSet } from '../../../src/evaluation/question-set.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { scriptOf } from '../../../src/shared/simplified.js';

const DATA = join(import.meta.dirname, '..', '..', '..', 'data');
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en'] as const;
const CELLS = LANGUAGES.flatMap((language) => DIFFICULTIES.map((difficulty) => ({ language, difficulty })));
/** What the id of an answerable question begins with; that of any other begins with `no`. */
const PREFIXES = { 'zh-Hans': 'zh', 'zh-Hant': 'hant', en: 'en' };

/** The `why` of a near miss names the document that speaks of the matter; that of a question from elsewhere names none. */
const NAMES_A_DOCUMENT = /(?<!\d)00[0-4](?!\d)/;

const questions = readQuestionSet(readFileSync(join(DATA, 'questions.jsonl'), 'utf8'), 'data/questions.jsonl');
const answerable = questions.filter(({ answers }) => answers.length > 0);
const nearMisses = questions.filter(({ answers, why }) => answers.length === 0 && NAMES_A_DOCUMENT.test(why ?? ''));

/** By document id: its passages, white space left out, and the text of its file as it is. */
const passagesOf = new Map<string, readonly string[]>();
const sourceOf = new Map<string, string>();

beforeAll(async () => {
  const { documents } = await loadDocuments(nodeFileSystem, [join(DATA, 'documents')]);
  for (const document of documents) {
    const texts = splitPassages(document).map(({ text }) => withoutWhiteSpace(text));
    passagesOf.set(document.metadata.id, texts);
    sourceOf.set(document.metadata.id, document.source);
  }
});

function countOf(some: readonly EvaluationQuestion[], language: string, difficulty: string): number {
  return some.filter((one) => one.language === language && one.difficulty === difficulty).length;
}

/** The questions that carry a pair key, by that key. */
function pairsAmong(some: readonly EvaluationQuestion[]): ReadonlyMap<string, readonly EvaluationQuestion[]> {
  const pairs = new Map<string, EvaluationQuestion[]>();
  for (const question of some)
    if (question.pair !== undefined) pairs.set(question.pair, [...(pairs.get(question.pair) ?? []), question]);
  return pairs;
}

describe('the questions of data/questions.jsonl', () => {
  it('are at least 240 that the documents answer, and 80 that come near and that they do not', () => {
    expect(answerable.length).toBeGreaterThanOrEqual(240);
    expect(nearMisses.length).toBeGreaterThanOrEqual(80);
  });

  it.each(CELLS)('are at least 14 and 4 of these in $language, $difficulty', ({ language, difficulty }) => {
    expect(countOf(answerable, language, difficulty)).toBeGreaterThanOrEqual(Math.ceil(240 / CELLS.length));
    expect(countOf(nearMisses, language, difficulty)).toBeGreaterThanOrEqual(Math.floor(80 / CELLS.length));
  });

  it('are as many in one language as in another, but for a fifth', () => {
    const counts = LANGUAGES.map((language) => answerable.filter((one) => one.language === language).length);
    expect(Math.max(...counts)).toBeLessThanOrEqual(Math.min(...counts) * 1.2);
  });

  it('ask nothing twice, however it is spaced, punctuated or cased', () => {
    const asked = questions.map(({ question }) =>
      question
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, ''),
    );
    expect(asked.filter((text, index) => asked.indexOf(text) !== index)).toEqual([]);
  });

  it('are written in the script that they say', () => {
    const foreign = { 'zh-Hans': 'traditional', 'zh-Hant': 'simplified', en: null } as const;
    const mixed = questions.filter(({ language, question }) =>
      Array.from(question).some((character) => {
        const script = scriptOf(character);
        return script !== null && (language === 'en' || script === foreign[language]);
      }),
    );
    expect(mixed.map(({ id, question }) => `${id}: ${question}`)).toEqual([]);
  });

  it('are numbered without a gap: in the first round by language or having no answer, later by round', () => {
    const seen = new Map<string, number>();
    const misnumbered = questions.filter(({ id, language, answers, round }) => {
      const isAnswered = answers.length > 0;
      const ofRound = isAnswered ? `r${round}` : `r${round}-no`;
      const prefix = round !== undefined ? ofRound : isAnswered ? PREFIXES[language] : 'no';
      const number = (seen.get(prefix) ?? 0) + 1;
      seen.set(prefix, number);
      return id !== `${prefix}-${String(number).padStart(3, '0')}`;
    });
    expect(misnumbered.map(({ id }) => id)).toEqual([]);
  });

  it('that have no answer say why, and those that have one do not', () => {
    const odd = questions.filter(({ answers, why }) => (answers.length === 0) !== (why !== undefined));
    expect(odd.map(({ id }) => id)).toEqual([]);
  });
});

describe('the evidence of data/questions.jsonl', () => {
  const evidence = answerable.flatMap(({ id, answers }) => answers.map((answer) => ({ id, ...answer })));

  it('is at most 120 characters long', () => {
    expect(LONGEST_EVIDENCE).toBe(120);
    expect(evidence.filter((one) => one.evidence.length > LONGEST_EVIDENCE)).toEqual([]);
  });

  it('stands word for word in one passage of its document', () => {
    const nowhere = evidence.filter(
      (one) => !passagesOf.get(one.document)?.some((text) => text.includes(withoutWhiteSpace(one.evidence))),
    );
    expect(nowhere).toEqual([]);
  });

  it('is a slice of its file, character for character', () => {
    expect(evidence.filter((one) => sourceOf.get(one.document)?.includes(one.evidence) !== true)).toEqual([]);
  });

  it('names every document that says the same in the same words', () => {
    const places = [...passagesOf].flatMap(([document, texts]) => texts.map((text) => ({ document, text })));
    const missing = evidence.flatMap(({ id, evidence: words }) => {
      const named = answerable.find((one) => one.id === id)?.answers ?? [];
      return places
        .filter(({ text }) => text.includes(withoutWhiteSpace(words)))
        .filter(
          ({ document, text }) =>
            !named.some((one) => one.document === document && text.includes(withoutWhiteSpace(one.evidence))),
        )
        .map(({ document }) => `${id} leaves out ${document}: ${words}`);
    });
    expect(missing).toEqual([]);
  });

  it('names no place twice', () => {
    const repeated = answerable.filter(
      ({ answers }) => new Set(answers.map((one) => `${one.document} ${one.evidence}`)).size < answers.length,
    );
    expect(repeated.map(({ id }) => id)).toEqual([]);
  });
});

describe('the pairs of data/questions.jsonl', () => {
  const pairs = pairsAmong(questions);

  it('are at least 40 that the documents answer, with some of each difficulty', () => {
    const answered = pairsAmong(answerable);
    expect(answered.size).toBeGreaterThanOrEqual(40);
    const difficulties = new Set([...answered.values()].flatMap((pair) => pair.map(({ difficulty }) => difficulty)));
    expect([...difficulties].sort()).toEqual([...DIFFICULTIES].sort());
  });

  it('have one question in each of the three languages', () => {
    const incomplete = [...pairs].filter(([, pair]) => {
      const languages = pair.map(({ language }) => language).sort();
      return languages.join() !== [...LANGUAGES].sort().join();
    });
    expect(incomplete.map(([key]) => key)).toEqual([]);
  });

  it('have one difficulty and the same answers', () => {
    const unlike = [...pairs].filter(
      ([, pair]) => new Set(pair.map(({ difficulty, answers }) => JSON.stringify([difficulty, answers]))).size > 1,
    );
    expect(unlike.map(([key]) => key)).toEqual([]);
  });
});
