import type { LawCitations } from '../../answering/law/law-answer.js';
import { viewLawCiting, type CitingPassageView } from '../../wording/views/law-citing-view.js';
import type { QuoteView } from '../../wording/views/quote-view.js';
import type { Words } from '../../wording/words.js';
import { clipText } from './clip-text.js';
import { boldMarkdown } from './escape-markdown.js';
import { codePoints } from './limits.js';
import type { OutgoingMessage } from './message.js';
import { field, renderPassage, subtext } from './render-passage.js';
import { renderPage, type Block, type PageAsked } from './render-pages.js';
import { shortenQuote, type ShortenedQuote } from './shorten-quote.js';

/** Code points of the sentence that cites; of a longer one so much is shown, and marked. */
const SENTENCE_LENGTH = 500;
const SHORT_SENTENCE_LENGTH = 100;
const NOTICE_LENGTH = 200;
const NOTICES = 3;

/** One page of the passages that cite a law, or a place in it: of each who speaks, the day, the sentence, and which text it meant. */
export function renderCiting(citations: LawCitations, words: Words, asked: PageAsked): OutgoingMessage {
  const { heading, count, passages, disclaimer } = viewLawCiting(citations, words);
  const head = [
    `### ${field(heading)}`,
    field(count),
    ...asked.notices.map((notice) => boldMarkdown(clipText(notice, NOTICE_LENGTH))),
  ].join('\n');
  const blocks = passages.map((passage, index) => blockOf(passage, index + 1, words));
  return renderPage({ head, blocks, foot: [subtext(field(disclaimer))] }, asked, words);
}

function blockOf(passage: CitingPassageView, rank: number, words: Words): Block {
  const shown = { ...passage, rank, alsoIn: [] };
  const render = (length: number, notices: number): string =>
    [
      renderPassage(shown, sentenceOf(passage.quote, length), { alsoIn: 0, notices }, words),
      ...(passage.meant === null ? [] : [subtext(field(passage.meant, NOTICE_LENGTH))]),
    ].join('\n');
  return { whole: render(SENTENCE_LENGTH, NOTICES), parts: [render(SHORT_SENTENCE_LENGTH, 1)] };
}

/** The sentence alone, without the rest of its passage. */
function sentenceOf(quote: QuoteView, length: number): ShortenedQuote {
  const { highlight, before, after } = quote;
  const alone: QuoteView = {
    before: '',
    highlight,
    after: '',
    gapBefore: before === '' ? quote.gapBefore : '',
    gapAfter: after === '' ? quote.gapAfter : '',
  };
  const shortened = shortenQuote(alone, (one) => codePoints(one.quote.highlight) <= length);
  return {
    quote: shortened.quote,
    cut: { before: before !== '' || shortened.cut.before, after: after !== '' || shortened.cut.after },
  };
}
