import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, AnswerPassage, Citation } from '../../../../src/answering/answer.js';
import { fitsLimits, sizeOf, type OutgoingMessage } from '../../../../src/discord/rendering/message.js';
import { renderAnswer } from '../../../../src/discord/rendering/render-answer.js';
import { sharedMessage } from '../../../../src/discord/rendering/shared-message.js';
import { SHOWN_QUESTION_LENGTH, UNRESTRICTED } from '../../../../src/discord/rendering/shown-question.js';
import { DOCUMENT_KINDS } from '../../../../src/documents/document-kind.js';
import { viewAnswer } from '../../../../src/wording/answer-view.js';
import type { Words } from '../../../../src/wording/words.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';

const chinese = wordsFor('zh-Hans');
const english = wordsFor('en');

const BUTTONS = { generation: '000001', size: 5, offset: 0, hidden: false };

function render(answer: Answer, words: Words, buttons: Partial<typeof BUTTONS> = {}): OutgoingMessage {
  const asked = { restriction: UNRESTRICTED, notices: [], buttons: { ...BUTTONS, ...buttons } };
  return renderAnswer(viewAnswer(answer, words), words, asked);
}

/** The texts of a message, in order: each passage, whose first lines stand beside a button, is one. */
function textsOf(message: OutgoingMessage): readonly string[] {
  const texts: string[] = [];
  let beside: string[] = [];
  for (const component of message.components[0].components)
    if (component.type === ComponentType.Section) beside = component.components.map(({ content }) => content);
    else if (component.type === ComponentType.TextDisplay) {
      texts.push([...beside, component.content].join('\n'));
      beside = [];
    }
  return texts;
}

const shownText = (message: OutgoingMessage): string => readMarkdown(textsOf(message).join('\n')).text;

/** The message as it goes over the wire. */
const wireForm = (message: OutgoingMessage) => ({
  flags: (1 << 15) | (1 << 2),
  components: message.components,
  allowed_mentions: { parse: [], replied_user: false },
});

const REPORT: Citation = {
  ...citationOf('001-1'),
  title: '2023年国家网络安全宣传周开幕',
  agency: '新华社',
  kind: 'news agency report',
  date: { from: '2023-09-11', to: '2023-09-11', basis: 'inferred' },
  section: ['开幕式', '主题'],
};

function report(text: string, highlight: AnswerPassage['highlight'], more: Partial<AnswerPassage> = {}): AnswerPassage {
  return { ...passageOf(1, '001-1', text), highlight, citation: REPORT, ...more };
}

describe('renderAnswer', () => {
  const text = '开幕式在福州举行。主题是“网络安全为人民”。活动持续一周。';
  const sentence = '主题是“网络安全为人民”。';
  const start = text.indexOf(sentence);
  const answer = answerOf('主题是什么？', 'strong', [report(text, [start, start + sentence.length])]);

  it('shows the question, how well it matches, who speaks, where, then the text with its sentence in bold', () => {
    const [header = '', passage = ''] = textsOf(render(answer, chinese));
    expect(header.split('\n')).toEqual(['-# 问题', '主题是什么？', '### 与问题相符的段落', '-# 相符程度：高']);
    // Nothing else is bold.
    expect(readMarkdown(`${header}\n${passage}`).bold).toEqual([sentence]);
    const [speaker, place, quote, source] = passage.split('\n');
    expect(speaker).toBe('\\[1\\] 新华社 · 通讯社报道 · 2023年9月11日（推定）');
    expect(place).toBe('《2023年国家网络安全宣传周开幕》 · 开幕式 › 主题');
    expect(quote).toBe('> 开幕式在福州举行。**主题是“网络安全为人民”。**活动持续一周。');
    expect(source).toContain('001-1.txt');
  });

  it('pings nobody and fetches no previews', () => {
    const message = render(answer, chinese);
    expect(message.allowedMentions).toEqual({ parse: [], repliedUser: false });
    // IS_COMPONENTS_V2 and SUPPRESS_EMBEDS
    expect(message.flags).toEqual([1 << 15, 1 << 2]);
  });

  it('says that the documents do not answer, over the nearest passages', () => {
    const none = answerOf('月球上有什么？', 'none', [report(text, null)]);
    const [header = '', passage = ''] = textsOf(render(none, chinese));
    expect(header).toContain('### 现有文档没有回答这个问题。最接近的段落：');
    expect(header).not.toContain('相符程度');
    expect(readMarkdown(passage).bold).toEqual([]);
  });

  it('says so where not even a near passage was found', () => {
    const message = render(answerOf('?', 'none', []), english);
    expect(shownText(message)).toContain('The documents do not answer this, and no passage comes near.');
  });

  it('marks outside the quotation where the source has lost text', () => {
    const lost = { ...REPORT, truncated: true, gaps: { start: true, end: false } };
    const message = render(answerOf('?', 'weak', [report('后半句。', null, { citation: lost })]), english);
    expect(shownText(message)).toContain('[…] 后半句。');
    expect(shownText(message)).toContain('The source has lost text where […] stands.');
  });

  it('names the other places of a near-identical passage', () => {
    const alsoIn = [{ id: 'b', text: '几乎相同。', citation: { ...REPORT, title: '另一篇' } }];
    const message = render(answerOf('?', 'strong', [report('几乎相同。', null, { alsoIn })]), chinese);
    expect(shownText(message)).toContain(
      '几乎相同的文字另见\n新华社 · 通讯社报道 · 2023年9月11日（推定） · 《另一篇》',
    );
  });

  it('leaves out what is near-identical first, then the last passages, and counts those', () => {
    const alsoIn = Array.from({ length: 30 }, (_, at) => ({ id: String(at), text: '同', citation: REPORT }));
    const long = (rank: number): AnswerPassage => ({ ...report('长'.repeat(380), null), rank, alsoIn });
    const four = render(answerOf('?', 'strong', [1, 2, 3, 4].map(long)), chinese);
    expect(shownText(four)).not.toContain('未能');
    expect(textsOf(four)).toHaveLength(5);

    const twenty = Array.from({ length: 20 }, (_, at) => long(at + 1));
    const message = render(answerOf('?', 'strong', twenty), chinese);
    const shown = textsOf(message).length - 2;
    expect(shown).toBeGreaterThanOrEqual(5);
    expect(textsOf(message).at(-1)).toContain(chinese.discord.leftOut(20 - shown));
    expect(shownText(message)).not.toContain(chinese.answer.alsoIn);
  });

  it('cuts a single passage that is too long after a sentence, keeps the highlight, and says that it goes on', () => {
    const clause = '甲乙丙丁戊己庚辛壬癸；';
    const long = `${clause.repeat(400)}关键的一句。${clause.repeat(400)}`;
    const at = long.indexOf('关键的一句。');
    const message = render(answerOf('?', 'strong', [report(long, [at, at + 6])]), chinese);
    const quote =
      textsOf(message)
        .join('\n')
        .split('\n')
        .find((line) => line.startsWith('> ')) ?? '';
    expect(fitsLimits(message)).toBe(true);
    // Within a clause of 11 characters of the limit of bytes: the cut is not too early either.
    expect(sizeOf(message).weight).toBeGreaterThan(10_170 - 2 * 3 * 11);
    expect(quote).toMatch(/^> (甲乙丙丁戊己庚辛壬癸；)+\*\*关键的一句。\*\*(甲乙丙丁戊己庚辛壬癸；)+$/);
    expect(textsOf(message).join('\n')).toContain(`-# … ${chinese.discord.shortened}`);
  });

  it('shows the beginning of a long question only', () => {
    const question = '问'.repeat(2000);
    const message = render(answerOf(question, 'none', []), chinese);
    expect(textsOf(message)[0]).toContain(`\n${'问'.repeat(SHOWN_QUESTION_LENGTH - 1)}…\n`);
  });

  it('shows an address as one link, and only of the web', () => {
    const withUrl = (url: string): string => {
      const passage = report('文。', null, { citation: { ...REPORT, url } });
      return textsOf(render(answerOf('?', 'weak', [passage]), english)).join('\n');
    };
    expect(withUrl('https://www.gov.cn/a_b.htm')).toContain('<https://www.gov.cn/a_b.htm>');
    expect(withUrl('javascript:alert(1)')).not.toContain('alert');
    expect(withUrl('not an address')).not.toContain('not an address');
  });
});

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '网络',
          '安全。',
          '；',
          '「',
          '」',
          '*',
          '_',
          '\\',
          '`',
          '😀',
          '\n',
          ' ',
          '<@1>',
          '. ',
          '[a](b)',
        ),
        {
          maxLength: 120,
        },
      )
      .map((pieces) => pieces.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('字', '字。', '*', '😀', 'word. '), fc.integer({ min: 500, max: 4500 }))
      .map(([piece, count]) => piece.repeat(count)),
  },
);

const anyCitation: fc.Arbitrary<Citation> = fc.record({
  label: anyText,
  document: fc.constant('000'),
  title: anyText,
  author: fc.option(anyText),
  agency: fc.option(anyText),
  publisher: fc.option(anyText),
  date: fc.option(fc.constant({ from: '2023-09-10', to: '2023-09-11', basis: 'inferred' as const })),
  kind: fc.option(fc.constantFrom(...DOCUMENT_KINDS)),
  section: fc.array(anyText, { maxLength: 4 }),
  provision: fc.constant(null),
  page: fc.option(fc.nat()),
  file: anyText,
  spans: fc.constant([]),
  sha256: fc.constant('0'.repeat(64)),
  truncated: fc.boolean(),
  notices: fc.array(
    fc.record({
      key: fc.constant('rule-amended' as const),
      law: anyText,
      title: anyText,
      since: fc.constant(null),
    }),
    {
      maxLength: 12,
    },
  ),
  url: fc.option(fc.oneof(anyText, fc.webUrl())),
  inferred: fc.constant([]),
  gaps: fc.record({ start: fc.boolean(), end: fc.boolean() }),
});

const anyPassage: fc.Arbitrary<AnswerPassage> = fc
  .record({
    rank: fc.integer({ min: 1, max: 20 }),
    id: fc.constant('aaaaaaaaaaaaaaaa'),
    score: fc.constant(0.5),
    text: anyText,
    ends: fc.tuple(fc.nat(), fc.nat()),
    highlighted: fc.boolean(),
    citation: anyCitation,
    alsoIn: fc.array(fc.record({ id: fc.constant('b'), text: anyText, citation: anyCitation }), { maxLength: 3 }),
  })
  .map(({ ends, highlighted, ...passage }) => {
    // A sentence never ends within a character.
    const boundaries = [0];
    for (const character of Array.from(passage.text)) boundaries.push((boundaries.at(-1) ?? 0) + character.length);
    const [one = 0, two = 0] = ends.map((end) => boundaries[end % boundaries.length] ?? 0).sort((a, b) => a - b);
    return { ...passage, highlight: highlighted ? ([one, two] as const) : null };
  });

const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: anyText,
    strength: fc.constantFrom('strong' as const, 'weak' as const, 'none' as const),
    passages: fc.array(anyPassage, { maxLength: 20 }),
  })
  .map(({ question, strength, passages }) =>
    answerOf(
      question,
      strength,
      passages.map((one, at) => ({ ...one, rank: at + 1, id: `passage${at + 1}` })),
    ),
  );

describe('any answer', () => {
  it('fits into one message, by our measure and by the emulator’s', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(chinese, english), fc.boolean(), (answer, words, hidden) => {
        const message = render(answer, words, { hidden });
        expect(fitsLimits(message)).toBe(true);
        checkMessage(wireForm(message));
        if (!hidden) return;
        const shared = sharedMessage(message.components[0], '18446744073709551615', words);
        expect(fitsLimits(shared)).toBe(true);
        checkMessage(wireForm(shared));
      }),
      { numRuns: 40 },
    );
  });

  it('opens no markdown of its own: no mention, link, emoji, spoiler or code', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const withoutUrls = {
          ...answer,
          passages: answer.passages.map((one) => ({ ...one, citation: { ...one.citation, url: null } })),
        };
        const message = render(withoutUrls, english);
        const marks = textsOf(message).flatMap((one) => readMarkdown(one).marks);
        expect(marks.filter((mark) => !['quote', 'header', 'subtext'].includes(mark))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('quotes whole passages character for character when they fit', () => {
    fc.assert(
      fc.property(anyPassage, (passage) => {
        fc.pre(passage.text.length < 300 && passage.text.trim() !== '' && !/\p{Surrogate}/u.test(passage.text));
        const citation = { ...citationOf('000'), truncated: false };
        const answer = answerOf('?', 'strong', [{ ...passage, citation, alsoIn: [] }]);
        const [, shown = ''] = textsOf(render(answer, english));
        const quoted = shown.split('\n').filter((line) => line.startsWith('> '));
        expect(quoted.map((line) => readMarkdown(line).text).join('\n')).toBe(passage.text);
      }),
      { numRuns: 200 },
    );
  });
});
