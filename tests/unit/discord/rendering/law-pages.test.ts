import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CitingPassage, LawChapter, LawCitations, LawPassage } from '../../../../src/answering/law/law-answer.js';
import { pageButtonRows } from '../../../../src/discord/buttons/law-buttons.js';
import { fitsLimits, type OutgoingMessage } from '../../../../src/discord/rendering/message.js';
import { renderChapter } from '../../../../src/discord/rendering/render-chapter.js';
import { renderCitations } from '../../../../src/discord/rendering/render-citations.js';
import { renderCiting } from '../../../../src/discord/rendering/render-citing.js';
import type { PageAsked } from '../../../../src/discord/rendering/render-pages.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { asList, asObject, asText } from '../../../support/discord-emulator/json.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { citationOf } from '../../../support/example-answers.js';

const chinese = wordsFor('zh-Hans');
const PLACE = { law: 'a-law', provision: null, asOf: null, text: null };

const asked = (page: number, notices: readonly string[] = []): PageAsked => ({
  page,
  notices,
  rows: (shown) => pageButtonRows('chpg', PLACE, shown, chinese),
});

function textsOf(message: OutgoingMessage): readonly string[] {
  return asList(message.components[0].components).flatMap((one) => {
    const { content } = asObject(one);
    return content === undefined ? [] : [asText(content)];
  });
}

const accepted = (message: OutgoingMessage): boolean => {
  checkMessage({ flags: (1 << 15) | (1 << 2), components: message.components });
  return fitsLimits(message);
};

/** A piece of an article at a place of the source. */
function piece(article: string, text: string, start: number, section: readonly string[] = []): LawPassage {
  return {
    id: `${article}-${start}`,
    text,
    citation: {
      ...citationOf('law'),
      provision: { law: 'a-law', version: '2016-11-07', article, paragraph: null, item: null },
      section,
      spans: [[start, start + text.length]],
    },
  };
}

const chapterOf = (articles: readonly LawPassage[], outdatedSince: string | null = null): LawChapter => ({
  id: 'a-law',
  title: '甲法',
  version: '2016-11-07',
  inferred: false,
  section: ['第一章 总则'],
  articles,
  outdatedSince,
});

/** The text of every page until the page number no longer grows. */
function pagesOf(render: (page: number) => OutgoingMessage): readonly string[] {
  const pages: string[] = [];
  for (let page = 0; page < 200; page += 1) {
    const message = render(page);
    expect(accepted(message)).toBe(true);
    const text = textsOf(message)[1] ?? '';
    if (text === pages.at(-1)) return pages;
    pages.push(text);
  }
  return pages;
}

describe('a chapter in Discord', () => {
  it('puts the pieces of an article together as the source has them', () => {
    const chapter = chapterOf([
      piece('1', '第一条 甲。', 0),
      // Cut inside its line: the next piece begins where this one ends.
      piece('1', '乙。', 6),
      // A line of its own: a line break lies between.
      piece('1', '丙。', 10),
      piece('2', '第二条 丁。', 20),
    ]);
    const [, text] = textsOf(renderChapter(chapter, chinese, asked(0)));
    expect(text).toBe('> 第一条 甲。乙。\n> 丙。\n\n> 第二条 丁。');
  });

  it('shows a heading where it begins, and not again', () => {
    const section = ['第一章 总则', '第一节 目的'];
    const chapter = chapterOf([piece('1', '甲', 0, section), piece('2', '乙', 9, section)]);
    const texts = textsOf(renderChapter(chapter, chinese, asked(0)));
    expect(texts[0]).toBe('### 《甲法》 · 2016年11月7日\n第一章 总则');
    expect(texts[1]).toBe('**第一节 目的**\n> 甲\n\n> 乙');
  });

  it('says on every page that a newer text is in force, what has changed, and that it is no advice', () => {
    const articles = ['1', '2', '3'].map((one, at) => piece(one, '长'.repeat(3000), at * 4000));
    for (const page of [0, 1, 2]) {
      const text = textsOf(renderChapter(chapterOf(articles, '2026-01-01'), chinese, asked(page, ['变了。']))).join(
        '\n',
      );
      expect(text).toContain('**变了。**');
      expect(text).toContain('2026年1月1日');
      expect(text).toContain(`第${page + 1}页，共3页`);
      expect(text).toContain('不构成法律意见');
    }
  });

  it('says so of a text that counted on the day that was asked for, and is out of date today', () => {
    const old = piece('1', '甲', 0);
    const notice = {
      key: 'text-outdated',
      law: 'a-law',
      title: '甲法',
      version: '2016-11-07',
      since: '2026-01-01',
    } as const;
    const chapter = chapterOf([{ ...old, citation: { ...old.citation, notices: [notice] } }]);
    expect(textsOf(renderChapter(chapter, chinese, asked(0)))[0]).toContain('2026年1月1日');
  });

  it('cuts an article that is longer than a page, and shows that it goes on', () => {
    const text = `第一条 ${'甲应当保护乙。'.repeat(900)}但丙除外。`;
    const pages = pagesOf((page) => renderChapter(chapterOf([piece('1', text, 0)]), chinese, asked(page)));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]?.endsWith('-# …')).toBe(true);
    expect(pages[1]?.startsWith('-# …')).toBe(true);
    const quoted = pages.join('\n').match(/^> .*$/gm) ?? [];
    expect(quoted.map((line) => line.slice(2)).join('')).toBe(text);
  });

  it('shows every article once, word for word, over pages that Discord takes, whatever the texts', () => {
    const word = fc.constantFrom('甲', '不得', '。', '；', '😀', '*', '\\', '\n', '<@1>', '`', '第二条', ' a. ');
    const anyText = fc.array(word, { minLength: 1, maxLength: 1500 }).map((all) => `条${all.join('')}尾`);
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 6 }), (texts) => {
        let start = 0;
        const articles = texts.map((text, index) => {
          const one = piece(String(index + 1), text, start);
          start += text.length + 1;
          return one;
        });
        const pages = pagesOf((page) => renderChapter(chapterOf(articles), chinese, asked(page)));
        const lines = pages.flatMap((page) => page.split('\n')).filter((line) => line.startsWith('> '));
        const shown = readMarkdown(lines.map((line) => line.slice(2)).join('')).text;
        expect(shown).toBe(texts.join('').replaceAll('\n', ''));
      }),
      { numRuns: 30 },
    );
  });
});

describe('who cites a law in Discord', () => {
  const citing = (text: string, sentence: readonly [number, number]): CitingPassage => ({
    id: 'c',
    text,
    citation: {
      ...citationOf('001'),
      title: '报道',
      date: { from: '2023-07-15', to: '2023-07-15', basis: 'inferred' },
    },
    sentence,
    meant: { version: '2016-11-07', from: '2017-06-01', atHand: true, outdatedSince: '2026-01-01' },
  });
  const citations = (passages: readonly CitingPassage[], total = passages.length): LawCitations => ({
    id: 'a-law',
    title: '甲法',
    provision: { article: '21', paragraph: null, item: null, subitem: null },
    total,
    more: false,
    passages,
  });

  it('shows speaker, day and sentence, and marks that the passage is longer', () => {
    const [head, text] = textsOf(
      renderCiting(citations([citing('前文。据甲法第二十一条。后文。', [3, 12])]), chinese, asked(0)),
    );
    expect(head).toContain('### 《甲法》 · 第二十一条');
    expect(text).toContain('2023年7月15日（推定）');
    expect(text).toContain('> **据甲法第二十一条。**');
    expect(text).toContain('写作时施行的是2016年11月7日文本');
    expect(text).not.toMatch(/前文|后文/);
    expect(text?.match(/-# …/g)).toHaveLength(2);
  });

  it('goes over several pages, each passage once', () => {
    const passages = Array.from({ length: 60 }, (_, at) => citing(`第${at}次引用甲法第二十一条。`, [0, 12]));
    const pages = pagesOf((page) => renderCiting(citations(passages), chinese, asked(page)));
    expect(pages.length).toBeGreaterThan(1);
    const numbers = [...pages.join('\n').matchAll(/第(\d+)次引用/g)].map(([, number]) => Number(number));
    expect(numbers).toEqual(passages.map((_, at) => at));
  });

  it('shortens a sentence that is longer than a page', () => {
    const long = '甲'.repeat(5000);
    expect(accepted(renderCiting(citations([citing(long, [0, 5000])]), chinese, asked(0)))).toBe(true);
  });

  it('says that nobody does', () => {
    const text = textsOf(renderCiting(citations([]), chinese, asked(3))).join('\n');
    expect(text).toContain(chinese.law.citedNowhere);
    expect(text).toContain('不构成法律意见');
  });
});

describe('a citation to be copied', () => {
  it('stands in blocks of code that its text cannot end', () => {
    const provision = { law: 'a', version: null, article: '1', paragraph: null, item: null };
    const citation = { ...citationOf('001'), title: '甲```乙` *丙*', provision };
    const message = renderCitations([{ rank: null, citation }], chinese, {
      accessed: '2026-01-02',
      notices: ['变了。'],
    });
    expect(accepted(message)).toBe(true);
    const [plain, standard, foot] = textsOf(message);
    for (const text of [plain, standard]) {
      expect(text?.match(/```/g)).toHaveLength(2);
      expect(text).toContain("甲'''乙` *丙*");
    }
    expect(foot).toBe('-# 变了。\n-# 本内容不构成法律意见，以中文正式文本为准。');
  });

  it('keeps within the limits whatever the title', () => {
    const citation = { ...citationOf('001'), title: '长'.repeat(5000) };
    expect(
      accepted(renderCitations([{ rank: null, citation }], chinese, { accessed: '2026-01-02', notices: [] })),
    ).toBe(true);
  });
});
