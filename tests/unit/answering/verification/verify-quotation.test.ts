import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  MAXIMUM_VERIFIED_LENGTH,
  QuotationTooLongError,
} from '../../../../src/answering/verification/quotation-too-long-error.js';
import type { Verification } from '../../../../src/answering/verification/verification.js';
import { joinSlices } from '../../../../src/documents/span.js';
import { openRealEngine, type RealEngine } from '../../../support/real-engine.js';

let real: RealEngine;
beforeAll(async () => {
  real = await openRealEngine();
});
afterAll(async () => {
  await real.engine.close();
});

const verify = (text: string): Promise<Verification> => real.engine.verify(text, ['global']);

function occurrences(result: Verification) {
  if (result.verdict === 'absent') return [];
  return result.verdict === 'different' ? [result.nearest] : result.occurrences;
}

/** Documents and verdict of a verification. */
async function found(text: string) {
  const result = await verify(text);
  return [result.verdict, ...new Set(occurrences(result).map(({ citation }) => citation.document))];
}

async function different(text: string) {
  const result = await verify(text);
  if (result.verdict !== 'different') throw new Error(`${text} is ${result.verdict}`);
  return result;
}

function sourceOf(document: string): string {
  return real.documents.find(({ metadata }) => metadata.id === document)?.source ?? '';
}

describe('a text that stands in the documents', () => {
  it.each([
    ['in one passage', '200余所高校设立网络安全本科专业', ['001-1', '003-2']],
    ['as a whole sentence', '网络空间不是法外之地，坚持全面依法治国，迫切要求依法加强网络空间治理', ['002']],
    ['over two passages of one section', '有力震慑违法犯罪行为。针对非法利用摄像头偷窥个人隐私画面', ['001-1']],
    ['over a page break inside a title', '出台《数据出境安全评估办法》，提升国家数据出境安全管理水平', ['001-1']],
    ['over a page break inside a word', '以重大工程、重点任务为平台', ['002']],
    ['with the misprint that it bears', '推动加快网络安全学科建设 and 人才培养进程', ['001-1']],
    ['with its quotation marks', '“四梁八柱”', ['001-1', '003-2', '004']],
    ['with its title marks', '《网络产品和服务安全审查办法（试行）》', ['004']],
    ['with white space around it', '  200余所高校设立网络安全本科专业\n', ['001-1', '003-2']],
  ])('%s is found word for word', async (_, text, documents) => {
    const [verdict, ...places] = await found(text);
    expect(verdict).toBe('verbatim');
    expect([...places].sort()).toEqual(documents);
  });

  it('is shown as its source has it: the slices that its spans name', async () => {
    for (const text of [
      '以重大工程、重点任务为平台',
      '出台《数据出境安全评估办法》',
      '四梁八柱',
      '網絡空間',
      '网络安全靠群众',
    ]) {
      const places = occurrences(await verify(text));
      expect(places.length).toBeGreaterThan(0);
      for (const { text: quoted, spans, citation, within } of places) {
        const source = sourceOf(citation.document);
        expect(joinSlices(source, spans)).toBe(quoted);
        expect(citation.spans).toEqual(spans);
        expect(within).toContain(quoted);
      }
    }
  });

  it('has the joined word in two slices where a page break lies between them', async () => {
    const [place] = occurrences(await verify('数据出境安全评估办法》，提升'));
    expect(place?.spans).toEqual([
      // The nine characters before the break at 705, and five after the empty lines.
      [696, 705],
      [709, 714],
    ]);
  });

  it('is listed at each of its places, each once', async () => {
    const places = occurrences(await verify('四梁八柱'));
    const starts = places.map(({ citation, spans }) => `${citation.document} ${spans[0]?.[0]}`);
    const expected = real.documents.flatMap(({ metadata, source, blocks }) =>
      [...source.matchAll(/四梁八柱/g)]
        .map(({ index }) => index)
        .filter((index) => blocks.some(({ spans }) => spans.some(([start, end]) => start <= index && index < end)))
        .map((index) => `${metadata.id} ${index}`),
    );
    expect([...starts].sort()).toEqual([...expected].sort());
    expect(starts).toHaveLength(4);
  });
});

describe('a text that is written otherwise', () => {
  it.each([
    ['in traditional script', '網絡空間不是法外之地'],
    ['in full width', '２００余所高校设立网络安全本科专业'],
    ['with other quotation marks', '网络安全「四梁八柱」基本确立'],
    ['without quotation marks', '网络安全四梁八柱基本确立'],
    ['with spaces', '网络空间 不是 法外之地'],
    ['without title marks', '出台数据出境安全评估办法，提升国家'],
  ])('%s is equivalent', async (_, text) => {
    expect((await verify(text)).verdict).toBe('equivalent');
  });
});

describe('a text that is changed', () => {
  it('by a 不 that is left out is different, and may mean the opposite', async () => {
    const { differences, changesMeaning, nearest } = await different('网络空间是法外之地，坚持全面依法治国');
    expect(differences.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'missing', text: '不' }]);
    expect(changesMeaning).toBe(true);
    expect(nearest.text).toBe('网络空间不是法外之地，坚持全面依法治国');
  });

  it('by a 不得 that is put in is different, and may mean the opposite', async () => {
    const { differences, changesMeaning } = await different('200余所高校不得设立网络安全本科专业');
    expect(differences.filter(({ kind }) => kind !== 'same')).toEqual([{ kind: 'added', text: '不得' }]);
    expect(changesMeaning).toBe(true);
  });

  it('by a number is different, and may mean something else', async () => {
    const { differences, changesMeaning } = await different('300余所高校设立网络安全本科专业');
    expect(differences.map(({ kind, text }) => [kind, text])).toContainEqual(['added', '3']);
    expect(differences.map(({ kind, text }) => [kind, text])).toContainEqual(['missing', '2']);
    expect(changesMeaning).toBe(true);
  });

  it('by its end is different, and a 不 right before the nearest wording is not overlooked', async () => {
    const { nearest, changesMeaning } = await different('是法外之地，坚持全面从严治党');
    expect(nearest.text).toMatch(/^是法外之地/);
    expect(nearest.leavesOutNegation).toBe(true);
    expect(changesMeaning).toBe(true);
  });

  it('by another word is different, and the differences spell out both texts', async () => {
    const text = '200余所大学设立网络安全本科专业';
    const { differences, changesMeaning, nearest } = await different(text);
    const without = (kind: string) =>
      differences
        .filter((one) => one.kind !== kind)
        .map((one) => one.text)
        .join('');
    expect(without('added')).toBe(nearest.text);
    expect(without('missing')).toBe(text);
    expect(changesMeaning).toBe(false);
  });

  it('by what stands between is not found over a gap of the source', async () => {
    // 003-2 breaks off after 新格局 and goes on, pages later, with 贫和数字乡村.
    expect((await verify('网上美好精神家园的新格局贫和数字乡村建设')).verdict).not.toMatch(/verbatim|equivalent/);
  });

  it('by the heading that it leaves out is not found word for word', async () => {
    expect(
      (await verify('能力显著提高，广大人民群众在网络空间的获得感、幸福感、安全感不断提升。2023年6月1日')).verdict,
    ).toBe('different');
  });
});

describe('a text that is not there', () => {
  it.each([
    '天气预报说明天有雨，气温下降',
    'The quick brown fox jumps over the lazy dog',
    '',
    '   ',
    '。，！',
    '“”',
    '《》',
  ])('%j is absent', async (text) => {
    expect(await verify(text)).toEqual({ verdict: 'absent' });
  });

  it('of more than a page is refused, of a page is not', async () => {
    await expect(verify('网'.repeat(MAXIMUM_VERIFIED_LENGTH + 1))).rejects.toThrow(QuotationTooLongError);
    await expect(verify('网'.repeat(MAXIMUM_VERIFIED_LENGTH + 1))).rejects.toMatchObject({
      code: 'quotation-too-long',
      length: 2001,
      maximum: 2000,
    });
    expect(await verify(`${'z'.repeat(MAXIMUM_VERIFIED_LENGTH)}  `)).toEqual({ verdict: 'absent' });
  });

  it('is absent for those who may not see where it stands', async () => {
    expect(await real.engine.verify('四梁八柱', ['server:1'])).toEqual({ verdict: 'absent' });
    expect(await real.engine.verify('四梁八柱', [])).toEqual({ verdict: 'absent' });
  });
});

describe('leavesOutNegation', () => {
  it.each([
    ['是法外之地', true],
    ['不是法外之地', false],
    ['四梁八柱', false],
    ['网络安全工作体制机制', false],
  ])('of %s is %s', async (text, leavesOut) => {
    const result = await verify(text);
    expect(result.verdict).toBe('verbatim');
    expect(occurrences(result).map((one) => one.leavesOutNegation)).toContain(leavesOut);
    expect(new Set(occurrences(result).map((one) => one.leavesOutNegation)).size).toBe(1);
  });
});
