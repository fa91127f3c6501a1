import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { AnswerPassage, Citation } from '../../../../src/answering/answer.js';
import { fitsLimits, sizeOf } from '../../../../src/discord/rendering/message.js';
import { SHOWN_QUESTION_LENGTH } from '../../../../src/discord/rendering/shown-question.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { renderedAnswer, shownText, textsOf } from '../../../support/rendered-message.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';

const chinese = wordsFor('zh-Hans');
const english = wordsFor('en');

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
    const [header = '', passage = ''] = textsOf(renderedAnswer(answer, chinese));
    expect(header.split('\n')).toEqual(['-# 问题', '主题是什么？', '### 与问题相符的段落', '-# 相符程度：高']);
    // Nothing else is bold.
    expect(readMarkdown(`${header}\n${passage}`).bold).toEqual([sentence]);
    const [speaker, kindAndDate, place, quote, source] = passage.split('\n');
    expect(speaker).toBe('\\[1\\] 新华社');
    expect(kindAndDate).toBe('通讯社报道 · 2023年9月11日（推定）');
    expect(place).toBe('《2023年国家网络安全宣传周开幕》 · 开幕式 › 主题');
    expect(quote).toBe('> 开幕式在福州举行。**主题是“网络安全为人民”。**活动持续一周。');
    expect(source).toContain('001-1.txt');
  });

  it('has room for who speaks beside the button, for all else below it, and a line above the buttons of the answer', () => {
    const [head, rule, passage, body, line, row] = renderedAnswer(answer, chinese).components[0].components;
    expect(head).toMatchObject({ type: ComponentType.TextDisplay });
    expect(rule).toMatchObject({ type: ComponentType.Separator, divider: true });
    expect(passage).toMatchObject({
      type: ComponentType.Section,
      components: [{ content: '\\[1\\] 新华社' }],
      accessory: { label: chinese.discord.buttons.answer.context(1) },
    });
    expect(body).toMatchObject({ content: expect.stringMatching(/^通讯社报道 · [^\n]*\n《[^\n]*\n> /) as string });
    expect(line).toMatchObject({ type: ComponentType.Separator, divider: true });
    expect(row).toMatchObject({ type: ComponentType.ActionRow });
  });

  it.each([
    [5, 6],
    [6, 6],
    [7, 0],
  ])(
    'shows %i passages with %i lines within the limit of components, with the most buttons there are',
    (count, lines) => {
      const passages = Array.from({ length: count }, (_, at) => ({
        ...report('文。', null),
        id: `id${at}`,
        rank: at + 1,
      }));
      const message = renderedAnswer(answerOf('?', 'weak', passages), wordsFor('zh-Hant'), { size: count });
      const { components } = message.components[0];
      expect(components.filter(({ type }) => type === ComponentType.Section)).toHaveLength(count);
      expect(components.filter(({ type }) => type === ComponentType.Separator)).toHaveLength(lines);
      expect(fitsLimits(message)).toBe(true);
    },
  );

  it('pings nobody and fetches no previews', () => {
    const message = renderedAnswer(answer, chinese);
    expect(message.allowedMentions).toEqual({ parse: [], repliedUser: false });
    // IS_COMPONENTS_V2 and SUPPRESS_EMBEDS
    expect(message.flags).toEqual([1 << 15, 1 << 2]);
  });

  it('says that the documents do not answer, over the nearest passages', () => {
    const none = answerOf('月球上有什么？', 'none', [report(text, null)]);
    const [header = '', passage = ''] = textsOf(renderedAnswer(none, chinese));
    expect(header).toContain('### 现有文档没有回答这个问题。最接近的段落：');
    expect(header).not.toContain('相符程度');
    expect(readMarkdown(passage).bold).toEqual([]);
  });

  it('says so where not even a near passage was found', () => {
    const message = renderedAnswer(answerOf('?', 'none', []), english);
    expect(shownText(message)).toContain('The documents do not answer this, and no passage comes near.');
  });

  it('marks outside the quotation where the source has lost text', () => {
    const lost = { ...REPORT, truncated: true, gaps: { start: true, end: false } };
    const message = renderedAnswer(answerOf('?', 'weak', [report('后半句。', null, { citation: lost })]), english);
    expect(shownText(message)).toContain('[…] 后半句。');
    expect(shownText(message)).toContain('The source has lost text where […] stands.');
  });

  it('names the other places of a near-identical passage', () => {
    const alsoIn = [{ id: 'b', text: '几乎相同。', citation: { ...REPORT, title: '另一篇' } }];
    const message = renderedAnswer(answerOf('?', 'strong', [report('几乎相同。', null, { alsoIn })]), chinese);
    expect(shownText(message)).toContain(
      '几乎相同的文字另见\n新华社 · 通讯社报道 · 2023年9月11日（推定） · 《另一篇》',
    );
  });

  it('leaves out what is near-identical first, then the last passages, and counts those', () => {
    const alsoIn = Array.from({ length: 30 }, (_, at) => ({ id: String(at), text: '同', citation: REPORT }));
    const long = (rank: number): AnswerPassage => ({ ...report('长'.repeat(380), null), rank, alsoIn });
    const four = renderedAnswer(answerOf('?', 'strong', [1, 2, 3, 4].map(long)), chinese);
    expect(shownText(four)).not.toContain('未能');
    expect(textsOf(four)).toHaveLength(5);

    const twenty = Array.from({ length: 20 }, (_, at) => long(at + 1));
    const message = renderedAnswer(answerOf('?', 'strong', twenty), chinese);
    const shown = textsOf(message).length - 2;
    expect(shown).toBeGreaterThanOrEqual(5);
    expect(textsOf(message).at(-1)).toContain(chinese.discord.leftOut(20 - shown));
    expect(shownText(message)).not.toContain(chinese.answer.alsoIn);
  });

  it('cuts a single passage that is too long after a sentence, keeps the highlight, and says that it goes on', () => {
    const clause = '甲乙丙丁戊己庚辛壬癸；';
    const long = `${clause.repeat(400)}关键的一句。${clause.repeat(400)}`;
    const at = long.indexOf('关键的一句。');
    const message = renderedAnswer(answerOf('?', 'strong', [report(long, [at, at + 6])]), chinese);
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
    const message = renderedAnswer(answerOf(question, 'none', []), chinese);
    expect(textsOf(message)[0]).toContain(`\n${'问'.repeat(SHOWN_QUESTION_LENGTH - 1)}…\n`);
  });

  it('shows an address as one link, and only of the web', () => {
    const withUrl = (url: string): string => {
      const passage = report('文。', null, { citation: { ...REPORT, url } });
      return textsOf(renderedAnswer(answerOf('?', 'weak', [passage]), english)).join('\n');
    };
    expect(withUrl('https://www.gov.cn/a_b.htm')).toContain('<https://www.gov.cn/a_b.htm>');
    expect(withUrl('javascript:alert(1)')).not.toContain('alert');
    expect(withUrl('not an address')).not.toContain('not an address');
  });
});
