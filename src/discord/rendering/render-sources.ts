import type { SourceSummary } from '../../answering/engine.js';
import { viewSources, type SourceDocumentView } from '../../wording/views/sources-view.js';
import type { Words } from '../../wording/words.js';
import { boldMarkdown } from './escape-markdown.js';
import { clipText } from './clip-text.js';
import type { OutgoingMessage } from './message.js';
import { address, field, subtext } from './render-passage.js';
import { renderPage, type Block, type PageAsked } from './render-pages.js';

const TITLE_LENGTH = 160;

/** One page of the documents: of each its title, who speaks, its kind and day, how many passages it gave, and its file. */
export function renderSources(sources: readonly SourceSummary[], words: Words, asked: PageAsked): OutgoingMessage {
  const { heading, documents } = viewSources(sources, words);
  const blocks = documents.map((one) => blockOf(one, words));
  return renderPage({ head: `### ${field(heading)}`, blocks, foot: [] }, asked, words);
}

function blockOf({ id, title, speaker, passages, source, url }: SourceDocumentView, words: Words): Block {
  const facts = [id, speaker.line, passages].map((fact) => field(fact)).join(words.partSeparator);
  const origin = [field(source.line), ...address(url)].join(words.partSeparator);
  const whole = [boldMarkdown(clipText(title, TITLE_LENGTH)), facts, subtext(origin)].join('\n');
  return { whole, parts: [whole] };
}
