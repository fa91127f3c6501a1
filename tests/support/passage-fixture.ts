import type { DocumentMetadata } from '../../src/documents/document.js';
import type { Passage } from '../../src/documents/passage.js';
import { splitSentences } from '../../src/documents/sentences.js';
import type { StudiedEvidence } from '../../src/answering/evidence/group-evidence.js';
import { wordingOf } from '../../src/answering/evidence/same-wording.js';

/** A passage of one slice at the start of its source. */
export function passageOf(text: string, facts: Partial<Passage> = {}): Passage {
  return {
    id: `id of ${text.slice(0, 8)}`,
    document: '000',
    position: 0,
    text,
    spans: [[0, text.length]],
    sentences: splitSentences(text),
    section: [],
    role: 'body',
    truncated: { start: false, end: false },
    provision: null,
    page: null,
    ...facts,
  };
}

/** A document of which nothing is known but its title. */
export function metadataOf(facts: Partial<DocumentMetadata> = {}): DocumentMetadata {
  return {
    id: '000',
    scope: 'global',
    title: '某文',
    kind: null,
    author: null,
    agency: null,
    publisher: null,
    date: null,
    inferred: [],
    url: null,
    file: '000.txt',
    sha256: 'a'.repeat(64),
    bytesSha256: 'b'.repeat(64),
    ...facts,
  };
}

/** Evidence for a passage, studied but for vectors. */
export function evidenceOf(text: string, facts: Partial<Passage> = {}): StudiedEvidence {
  const passage = passageOf(text, facts);
  return {
    row: 0,
    passage,
    score: 0.5,
    reasons: { wordRank: null, wordScore: 0, terms: [], vectorRank: null, similarity: null, coverage: 0 },
    study: { passage, wording: wordingOf(text), stretches: [], tokens: new Int32Array(), laws: new Set() },
  };
}
