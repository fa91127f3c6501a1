import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../../src/documents/document.js';
import { joinSlices } from '../../../../src/documents/span.js';
import { splitDocument } from '../../../../src/laws/texts/split-articles.js';
import { readLaw } from '../../../support/law-texts.js';

const BOOK = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'lawrefbook');
const EVERY = 9;
const ARTICLE = /^第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)*[ 　]/u;

/** What may lie between two slices of one passage: white space, bold marks, comments, lines of invisible characters. */
const BETWEEN = /^(?:\s|\*\*|\u200b|<!--[^<>]*-->)*$/u;

function sampleOfBook(): readonly (readonly [file: string, source: string])[] {
  const files = readdirSync(BOOK, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.endsWith('_index.md'))
    .sort();
  return files
    .filter((_, index) => index % EVERY === 0)
    .map((file) => [file, readFileSync(join(BOOK, file), 'utf8')] as const);
}

/** Every rule of passages that can be seen from the characters alone, broken by this document. */
function brokenRules(document: SourceDocument): readonly string[] {
  const { source, blocks } = document;
  const passages = splitDocument(document);
  const uses = new Uint8Array(source.length);
  const named = blocks.filter(({ kind }) => ['heading', 'credit', 'label', 'dropped'].includes(kind));
  for (const [start, end] of [...passages, ...named].flatMap(({ spans }) => spans))
    for (let at = start; at < end; at += 1) uses[at] = (uses[at] ?? 0) + 1;
  const unused = Array.from(source, (_, at) => (uses[at] === 0 ? source.charAt(at) : ' ')).join('');
  const broken: string[] = [];
  if (uses.some((count) => count > 1)) broken.push('a character is used twice');
  if (/[^\s#*]/u.test(unused)) broken.push(`used nowhere: ${unused.replace(/\s+/g, ' ').trim().slice(0, 60)}`);
  for (const { text, spans, position } of passages) {
    const at = `passage ${position}: ${text.slice(0, 20)}`;
    if (joinSlices(source, spans) !== text) broken.push(`${at} is not its slices`);
    if (text.length > 400 || text.trim() !== text || text === '') broken.push(`${at} has a wrong length`);
    if (spans.some(([start], index) => index > 0 && !BETWEEN.test(source.slice(spans[index - 1]?.[1], start))))
      broken.push(`${at} has other text between its slices`);
  }
  if (new Set(passages.map(({ id }) => id)).size !== passages.length) broken.push('two passages have one id');
  return broken;
}

describe.skipIf(!existsSync(BOOK))('a sample of the law book', () => {
  const sample = existsSync(BOOK) ? sampleOfBook() : [];

  it('is read whole, each file as the text of a law or a decision', () => {
    expect(sample.filter(([file, source]) => readLaw(source, file) === null).map(([file]) => file)).toEqual([]);
  });

  it('keeps every rule of passages', () => {
    const broken = sample.flatMap(([file, source]) => {
      const document = readLaw(source, file);
      return document === null ? [] : brokenRules(document).map((rule) => `${file}: ${rule}`);
    });
    expect(broken).toEqual([]);
  });

  it('gives an article for every line that begins with one', () => {
    const lost = sample.flatMap(([file, source]) => {
      const document = readLaw(source, file);
      const articles = new Set(document === null ? [] : splitDocument(document).map((one) => one.provision?.article));
      articles.delete(undefined);
      const lines = source.split('\n').filter((line) => ARTICLE.test(line)).length;
      return articles.size === lines ? [] : [`${file}: ${articles.size} of ${lines}`];
    });
    expect(lost).toEqual([]);
  });
});
