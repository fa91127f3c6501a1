import { describe, expect, it } from 'vitest';
import type { CheckedCitation } from '../../../../src/answering/law/law-answer.js';
import { renderAddedTexts } from '../../../../src/cli/commands/add.js';
import { renderCitations } from '../../../../src/cli/commands/cite.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';
import { wordsFor } from '../../../../src/wording/words-for.js';

const canvas = { words: wordsFor('en'), style: createStyle(false), columns: 80 };

describe('yinju cite', () => {
  const citation: CheckedCitation = {
    text: '甲法第九条',
    start: 0,
    end: 5,
    law: 'a',
    name: '甲法',
    provisions: [{ article: '9', paragraph: null, item: null, subitem: null }],
    verdict: 'absent',
    checked: { version: '2021-06-10', firstArticle: '1', lastArticle: '3', outdatedSince: null },
  };

  it('shows a citation, what it means, its verdict and the text that it was held against', () => {
    expect(renderCitations([citation], canvas)).toEqual([
      '1 citation',
      '',
      '甲法第九条',
      '  → 《甲法》 · Article 9',
      '    absent from the text at hand',
      '    Text at hand  2021-06-10 · Article 1 – Article 3',
    ]);
  });

  it('warns where the text is out of date, and shortens a long range', () => {
    const provisions = Array.from({ length: 12 }, (_, index) => ({
      article: String(index + 1),
      paragraph: null,
      item: null,
      subitem: null,
    }));
    const checked = { version: null, firstArticle: null, lastArticle: null, outdatedSince: '2026-01-01' };
    const lines = renderCitations([{ ...citation, provisions, verdict: 'superseded', checked }], canvas)
      .join(' ')
      .replace(/ +/g, ' ');
    expect(lines).toContain('Article 8, … (12)');
    expect(lines).not.toContain('Article 9');
    expect(lines).toContain('A newer one is in force since 2026-01-01');
  });

  it('says so where a text cites nothing', () => {
    expect(renderCitations([], canvas)).toEqual(['The text cites no law.']);
  });
});

it('yinju add says what was added, what is odd about it, and what was not', () => {
  const problems = Array.from({ length: 7 }, (_, index) => ({ kind: 'missing' as const, article: String(index + 2) }));
  const law = { id: 'a', name: '甲法', version: '2020-01-02', inForce: null };
  const texts = {
    added: [{ file: 'a.md', id: 'a', title: '甲法', law, articles: 3, problems }],
    present: [{ file: 'b.md', as: 'c.md' }],
    refused: [{ file: 'd.jpg', reason: 'is no .txt or .md file' }],
  };
  const index = {
    generation: '000002',
    changed: true,
    documents: 8,
    passages: 200,
    encoded: 3,
    reused: 197,
    removed: [],
    milliseconds: 1500,
  };
  expect(renderAddedTexts(texts, index)).toEqual([
    'Added a: 甲法 (2020-01-02, 3 articles)',
    'Kept as it stands, but look at it: a.md (missing: 2, 3, 4, 5, 6 and 2 more)',
    'Already there: b.md (as c.md)',
    'Not added: d.jpg is no .txt or .md file',
    '1 text added, 1 already there, 1 not added.',
    'Index built in 1.5 s: 8 documents, 200 passages (generation 000002).',
    'Passages encoded: 3, reused: 197.',
  ]);
});
