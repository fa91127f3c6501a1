import { describe, expect, it } from 'vitest';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { splitPassages } from '../../../src/documents/split-passages.js';
import { checkPassages } from '../../support/check-passages.js';
import { textFolder } from '../../support/text-folder.js';

const MANY = 100_000;

/** Reads a text of one title and this body; an expression that looks back over it again and again would not end in time. */
async function read(body: string) {
  return (await loadDocuments(textFolder({ 'data/a.txt': `题目\n${body}` }), ['data'])).documents;
}

describe('a text made to be slow', () => {
  it.each(
    [
      '“',
      '”',
      '(',
      ')',
      '（',
      '。',
      '！',
      '…',
      '.',
      '#',
      '*',
      '-',
      '—',
      '1',
      ' ',
      '，',
      '；',
      'a',
      '字',
      '\u0001',
    ].flatMap((sign) => [
      [`${MANY} times ${JSON.stringify(sign)}`, sign.repeat(MANY)],
      [`${MANY} times ${JSON.stringify(sign)} before a letter`, `${sign.repeat(MANY)}x\n接着写`],
      [`${MANY} times ${JSON.stringify(sign)} after a stop`, `好。${sign.repeat(MANY)}x`],
    ]),
  )('is read in a moment: %s', async (_, body) => {
    const lengths = (await read(body)).flatMap(splitPassages).map(({ text }) => text.length);
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(400);
  });

  it.each([
    ['**a', '**a'.repeat(MANY / 5)],
    ['*a*', '*a*'.repeat(MANY / 5)],
    ['."', '."'.repeat(MANY / 5)],
    ['. (', '. ('.repeat(MANY / 5)],
    ['…x', '…x'.repeat(MANY / 5)],
    ['。”的', '。”的'.repeat(MANY / 5)],
    ['lines', '- \n'.repeat(MANY / 20)],
    ['short lines that go on', '字\n'.repeat(MANY / 50)],
    ['headings', '# 一\n'.repeat(MANY / 50)],
    ['numbers of lists', '1.'.repeat(MANY / 5)],
  ])('is read in a moment: %s again and again', async (_, body) => {
    const lengths = (await read(body)).flatMap(splitPassages).map(({ text }) => text.length);
    expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(400);
  });

  it('is cut between characters, never within one', async () => {
    const documents = await read('😀'.repeat(1000));
    checkPassages(documents, { markers: [], joins: [] });
    expect(documents.flatMap(splitPassages).map(({ text }) => text.length)).toEqual([400, 400, 400, 400, 400]);
  });

  it('counts the white space between two sentences of one passage as part of its length', async () => {
    // Two sentences of 85 characters: 170 together, were it not for the 300 spaces between them.
    const sentence = `A${'b'.repeat(83)}.`;
    const documents = await read(`${sentence}${' '.repeat(300)}${sentence}`);
    checkPassages(documents, { markers: [], joins: [] });
    expect(documents.flatMap(splitPassages).map(({ text }) => text)).toEqual([sentence, sentence]);
  });

  it('gives no passage of white space where a long gap stands within a sentence', async () => {
    const documents = await read(`${'word '.repeat(10).trim()}${' '.repeat(900)}and the rest of it`);
    checkPassages(documents, { markers: [], joins: [] });
    expect(documents.flatMap(splitPassages).map(({ text }) => text)).toEqual([
      'word word word word word word word word word word',
      'and the rest of it',
    ]);
  });
});
