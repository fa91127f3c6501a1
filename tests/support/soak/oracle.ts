import type { Answer } from '../../../src/answering/answer.js';
import type { Engine } from '../../../src/answering/engine.js';
import type { LawRequest } from '../../../src/answering/law/law-answer.js';
import type { Question } from '../../../src/retrieval/question.js';
import { viewAnswer } from '../../../src/wording/views/answer-view.js';
import { viewVerification } from '../../../src/wording/views/verification-view.js';
import { WORDED_LANGUAGES } from '../../../src/wording/words.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import type { Final, Judge } from './deed.js';

/** What is bold and shorter, such as a heading, is no sentence of an answer. */
const SHORTEST_SENTENCE = 10;
/** So much of a text must be there where more may have been left out. */
const BEGINNING = 20;

const ALL_WORDS = WORDED_LANGUAGES.map(wordsFor);
/** White space is shown as the client likes. */
const plain = (text: string): string => text.replaceAll(/\s+/g, '');

/** Judges what the bot says by what the engine says that is asked in this process, over the same index. */
export class Oracle {
  readonly engine: Engine;

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** The passages of a question, its marked sentence first, under the heading that its status deserves. */
  answerTo(question: Question): Judge {
    return async (final) => wrongAnswer(final, await this.engine.answer(question));
  }

  /** The card of a law: its title, the article and the answer where they were asked for. */
  lawOf(request: LawRequest): Judge {
    return async (final) => {
      const card = await this.engine.law(request);
      if (card.kind !== 'found')
        return shown(final, [card.kind === 'unknown' ? card.name : (card.candidates[0]?.title ?? '')]);
      const titles =
        card.law === null
          ? [card.title]
          : [card.title, card.law.shortTitle.zhHans, card.law.shortTitle.zhHant, card.law.english.title];
      if (!titles.some((title) => holds(final, title))) return `no title of ${card.title}`;
      const [article] = card.article?.passages ?? [];
      if (article !== undefined && !holds(final, article.text.slice(0, BEGINNING))) return 'another article';
      return card.answer?.passages[0] === undefined ? null : wrongSentence(final, card.answer);
    };
  }

  /** The verdict on a text. */
  verdictOn(text: string): Judge {
    return async (final) => {
      const verification = await this.engine.verify(text, ['global']);
      const headings = ALL_WORDS.map((words) => viewVerification(verification, words).heading);
      return headings.some((heading) => holds(final, heading)) ? null : `the verdict is ${verification.verdict}`;
    };
  }

  /** The text of a passage stands there, at least its beginning. */
  passage(id: string): Judge {
    return async (final) => {
      const found = await this.engine.context(id, 0, ['global']);
      return found === null ? `no passage ${id}` : shown(final, [found.passage.text.slice(0, BEGINNING)]);
    };
  }

  /** Titles of all documents, of which the first page shows the first. */
  async firstTitle(): Promise<string> {
    const [first] = await this.engine.sources(['global']);
    return first?.metadata.title ?? '';
  }
}

/** Says that one of these is missing; null where all are there. */
export function shown(final: Final, texts: readonly string[]): string | null {
  const missing = texts.find((text) => !holds(final, text));
  return missing === undefined ? null : `“${missing}” is not there`;
}

/** Whether a reader sees one of these sentences. */
export function holdsOne(final: Final, texts: readonly string[]): string | null {
  return texts.some((text) => holds(final, text)) ? null : `none of “${texts.join('”, “')}” is there`;
}

function holds({ text }: Final, part: string): boolean {
  return plain(text).includes(plain(part));
}

function wrongAnswer(final: Final, answer: Answer): string | null {
  const headings = ALL_WORDS.map((words) => viewAnswer(answer, words).heading);
  if (!headings.some((heading) => holds(final, heading))) return `the status is ${answer.status}`;
  return wrongSentence(final, answer);
}

/** Held against the bold stretches of the message: the sentence that the engine marks in its first passage is one of them. */
function wrongSentence(final: Final, answer: Answer): string | null {
  const [first] = answer.passages;
  if (first === undefined) return null;
  if (first.highlight === null || answer.status === 'none') return shown(final, [first.text.slice(0, BEGINNING)]);
  const sentence = plain(first.text.slice(...first.highlight));
  // A long sentence may be shown shortened, but never to a few words.
  const marked = final.bold.map(plain).filter((words) => words.length >= Math.min(SHORTEST_SENTENCE, sentence.length));
  const right = marked.some((words) => sentence.includes(words) || words.includes(sentence));
  return right ? null : `the sentence is “${sentence}”`;
}
