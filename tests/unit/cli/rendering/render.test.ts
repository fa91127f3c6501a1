import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from '../../../../src/cli/rendering/render-answer.js';
import { renderQuote } from '../../../../src/cli/rendering/render-quote.js';
import { renderVerification } from '../../../../src/cli/rendering/render-verification.js';
import { createStyle, wantsColour } from '../../../../src/cli/terminal/terminal-style.js';
import { textWidth } from '../../../../src/cli/terminal/text-width.js';
import { viewAnswer } from '../../../../src/wording/views/answer-view.js';
import { viewVerification } from '../../../../src/wording/views/verification-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';

const plain = createStyle(false);
const coloured = createStyle(true);
const words = wordsFor('zh-Hans');
const quote = { before: '甲。', highlight: '乙乙乙乙乙乙。', after: '丙。', gapBefore: '[…]', gapAfter: '' };

describe('wantsColour', () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '1' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    [true, { TERM: 'dumb' }, false],
  ])('on a terminal: %s, with %o: %s', (isTerminal, environment, expected) => {
    expect(wantsColour(isTerminal, environment)).toBe(expected);
  });
});

describe('renderQuote', () => {
  it('shows the highlight by a heavier rule at the margin where there are no colours', () => {
    expect(renderQuote(quote, plain, 20)).toEqual(['  ┃ […] 甲。乙乙乙乙', '  ┃ 乙乙。丙。']);
  });

  it('closes every colour before the line ends', () => {
    for (const line of renderQuote(quote, coloured, 20)) {
      expect(line).toContain('\u001B[1m');
      expect(line.lastIndexOf('\u001B[22m')).toBeGreaterThan(line.lastIndexOf('\u001B[1m'));
    }
    expect(renderQuote(quote, coloured, 20).map(stripVTControlCharacters)).toEqual(renderQuote(quote, plain, 20));
  });

  it('draws the light rule where nothing is highlighted', () => {
    expect(renderQuote({ ...quote, highlight: '', gapBefore: '' }, plain, 80)).toEqual(['  │ 甲。丙。']);
  });
});

describe('renderAnswer', () => {
  const title = '很长的标题'.repeat(12);
  const citation = { ...citationOf('001'), title, agency: '新华社', kind: 'news agency report' as const };
  const also = {
    id: 'q',
    text: '甲。',
    citation: { ...citation, document: '002', section: ['一、概述', '（一）背景'] },
  };
  const passage = {
    ...passageOf(1, '001', '甲。'.repeat(60), { highlight: [0, 2] }),
    citation,
    alsoIn: [also],
  };
  const canvas = { words, style: plain, columns: 80 };
  const screen = renderAnswer(viewAnswer(answerOf('问', 'strong', [passage]), words), canvas);

  it('names who speaks before the quotation, and says where it stands after it', () => {
    const speaker = screen.findIndex((line) => line.includes('新华社 · 通讯社报道'));
    const quotation = screen.findIndex((line) => line.includes('┃'));
    const cited = screen.findIndex((line) => line.startsWith('    《很长的标题'));
    expect([speaker, quotation, cited]).toEqual([speaker, quotation, cited].toSorted((a, b) => a - b));
    expect(speaker).toBeGreaterThan(0);
  });

  it('names speaker, title and headings of a near-identical passage of another place', () => {
    const lines = screen.slice(screen.findIndex((line) => line.startsWith('    - ')));
    const text = lines.map((line) => line.trim()).join('');
    expect(text).toContain('- 新华社 · 通讯社报道 · ');
    expect(text).toContain(`《${title}》 · 一、概述 › （一）背景`);
  });

  it('fits into 80 columns', () => {
    expect(screen.filter((line) => textWidth(line) > 80)).toEqual([]);
    expect(screen.some((line) => textWidth(line) > 70)).toBe(true);
  });

  it('never breaks an address', () => {
    const url = `https://example.org/${'x'.repeat(100)}`;
    const linked = { ...passage, citation: { ...citation, url } };
    expect(renderAnswer(viewAnswer(answerOf('问', 'strong', [linked]), words), canvas)).toContain(`    ${url}`);
  });

  it('lets no escape sequence of a document through', () => {
    const hostile = { ...passage, text: '\u001B]0;owned\u0007甲', highlight: null };
    const lines = renderAnswer(viewAnswer(answerOf('问', 'strong', [hostile]), words), {
      words,
      style: plain,
      columns: 80,
    });
    expect(lines.join('\n')).not.toMatch(/[\u001B\u0007]/);
  });
});

describe('renderVerification', () => {
  it('marks each difference by signs, with or without colours', () => {
    const nearest = {
      passage: 'p',
      text: '没有就没有',
      within: '没有就没有',
      citation: citationOf('001'),
      spans: [],
      leavesOutNegation: false,
    };
    const differences = [
      { kind: 'same', text: '没有就' },
      { kind: 'missing', text: '没' },
      { kind: 'same', text: '有' },
      { kind: 'added', text: '了' },
    ] as const;
    const view = viewVerification({ verdict: 'different', nearest, differences, changesMeaning: true }, words);
    const lines = renderVerification(view, { words, style: plain, columns: 80 });
    expect(lines).toContain('  ┃ 没有就[-没-]有{+了+}');
    expect(lines[1]).toBe(words.verification.changesMeaning);
  });
});
