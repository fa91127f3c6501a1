import { describe, expect, it } from 'vitest';
import { StudiedPassages } from '../../../../src/answering/evidence/studied-passages.js';
import { loadBuiltInEncoder } from '../../../support/built-in-encoder.js';
import { HashingEncoder } from '../../../support/hashing-encoder.js';
import { passageOf } from '../../../support/passage-fixture.js';

const article = { law: 'own-law', version: null, article: '1', paragraph: null, item: null };
const first = passageOf('一句网络。二句安全。', { id: 'first' });
const second = passageOf('三句。四句。五句。', { id: 'second', provision: article });

/** A law that is named at [start, end). */
const mention = (law: string, start: number, end: number, by: 'name' | 'subject' = 'name') => ({ law, by, start, end });

describe('StudiedPassages', () => {
  it('gives each stretch of each passage its span, its folded text, its terms and its own vector, in order', async () => {
    const encoder = new HashingEncoder();
    const studies = await new StudiedPassages(encoder, () => []).of([second, first]);
    expect(studies.map(({ passage }) => passage.id)).toEqual(['second', 'first']);
    const [, { stretches } = { stretches: [] }] = studies;
    expect(stretches.map(({ span, folded }) => [span, folded])).toEqual([
      [[0, 5], '一句网络。'],
      [[5, 10], '二句安全。'],
    ]);
    expect(stretches[0]?.terms.has('网络')).toBe(true);
    expect([stretches[1]?.vector]).toEqual(await encoder.encode(['二句安全。'], 'passage'));
  });

  it('encodes a passage once, however often it is found', async () => {
    const encoder = new HashingEncoder({ batchSize: 2 });
    const studied = new StudiedPassages(encoder, () => []);
    await studied.of([first]);
    await studied.of([first, second]);
    const again = await studied.of([second, first]);
    expect(encoder.encoded).toEqual(['一句网络。', '二句安全。', '三句。', '四句。', '五句。']);
    expect(again.map(({ stretches }) => stretches.length)).toEqual([3, 2]);
  });

  it('knows the laws that a passage names and the one that it is part of', async () => {
    const studied = new StudiedPassages(new HashingEncoder(), (text) =>
      text.includes('网络') ? [mention('named-law', 2, 4)] : [],
    );
    const laws = (await studied.of([first, second])).map((one) => [...one.laws]);
    expect(laws).toEqual([['named-law'], ['own-law']]);
  });

  it('knows the words of a stretch beside titles and names of laws, but for what a law is only about', async () => {
    const text = '颁布安全法和《数据办法》管数据。十九大提出管网络。';
    const passage = passageOf(text, { id: 'third' });
    const laws = [mention('安全法', 2, 5), mention('数据办法', 7, 11), mention('十九大', 16, 19, 'subject')];
    const [study] = await new StudiedPassages(new HashingEncoder(), () => laws).of([passage]);
    const beside = study?.stretches.map(({ besideTitles }) => besideTitles.folded);
    expect(beside).toEqual(['颁布和管数据。', '十九大提出管网络。']);
    const [first] = study?.stretches ?? [];
    expect([first?.terms.has('办法'), first?.besideTitles.terms.has('办法')]).toEqual([true, false]);
    expect(first?.besideTitles.terms.has('数据')).toBe(true);
  });

  it('has the tokens of passages where the encoder tells them', async () => {
    const encoder = await loadBuiltInEncoder();
    const studied = new StudiedPassages(encoder, () => []);
    const [study] = await studied.of([first]);
    const [tokens] = (await encoder.tokens?.encode([first.text], 'passage')) ?? [];
    expect(study?.tokens).toEqual(tokens?.ids);
    expect(study?.tokens.length).toBeGreaterThan(0);
    const [other] = await new StudiedPassages(new HashingEncoder(), () => []).of([first]);
    expect(other?.tokens).toHaveLength(0);
  });

  it('keeps nothing of a question that is given up, and answers the next', async () => {
    const studied = new StudiedPassages(new HashingEncoder(), () => []);
    await expect(studied.of([first], AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up');
    expect((await studied.of([first]))[0]?.stretches).toHaveLength(2);
    expect(await studied.of([])).toEqual([]);
  });
});
