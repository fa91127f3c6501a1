import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AutoTokenizer } from '@xenova/transformers';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { loadDocuments } from '../../../src/documents/load-documents.js';
import { toSimplified } from '../../../src/shared/simplified.js';
import { parseUnigramTokenizer, UnigramTokenizer, type Piece } from '../../../src/embedding/unigram-tokenizer.js';
import { MODELS_FOLDER } from '../../support/built-in-encoder.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const FOLDER = join(MODELS_FOLDER, 'zh-en');

describe('UnigramTokenizer', () => {
  const pieces: readonly Piece[] = [
    ['[CLS]', 0],
    ['网', -5],
    ['络', -5],
    ['安', -5],
    ['全', -5],
    ['网络', -6],
    ['安全', -6],
    ['络安', -3],
    ['a', -4],
    ['b', -4],
    ['ab', -8],
  ];
  const tokenizer = new UnigramTokenizer(pieces);
  const cut = (text: string): readonly string[] => tokenizer.idsOf(text).map((id) => pieces[id]?.[0] ?? '');

  it('takes the way whose scores add up to most', () => {
    // 网络 + 安全: -12. 网 + 络安 + 全: -13. One by one: -20.
    expect(cut('网络安全')).toEqual(['网络', '安全']);
    // 络安 + 全: -8, where 络 + 安全 would have -11.
    expect(cut('络安全')).toEqual(['络安', '全']);
  });

  it('takes the longer piece of two ways that are equal', () => {
    expect(cut('ab')).toEqual(['ab']);
  });

  it('leaves out what it does not know, and joins nothing over it', () => {
    expect(cut('网，络!')).toEqual(['网', '络']);
    expect(cut('𠮷安\ud842全')).toEqual(['安', '全']);
    expect(cut('，。')).toEqual([]);
    expect(cut('')).toEqual([]);
  });

  it('reads full width and capitals as plain letters', () => {
    expect(cut('ＡB')).toEqual(['ab']);
  });

  it('knows a mark by its name, and finds none in a text', () => {
    expect(tokenizer.mark('[CLS]')).toBe(0);
    expect(tokenizer.mark('[SEP]')).toBeNull();
    expect(cut('[CLS]')).toEqual([]);
  });

  it('gives each piece of a text once, in its order', () => {
    const texts = fc.string({ unit: fc.constantFrom('网', '络', '安', '全', 'a', 'b', '，'), maxLength: 40 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(cut(text).join('')).toBe(text.replaceAll('，', ''));
      }),
    );
  });

  it('cuts a text of 400,000 characters', () => {
    expect(tokenizer.idsOf('网络安全'.repeat(100_000))).toHaveLength(200_000);
  });
});

describe('the tokenizer of the built-in encoder', () => {
  const tokenizer = parseUnigramTokenizer(readFileSync(join(FOLDER, 'tokenizer.json')));
  let byLibrary: (text: string) => readonly number[];
  beforeAll(async () => {
    const library = await AutoTokenizer.from_pretrained(FOLDER, { local_files_only: true });
    byLibrary = (text) => library.encode(text, { add_special_tokens: false });
  });

  it('cuts every sentence of the documents as transformers.js cuts it', async () => {
    const { documents } = await loadDocuments(nodeFileSystem, [join(ROOT, 'data', 'documents')]);
    const sentences = documents.flatMap(({ source }) => source.split(/(?<=。)/u));
    expect(sentences.length).toBeGreaterThan(300);
    for (const sentence of sentences) expect(tokenizer.idsOf(sentence)).toEqual(byLibrary(sentence));
  });

  it('cuts every fifth question as transformers.js cuts it', () => {
    const lines = readFileSync(join(ROOT, 'data', 'questions.jsonl'), 'utf8')
      .trim()
      .split('\n');
    for (const line of lines.filter((_, at) => at % 5 === 0)) {
      const { question } = JSON.parse(line) as { readonly question: string };
      const simplified = toSimplified(question);
      expect(tokenizer.idsOf(simplified)).toEqual(byLibrary(simplified));
    }
  });

  it('cuts whatever comes as transformers.js cuts it', () => {
    const words = fc.constantFrom(
      '网络安全',
      '关键',
      '信息',
      'cyber',
      'security',
      'Ａ１',
      'ﬁ',
      '㈱',
      'İ',
      '½',
      '\ufe0f',
      '𠮷',
      'é',
      'ß',
    );
    const texts = fc.array(fc.oneof(words, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        fc.pre(!/\[(?:PAD|UNK|CLS)\]/.test(text));
        expect(tokenizer.idsOf(text)).toEqual(byLibrary(text));
      }),
    );
  });
});

describe('parseUnigramTokenizer', () => {
  it.each(['', '{', '[]', '{"model":{"type":"BPE","vocab":{}}}', '{"model":{"type":"Unigram","vocab":[["a"]]}}'])(
    'refuses what is no Unigram model: %s',
    (json) => {
      expect(() => parseUnigramTokenizer(Buffer.from(json))).toThrow('its tokenizer is no Unigram model');
    },
  );
});
