import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boldMarkdown, escapeMarkdown, quoteMarkdown } from '../../../../src/discord/rendering/escape-markdown.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';

/** Text in which marks are far more frequent than in any real one. */
const markedText = fc
  .array(
    fc.constantFrom(
      ...['*', '**', '_', '__', '~~', '||', '`', '```', '\\', '<', '>', '[', ']', '(', ')', '#', '-', '+', '@', ':'],
      ...[
        '.',
        '1',
        '\n',
        ' ',
        '# ',
        '- ',
        '-# ',
        '> ',
        '1. ',
        '<t:1>',
        '<@1>',
        '<:a:1>',
        ':smile:',
        '@everyone',
        '@here',
      ],
      ...['https://a.b/c_d_', '[x](https://y.z)', 'a', '网', '「', '」', '。', '《', '》', '，', '😀', '\u3000'],
    ),
    { maxLength: 24 },
  )
  .map((pieces) => pieces.join(''));

describe('escapeMarkdown', () => {
  it.each([
    ['bold and italics', '**a** *b* __c__ _d_', '\\*\\*a\\*\\* \\*b\\* \\_\\_c\\_\\_ \\_d\\_'],
    ['spoilers, strikes and code', '||a|| ~~b~~ `c`', '\\|\\|a\\|\\| \\~\\~b\\~\\~ \\`c\\`'],
    ['a masked link', '[a](https://b.c)', '\\[a\\](https\\://b.c)'],
    ['a timestamp', '<t:1700000000:R>', '\\<t\\:1700000000\\:R\\>'],
    ['mentions', '<@1> <@&2> <#3> @everyone', '\\<\\@1\\> \\<\\@&2\\> \\<\\#3\\> \\@everyone'],
    ['custom and named emoji', '<a:b:1> :smile:', '\\<a\\:b\\:1\\> \\:smile\\:'],
    ['headers, lists and quotations', '# a\n- b\n1. c\n> d\n-# e', '\\# a\n\\- b\n1\\. c\n\\> d\n\\-\\# e'],
    ['a backslash', 'a\\*b', 'a\\\\\\*b'],
    ['a hyphen or a number within a line', 'from 2023-09-10 to 1. May', 'from 2023-09-10 to 1. May'],
    [
      'Chinese text',
      '习近平强调：“没有网络安全就没有国家安全”（2014年）。',
      '习近平强调：“没有网络安全就没有国家安全”（2014年）。',
    ],
  ])('escapes %s', (_, text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('shows a reader exactly the characters of any text, and no mark', () => {
    fc.assert(
      fc.property(fc.oneof(markedText, fc.string({ unit: 'grapheme' })), (text) => {
        expect(readMarkdown(escapeMarkdown(text))).toEqual({ text, bold: [], marks: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it('replaces half of a surrogate pair, which no request could carry', () => {
    expect(escapeMarkdown('a\uD83Db\uDE00c😀')).toBe('a\uFFFDb\uFFFDc😀');
  });

  it('at most doubles the length', () => {
    fc.assert(fc.property(markedText, (text) => escapeMarkdown(text).length <= 2 * text.length));
  });
});

describe('boldMarkdown', () => {
  it('holds between Chinese punctuation, and with stars at its ends', () => {
    const shown = readMarkdown(`前文：${boldMarkdown('「*引用*」')}，后文`);
    expect(shown).toEqual({ text: '前文：「*引用*」，后文', bold: ['「*引用*」'], marks: [] });
  });

  it('marks each line by itself, without the white space at its ends', () => {
    expect(boldMarkdown(' a \n\nb')).toBe(' **a** \n\n**b**');
  });

  it('marks nothing where nothing but white space is', () => {
    expect(boldMarkdown(' \n')).toBe(' \n');
  });

  it('marks exactly its own characters in any surroundings', () => {
    const word = markedText.map((text) => text.replace(/\s/g, '')).filter((text) => text !== '');
    fc.assert(
      fc.property(markedText, word, markedText, (before, inner, after) => {
        const shown = readMarkdown(`${escapeMarkdown(before)}${boldMarkdown(inner)}${escapeMarkdown(after)}`);
        expect(shown).toEqual({ text: `${before}${inner}${after}`, bold: [inner], marks: [] });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('quoteMarkdown', () => {
  it('marks every line, empty ones too', () => {
    expect(quoteMarkdown('a\n\nb')).toBe('> a\n> \n> b');
  });

  it('keeps the characters and the bold of what it quotes', () => {
    expect(readMarkdown(quoteMarkdown(`${escapeMarkdown('# a')}\n${boldMarkdown('- b')}`))).toEqual({
      text: '# a\n- b',
      bold: ['- b'],
      marks: ['quote', 'quote'],
    });
  });
});
