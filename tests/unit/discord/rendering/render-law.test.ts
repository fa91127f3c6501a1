import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LawCard, LawPassage } from '../../../../src/answering/law/law-answer.js';
import { buttonRows } from '../../../../src/discord/buttons/button-row.js';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { renderLaw, renderLawAnswer } from '../../../../src/discord/rendering/render-law.js';
import type { AnswerView } from '../../../../src/wording/views/answer-view.js';
import { viewQuote } from '../../../../src/wording/views/quote-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { viewLaw, type LawPassageView, type LawView } from '../../../../src/wording/views/law-view.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';
import { shownText, textsOf, wireForm } from '../../../support/rendered-message.js';
import { lawNamed } from '../../../support/shipped-catalogue.js';

const chinese = wordsFor('zh-Hans');
const english = wordsFor('en');

const ARTICLE: LawPassage = {
  id: 'a',
  text: '第二十一条　甲应当保护乙：（一）其一；',
  citation: {
    ...citationOf('law'),
    title: '甲法',
    provision: { law: 'a-law', version: '2016-11-07', article: '21', paragraph: null, item: null },
    // 13 units, then 6: the lines of the source.
    spans: [
      [100, 113],
      [114, 120],
    ],
    notices: [{ key: 'text-outdated', law: 'a-law', title: '甲法', version: '2016-11-07', since: '2026-01-01' }],
  },
};
const MENTION: LawPassage = { id: 'm', text: '甲法自此施行。', citation: { ...citationOf('001'), title: '报道' } };

const CARD: LawCard = {
  kind: 'found',
  id: 'a-law',
  title: '甲法',
  day: '2026-01-02',
  law: lawNamed('a-law', '甲法', { address: { url: 'https://www.gov.cn/a_b.htm', source: null } }),
  status: { state: 'unknown' },
  text: null,
  versions: [],
  article: null,
  mentions: [MENTION],
  mentionCount: 7,
  answer: null,
};
const ASKED = { asOf: null, generation: '000001', notices: [] };
/** An article as it is found. */
const found = (...passages: readonly LawPassage[]): LawCard['article'] => ({
  outcome: 'found',
  provision,
  passages,
  previous: null,
  next: '22',
  section: ['第二章 安全'],
});
const provision = { article: '21', paragraph: null, item: null, subitem: null };

describe('the card of a law in Discord', () => {
  it('shows the facts, the official address as a link, and the passages that name the law', () => {
    const texts = textsOf(renderLawAnswer(CARD, chinese, ASKED));
    expect(texts[0]).toContain('### 《甲法》\n');
    expect(texts[0]).toContain('**文号**：不详');
    expect(texts[0]).toContain('**官方文本**：<https://www.gov.cn/a_b.htm>');
    expect(texts[1]).toBe('### 提到它的段落（共7个，先列1个）');
    expect(texts[2]).toContain('> 甲法自此施行。');
    expect(texts.at(-1)).toBe('-# 本内容不构成法律意见，以中文正式文本为准。');
  });

  it('shows an article word for word in the lines of its source, with citation and notice, instead of them', () => {
    const card: LawCard = { ...CARD, article: found(ARTICLE) };
    const texts = textsOf(renderLawAnswer(card, chinese, ASKED));
    expect(texts[1]).toBe('### 第二十一条\n-# 第二章 安全');
    expect(texts[2]).toContain('> 第二十一条　甲应当保护乙：\n> （一）其一；\n');
    expect(texts[2]).toContain('law.txt');
    expect(texts[2]).toContain('2026年1月1日');
    expect(texts.join('\n')).not.toContain('甲法自此施行');
  });

  it('shows the passages that match a question after the article, each passage once', () => {
    const answer = answerOf('日志？', 'strong', [
      { ...passageOf(1, '001', '报道说要留存日志。', { highlight: [3, 9] }) },
      { ...passageOf(2, 'law', ARTICLE.text), id: ARTICLE.id },
    ]);
    const texts = textsOf(renderLawAnswer({ ...CARD, article: found(ARTICLE), answer }, chinese, ASKED));
    expect(texts[2]).toContain('\\[1\\]');
    expect(texts[3]).toBe('-# 问题\n日志？\n### 与问题相符的段落\n-# 相符程度：高');
    expect(texts[4]).toContain('\\[2\\]');
    expect(texts[4]).toContain('> 报道说**要留存日志。**');
    expect(texts).toHaveLength(6);
    expect(texts.join('\n')).not.toContain('提到它的段落');
  });

  it('calls passages that do not answer the question the nearest', () => {
    const answer = answerOf('日志？', 'none', [passageOf(1, '001', '报道。')]);
    const text = shownText(renderLawAnswer({ ...CARD, answer }, chinese, ASKED));
    expect(text).toContain(chinese.answer.nearest);
  });

  it('says that no text is here without a command that its readers cannot run', () => {
    const [facts = ''] = textsOf(renderLawAnswer(CARD, chinese, ASKED));
    expect(facts).toContain('**此处没有《甲法》在2026年1月2日适用的文本，请查阅上列官方文本。**');
    expect(facts).not.toContain('npx');
  });

  it('says what must be said beside its own notices over the card', () => {
    const message = renderLawAnswer(CARD, chinese, { asOf: null, generation: '000001', notices: ['文本有变动。'] });
    expect(textsOf(message)[0]).toContain('**文本有变动。**');
  });

  it('says why an article is not shown, over the passages that name the law', () => {
    const card: LawCard = { ...CARD, article: { outcome: 'unchecked', provision, passages: [] } };
    const text = shownText(renderLawAnswer(card, english, ASKED));
    expect(text).toContain('Number: unknown\n');
    expect(text).toContain('《甲法》, Article 21: cannot be checked');
    expect(text).toContain('甲法自此施行。');
  });

  it('asks which law is meant, and offers the nearest where none is', () => {
    const candidates = [
      { id: 'a', title: '甲法', english: 'Law A' },
      { id: 'b', title: '乙法', english: null },
    ];
    const asked = shownText(renderLawAnswer({ kind: 'ambiguous', name: '法', candidates }, chinese, ASKED));
    expect(asked.split('\n')).toEqual(['“法”可能指几部法规，请选择：', '- 《甲法》 · Law A', '- 《乙法》']);
    const near = shownText(
      renderLawAnswer({ kind: 'unknown', name: '<@1>', near: candidates.slice(1) }, chinese, ASKED),
    );
    expect(near.split('\n')).toEqual(['此处没有名为“<@1>”的法规。', '是否指：', '- 《乙法》']);
    expect(shownText(renderLawAnswer({ kind: 'unknown', name: '丙', near: [] }, chinese, ASKED))).toBe(
      '此处没有名为“丙”的法规。',
    );
  });

  it('counts the laws that it does not offer', () => {
    const candidates = Array.from({ length: 12 }, (_, at) => ({
      id: String(at),
      title: '长'.repeat(400),
      english: null,
    }));
    const message = renderLawAnswer({ kind: 'ambiguous', name: '长'.repeat(400), candidates }, chinese, ASKED);
    expect(fitsLimits(message)).toBe(true);
    expect(shownText(message).split('\n').at(-1)).toBe('… (+2)');
  });

  it('counts the passages that do not fit', () => {
    const long: LawPassage = { ...MENTION, text: '长'.repeat(1500) };
    const text = shownText(renderLawAnswer({ ...CARD, mentions: [long, long, long, long] }, chinese, ASKED));
    // Two of 1500 characters fit into 10,170 bytes beside the card, three do not.
    expect(text).toContain('还有2个段落，这条消息放不下。');
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('网络', '安全。', '*', '\\', '😀', '\n', '<@1>', '[a](b)', 'https://a.b/'), {
      maxLength: 90,
    })
    .map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('字', '*', '😀', '字。'), fc.integer({ min: 400, max: 4500 }))
    .map(([one, count]) => one.repeat(count)),
);

const anyPassage: fc.Arbitrary<LawPassageView> = fc.record({
  label: anyText,
  document: fc.constant('000'),
  title: anyText,
  speaker: fc.record({ names: anyText, kind: anyText, date: anyText, line: anyText }),
  section: fc.option(anyText),
  page: fc.option(anyText),
  source: fc.record({ file: anyText, sha256: anyText, shortSha256: anyText, line: anyText }),
  url: fc.option(fc.oneof(anyText, fc.webUrl())),
  notices: fc.array(anyText, { maxLength: 6 }),
  id: fc.constantFrom('a', 'b', 'c'),
  lines: fc.array(anyText, { minLength: 1, maxLength: 4 }),
  gaps: fc.record({ start: fc.boolean(), end: fc.boolean() }),
});

const anyAnswer: fc.Arbitrary<AnswerView> = fc.record({
  question: anyText,
  understood: fc.constant(null),
  heading: fc.constantFrom(english.answer.match, chinese.answer.nearest),
  strengthLine: fc.option(fc.constantFrom(...Object.values(english.answer.strength))),
  answered: fc.boolean(),
  passages: fc.array(
    anyPassage.map((passage) => ({
      ...passage,
      rank: 1,
      quote: viewQuote(passage.lines.join('\n'), null, passage.gaps, english),
      alsoIn: [],
    })),
    { maxLength: 3 },
  ),
});

const anyRows = fc.constantFrom(
  [],
  buttonRows(['a', 'b', 'c', 'd', 'e'].map((label) => ({ id: { action: 'a', fields: [label] }, label }))),
);

const anyView: fc.Arbitrary<LawView> = fc
  .record({
    heading: anyText,
    facts: fc.array(fc.record({ label: fc.constant('Other texts at hand'), value: anyText }), { maxLength: 30 }),
    notices: fc.array(anyText, { maxLength: 5 }),
    readerNotices: fc.constant([]),
    place: fc.option(anyText),
    section: fc.option(anyText),
    problem: fc.option(anyText),
    article: fc.array(anyPassage, { maxLength: 3 }),
    mentionsHeading: fc.constantFrom(english.law.noMentions, chinese.law.mentions(5, 100)),
    mentions: fc.array(anyPassage, { maxLength: 5 }),
    answer: fc.option(anyAnswer),
    sources: fc.option(anyText),
    disclaimer: fc.constantFrom(english.law.disclaimer, chinese.law.disclaimer),
  })
  // Only an article that was asked for is shown.
  .map((view) => (view.place === null ? { ...view, section: null, problem: null, article: [] } : view));

describe('any card', () => {
  /** A card all of which is one long text, with as many facts as make it too long. */
  const allOf = (text: string): LawView => ({
    heading: text,
    facts: [
      { label: 'Official text', value: `https://www.gov.cn/${'a'.repeat(130)}` },
      ...Array.from({ length: 29 }, () => ({ label: 'Other texts at hand', value: text })),
    ],
    notices: [text, text, text, text],
    readerNotices: [],
    place: text,
    section: text,
    problem: text,
    article: [],
    mentionsHeading: english.law.noMentions,
    mentions: [],
    answer: {
      question: text,
      understood: null,
      heading: english.answer.match,
      strengthLine: english.answer.strength.strong,
      answered: true,
      passages: [],
    },
    sources: text,
    disclaimer: english.law.disclaimer,
  });

  it.each(['*', '\\', '😀', '字'])('fits where all of it is %s, as long as it may be', (sign) => {
    const message = renderLaw(allOf(sign.repeat(400)), english, []);
    expect(fitsLimits(message)).toBe(true);
    expect(() => checkMessage(wireForm(message))).not.toThrow();
    expect(textsOf(message)[0]).toMatch(/… \(\+(18|28)\)/);
  });

  it('leaves out facts before the article that was asked for', () => {
    const card = allOf('*'.repeat(400));
    const [article] = viewLaw({ ...CARD, article: found(ARTICLE) }, english).article;
    if (article === undefined) throw new Error('the article is not shown');
    const message = renderLaw({ ...card, article: [article] }, english, []);
    expect(fitsLimits(message)).toBe(true);
    expect(textsOf(message)[0]).toContain('… (+28)');
    expect(textsOf(message).join()).toContain('第二十一条');
  });

  it('fits into one message, by our measure and by the emulator’s', () => {
    fc.assert(
      fc.property(anyView, anyRows, fc.constantFrom(chinese, english), (view, rows, words) => {
        const message = renderLaw(view, words, rows);
        expect(fitsLimits(message)).toBe(true);
        expect(() => checkMessage(wireForm(message))).not.toThrow();
        expect(textsOf(message).at(-1)).toContain(view.disclaimer);
        expect(message.components[0].components.slice(message.components[0].components.length - rows.length)).toEqual(
          rows,
        );
      }),
    );
  });
});
