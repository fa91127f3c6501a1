import type { Answer, AnswerPassage, Citation } from '../../src/answering/answer.js';

/** A citation of which only the document matters. */
export function citationOf(document: string): Citation {
  return {
    label: document,
    document,
    title: document,
    author: null,
    agency: null,
    publisher: null,
    date: null,
    kind: null,
    section: [],
    provision: null,
    page: null,
    file: `${document}.txt`,
    spans: [],
    sha256: '0'.repeat(64),
    truncated: false,
    notices: [],
    url: null,
    inferred: [],
    gaps: { start: false, end: false },
  };
}

/** A passage at a rank, with nothing highlighted and nothing merged unless told. */
export function passageOf(
  rank: number,
  document: string,
  text: string,
  more: Partial<Pick<AnswerPassage, 'highlight' | 'alsoIn'>> = {},
): AnswerPassage {
  return {
    rank,
    id: `${document}-${rank}`,
    score: 1 / rank,
    text,
    highlight: null,
    citation: citationOf(document),
    alsoIn: [],
    ...more,
  };
}

export function answerOf(question: string, strength: Answer['strength'], passages: readonly AnswerPassage[]): Answer {
  return {
    id: null,
    question,
    language: 'en',
    status: strength === 'none' ? 'none' : 'answered',
    strength,
    passages,
    milliseconds: { embed: 0, search: 0, total: 0 },
  };
}
