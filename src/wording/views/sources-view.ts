import type { SourceSummary } from '../../answering/engine.js';
import type { Words } from '../words.js';
import { viewSource, viewSpeaker, type SourceView, type SpeakerView } from './citation-view.js';
import { dayOf } from './law-facts.js';

export interface SourceDocumentView {
  readonly id: string;
  readonly title: string;
  readonly speaker: SpeakerView;
  /** How many passages it gave, in words. */
  readonly passages: string;
  readonly source: SourceView;
  readonly url: string | null;
  /** Which text of its law it is, in words; null for a document that is no text of a law. */
  readonly lawText: string | null;
}

/** The documents in words, in the order given. */
export interface SourcesView {
  readonly heading: string;
  readonly documents: readonly SourceDocumentView[];
}

export function viewSources(sources: readonly SourceSummary[], words: Words): SourcesView {
  const passages = sources.reduce((sum, source) => sum + source.passages, 0);
  return {
    heading: sources.length === 0 ? words.sources.none : words.sources.heading(sources.length, passages),
    documents: sources.map(({ metadata, passages: count }) => ({
      id: metadata.id,
      title: words.citation.title(metadata.title),
      speaker: viewSpeaker(metadata, words),
      passages: words.sources.passages(count),
      source: viewSource(metadata.file, metadata.sha256, words),
      url: metadata.url,
      lawText: metadata.law === undefined ? null : words.law.textOfDay(dayOf(metadata.law.version, words)),
    })),
  };
}
