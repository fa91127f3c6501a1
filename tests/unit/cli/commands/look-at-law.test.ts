import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../../src/answering/engine.js';
import type {
  CitingPassage,
  LawAnswer,
  LawCard,
  LawPassage,
  LawRequest,
} from '../../../../src/answering/law/law-answer.js';
import { lookAtLaw, type LawLook } from '../../../../src/cli/commands/look-at-law.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';
import { textWidth } from '../../../../src/cli/terminal/text-width.js';
import type { WordedLanguage } from '../../../../src/wording/words.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';

const PROVISION = { article: '2', paragraph: null, item: null, subitem: null };

/** An article of two 款, whose second sentence is cut in the source. */
const ARTICLE: LawPassage = {
  id: 'p2',
  text: '第二条 甲应当登记。\n乙可以不登记',
  citation: {
    ...citationOf('a-law'),
    title: '甲法',
    provision: { law: 'a-law', version: '2020-01-02', article: '2', paragraph: null, item: null },
    spans: [
      [0, 11],
      [11, 17],
    ],
    truncated: true,
    gaps: { start: false, end: true },
  },
};

const CARD: LawCard = {
  kind: 'found',
  id: 'a-law',
  title: '甲法',
  day: '2026-01-02',
  law: null,
  status: null,
  text: {
    version: '2020-01-02',
    inferred: false,
    from: '2020-02-01',
    documents: ['a-law'],
    articles: 3,
    firstArticle: '1',
    lastArticle: '3',
    outdatedSince: '2025-01-01',
  },
  versions: ['2020-01-02'],
  article: {
    outcome: 'found',
    provision: PROVISION,
    passages: [ARTICLE],
    previous: '1',
    next: '3-1',
    section: ['第一章 总则'],
  },
  mentions: [{ id: 'm', text: '本文提到甲法。', citation: citationOf('m') }],
  mentionCount: 1,
  answer: null,
};

const ABSENT: LawCard = { ...CARD, article: { outcome: 'absent', provision: PROVISION, passages: [] } };

const REQUEST: LawRequest = {
  name: '甲法',
  provision: PROVISION,
  question: null,
  asOf: null,
  scopes: ['global'],
  limit: 5,
};

interface Looking {
  readonly parts?: Partial<Pick<Engine, 'chapter' | 'citing'>>;
  readonly request?: LawRequest;
  readonly language?: WordedLanguage;
}

function look(what: LawLook, answer: LawAnswer, { parts = {}, request = REQUEST, language = 'en' }: Looking = {}) {
  const engine = new FakeEngine(() => Promise.reject(new Error('nothing is asked')), {
    law: () => Promise.resolve(answer),
    ...parts,
  });
  const canvas = { words: wordsFor(language), style: createStyle(false), columns: 80 };
  const seen = { look: what, request, today: '2026-03-04' };
  return lookAtLaw(engine, seen, canvas, new AbortController().signal);
}

describe('the card of a law in the terminal', () => {
  it('shows the article with its headings, each 款 on lines of its own, and where the source is cut', async () => {
    const { lines, found } = await look('card', CARD);
    expect(found).toBe(true);
    const at = lines.indexOf('Article 2 · 第一章 总则');
    expect(lines.slice(at + 2, at + 4)).toEqual(['  │ 第二条 甲应当登记。', '  │ 乙可以不登记 […]']);
  });

  it('names the next steps as commands, the articles beside it with their numbers in the text', async () => {
    const { lines } = await look('card', CARD);
    expect(lines.filter((line) => line.includes('npx yinju'))).toEqual([
      'Previous article  npx yinju law 甲法 1',
      'Next article      npx yinju law 甲法 3-1',
      'Whole chapter     npx yinju law 甲法 2 --chapter',
      'Who cites it      npx yinju law 甲法 2 --cited-by',
      'As a citation     npx yinju law 甲法 2 --citation plain',
    ]);
  });

  it('keeps the day in the steps, and names by id what a shell would take for several words', async () => {
    const request = { ...REQUEST, name: 'Law "A"', asOf: '2021-01-01' };
    const { lines } = await look('card', CARD, { request });
    expect(lines).toContain('Next article      npx yinju law a-law 3-1 --as-of 2021-01-01');
  });

  it('leaves out the step over either end of the text', async () => {
    const article = CARD.article?.outcome === 'found' ? { ...CARD.article, previous: null, next: null } : null;
    const { lines } = await look('card', { ...CARD, article });
    expect(lines.some((line) => /^(Previous|Next)/.test(line))).toBe(false);
  });

  it('shows who names the law only where nothing else was asked for', async () => {
    const mention = '  │ 本文提到甲法。';
    expect((await look('card', CARD)).lines).not.toContain(mention);
    expect((await look('card', { ...CARD, article: null })).lines).toContain(mention);
    const answer = answerOf('甲应当做什么？', 'strong', [passageOf(1, 'a-law', '甲应当登记。')]);
    const { lines } = await look('card', { ...CARD, article: null, answer });
    expect(lines).not.toContain(mention);
    expect(lines).toContain('Passages that match · match: strong');
    expect(lines).toContain('  │ 甲应当登记。');
  });

  it('says that an article is not in the text, with its day and range, and that nothing was found', async () => {
    const { lines, found } = await look('card', ABSENT);
    expect(found).toBe(false);
    expect(lines.join(' ').replace(/ +/g, ' ')).toContain(
      'has no Article 2 in its text of 2020-01-02, which goes from Article 1 to Article 3.',
    );
  });

  it.each(['en', 'zh-Hans', 'zh-Hant'] as const)('fits into 80 columns but for its address: %s', async (language) => {
    for (const card of [CARD, ABSENT, { ...CARD, article: null }]) {
      const { lines } = await look('card', card, { language });
      expect(lines.filter((line) => textWidth(line) > 80)).toEqual([]);
      expect(lines.at(-1)).not.toBe('');
    }
  });
});

describe('a name that means no one law', () => {
  const candidates = [
    { id: 'a', title: '甲安全法', english: 'Security Law A' },
    { id: 'b', title: '乙安全法', english: null },
  ];

  it.each(['card', 'chapter', 'cited-by', 'plain', 'gb7714'] as const)(
    'is asked back, never guessed, whatever is looked at: %s',
    async (what) => {
      const answer: LawAnswer = { kind: 'ambiguous', name: '安全法', candidates };
      expect(await look(what, answer)).toEqual({
        value: answer,
        lines: ['“安全法” may mean several laws. Which one?', '  - 《甲安全法》 · Security Law A', '  - 《乙安全法》'],
        found: false,
      });
    },
  );

  it('gets the nearest names, or none', async () => {
    const near = await look('card', { kind: 'unknown', name: '丙法', near: candidates.slice(1) });
    expect(near.lines).toEqual([
      '“丙法” is the name of no law that is known here.',
      'Did you mean: ',
      '  - 《乙安全法》',
      '`npx yinju law` lists all that are known; `npx yinju add FILE` adds the text of',
      'another.',
    ]);
    const none = await look('card', { kind: 'unknown', name: '丙法', near: [] });
    expect(none.lines).toHaveLength(3);
    expect(none.lines[1]).toContain('npx yinju add');
  });
});

describe('other looks at a law', () => {
  const chapter = {
    id: 'a-law',
    title: '甲法',
    version: '2020-01-02',
    inferred: false,
    section: ['第一章 总则'],
    articles: [ARTICLE, { ...ARTICLE, id: 'p3' }],
    outdatedSince: '2025-01-01',
  };

  it('shows a whole chapter, its file named once', async () => {
    const { lines, value, found } = await look('chapter', CARD, { parts: { chapter: () => Promise.resolve(chapter) } });
    expect(value).toEqual({ kind: 'chapter', ...chapter });
    expect(found).toBe(true);
    expect(lines.slice(0, 2)).toEqual(['《甲法》 · 2020-01-02', '第一章 总则']);
    expect(lines.filter((line) => line.includes('第二条 甲应当登记。'))).toHaveLength(2);
    expect(lines.filter((line) => line.includes('a-law.txt'))).toHaveLength(1);
    expect(lines.join(' ')).toContain('in force since 2025-01-01');
  });

  it('shows who cites an article, the sentence that does marked', async () => {
    const meant = { version: '2020-01-02', from: '2020-02-01', atHand: true, outdatedSince: '2025-01-01' };
    const passage: CitingPassage = { ...ARTICLE, text: '先说别的。依照甲法第二条登记。', sentence: [5, 15], meant };
    const citing = { id: 'a-law', title: '甲法', provision: PROVISION, total: 1, more: false, passages: [passage] };
    const { lines, value, found } = await look('cited-by', CARD, { parts: { citing: () => Promise.resolve(citing) } });
    expect(found).toBe(true);
    expect(value).toMatchObject({ kind: 'cited-by', total: 1 });
    expect(lines.some((line) => line.startsWith('  ┃ 先说别的。依照甲法第二条登记。'))).toBe(true);
    expect(lines.join(' ')).toContain(wordsFor('en').law.meant('2020-01-02', '2025-01-01').slice(0, 20));
  });

  it('gives a citation as one line alone, so that it can be copied', async () => {
    for (const form of ['plain', 'gb7714'] as const) {
      const { lines, value, found } = await look(form, CARD);
      expect(found).toBe(true);
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain('甲法');
      expect(value).toEqual({ kind: 'citation', format: form, text: lines[0] });
    }
  });

  it('says in a citation with an address on which day it was read', async () => {
    const passage = { ...ARTICLE, citation: { ...ARTICLE.citation, url: 'https://example.org/a' } };
    const article = CARD.article?.outcome === 'found' ? { ...CARD.article, passages: [passage] } : null;
    const { lines } = await look('gb7714', { ...CARD, article });
    expect(lines[0]).toContain('[2026-03-04]');
  });

  it.each(['chapter', 'cited-by', 'plain', 'gb7714'] as const)(
    'says of an absent article what the card says, and finds nothing: %s',
    async (what) => {
      const { lines, found, value } = await look(what, ABSENT);
      expect(found).toBe(false);
      expect(value).toBe(ABSENT);
      expect(lines.join(' ')).toContain('has no Article 2');
    },
  );
});
