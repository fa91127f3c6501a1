import { describe, expect, it, onTestFinished } from 'vitest';
import type { Encoder } from '../../src/embedding/encoder.js';

const TEXTS = [
  '任何个人和组织有权对危害网络安全的行为向网信、电信、公安等部门举报。',
  'How many universities offer an undergraduate major in cybersecurity?',
  '网络安全',
  '网络空间是亿万网民共同的精神家园。网络空间天朗气清、生态良好，符合人民利益。'.repeat(8),
  'a',
  '2023年国家网络安全宣传周的主题是什么？',
];

const length = (vector: Float32Array): number => Math.hypot(...vector);
const farthest = (one: readonly Float32Array[], other: readonly Float32Array[]): number =>
  Math.max(
    ...one.flatMap((vector, row) => Array.from(vector, (value, at) => Math.abs(value - (other[row]?.[at] ?? 9)))),
  );

/** Encodes in batches as large as the encoder takes. */
async function encodeAll(encoder: Encoder, texts: readonly string[], purpose: 'query' | 'passage') {
  const vectors: Float32Array[] = [];
  for (let start = 0; start < texts.length; start += encoder.batchSize)
    vectors.push(...(await encoder.encode(texts.slice(start, start + encoder.batchSize), purpose)));
  return vectors;
}

/** What every encoder promises, whatever is behind it. */
export function describeEncoder(name: string, load: () => Promise<Encoder>): void {
  const open = async (): Promise<Encoder> => {
    const encoder = await load();
    onTestFinished(() => encoder.close());
    return encoder;
  };

  describe(`the encoder port, kept by ${name}`, () => {
    it('gives one vector a text, of its dimension and of length 1', async () => {
      const encoder = await open();
      for (const purpose of ['query', 'passage'] as const) {
        const vectors = await encodeAll(encoder, TEXTS, purpose);
        expect(vectors.map((vector) => vector.length)).toEqual(TEXTS.map(() => encoder.identity.dimension));
        for (const vector of vectors) expect(length(vector)).toBeCloseTo(1, 5);
      }
    });

    it('gives the same vectors for a batch, for one text at a time, and in another order', async () => {
      const encoder = await open();
      const batch = await encodeAll(encoder, TEXTS, 'passage');
      const single = [];
      for (const text of TEXTS) single.push(...(await encoder.encode([text], 'passage')));
      const backwards = await encodeAll(encoder, TEXTS.toReversed(), 'passage');
      expect(farthest(batch, single)).toBeLessThan(1e-5);
      expect(farthest(batch, backwards.toReversed())).toBeLessThan(1e-5);
      expect(farthest(batch.slice(0, 1), batch.slice(1, 2))).toBeGreaterThan(0.01);
    });

    it('gives the same vectors when it is loaded again, and says that it is the same encoder', async () => {
      const [one, other] = [await open(), await open()];
      expect(other.identity).toEqual(one.identity);
      expect(farthest(await encodeAll(one, TEXTS, 'query'), await encodeAll(other, TEXTS, 'query'))).toBe(0);
    });

    it('names files by their SHA-256', async () => {
      const { identity } = await open();
      for (const hash of Object.values(identity.files)) expect(hash).toMatch(/^[0-9a-f]{64}$/);
    });

    it('takes no text, and as many as it says', async () => {
      const encoder = await open();
      expect(await encoder.encode([], 'query')).toEqual([]);
      const full = new Array<string>(encoder.batchSize).fill('网络');
      expect(await encoder.encode(full, 'passage')).toHaveLength(encoder.batchSize);
    });

    it('refuses more than it takes at once', async () => {
      const encoder = await open();
      const tooMany = new Array<string>(encoder.batchSize + 1).fill('网络');
      await expect(encoder.encode(tooMany, 'passage')).rejects.toThrow(RangeError);
    });

    it.each([
      ['no character', ''],
      ['white space', '   '],
      ['control characters', '\u0000\u0007'],
      ['a lone high surrogate', '\ud800'],
      ['a lone low surrogate inside', 'a\udc00b'],
      ['a zero-width space', '\u200b'],
      ['a Hangul filler', '\u3164'],
      ['an emoji', '😀'],
      ['10,000 characters', '安'.repeat(10_000)],
    ])('gives a vector of length 1 for %s, alone and beside another text', async (_, text) => {
      const encoder = await open();
      const alone = await encoder.encode([text], 'query');
      const beside = await encoder.encode(['网络安全', text], 'query');
      for (const vector of alone) expect(length(vector)).toBeCloseTo(1, 5);
      expect(farthest(beside.slice(1), alone)).toBeLessThan(1e-5);
    });

    it('rejects with the reason of a signal that is aborted', async () => {
      const encoder = await open();
      const reason = new Error('the asker has gone');
      await expect(encoder.encode(['网络'], 'query', AbortSignal.abort(reason))).rejects.toBe(reason);
    });
  });
}
