import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesMeaning,
  nearestStretch,
  withWholeNumbers,
} from '../../../../src/answering/verification/text-difference.js';
import type { Difference } from '../../../../src/answering/verification/verification.js';

/** Insertions and deletions between two whole texts, by the recurrence of the longest common subsequence. */
function distanceBetween(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  if (one.startsWith(other.charAt(0))) return distanceBetween(one.slice(1), other.slice(1));
  return 1 + Math.min(distanceBetween(one.slice(1), other), distanceBetween(one, other.slice(1)));
}

function substringsOf(text: string): readonly string[] {
  const found = [''];
  for (let from = 0; from < text.length; from += 1)
    for (let to = from + 1; to <= text.length; to += 1) found.push(text.slice(from, to));
  return found;
}

const short = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 6 });

describe('nearestStretch', () => {
  it('finds what stands in the text as it is', () => {
    const { start, end, distance, steps } = nearestStretch('乙丙', '甲乙丙丁');
    expect([start, end, distance]).toEqual([1, 3, 0]);
    expect(steps).toEqual([
      { kind: 'same', text: 1, quotation: 0 },
      { kind: 'same', text: 2, quotation: 1 },
    ]);
  });

  it('tells what is missing from the quotation and what is added', () => {
    expect(nearestStretch('网络是法外之地', '网络不是法外之地').steps.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'missing', text: 2, quotation: 2 },
    ]);
    expect(nearestStretch('网络不是法', '网络是法').steps.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'added', text: 2, quotation: 2 },
    ]);
  });

  it('takes the first of equally near stretches', () => {
    expect(nearestStretch('甲', '乙甲甲')).toMatchObject({ start: 1, end: 2 });
  });

  it('finds an empty stretch for an empty quotation and in an empty text', () => {
    expect(nearestStretch('', '甲乙')).toMatchObject({ start: 0, end: 0, distance: 0, steps: [] });
    expect(nearestStretch('甲', '')).toMatchObject({ distance: 1, steps: [{ kind: 'added', text: 0, quotation: 0 }] });
  });

  it('is as near as the nearest of all stretches', () => {
    fc.assert(
      fc.property(short, short, (quotation, text) => {
        const least = Math.min(...substringsOf(text).map((stretch) => distanceBetween(quotation, stretch)));
        const { start, end, distance } = nearestStretch(quotation, text);
        expect(distance).toBe(least);
        expect(distanceBetween(quotation, text.slice(start, end))).toBe(least);
      }),
    );
  });

  it('has steps that spell out both texts in order', () => {
    fc.assert(
      fc.property(short, short, (quotation, text) => {
        const { start, end, distance, steps } = nearestStretch(quotation, text);
        const ofText = steps.filter(({ kind }) => kind !== 'added').map((step) => text.charAt(step.text));
        const ofQuotation = steps
          .filter(({ kind }) => kind !== 'missing')
          .map((step) => quotation.charAt(step.quotation));
        expect(ofText.join('')).toBe(text.slice(start, end));
        expect(ofQuotation.join('')).toBe(quotation);
        expect(steps.filter(({ kind }) => kind !== 'same')).toHaveLength(distance);
      }),
    );
  });
});

describe('withWholeNumbers', () => {
  const whole = (quotation: string, text: string) => {
    const { start, end, distance, steps } = withWholeNumbers(nearestStretch(quotation, text), text, quotation.length);
    const ofText = steps.filter(({ kind }) => kind !== 'added').map((step) => text.charAt(step.text));
    expect(ofText.join('')).toBe(text.slice(start, end));
    expect(steps.filter(({ kind }) => kind !== 'same')).toHaveLength(distance);
    return text.slice(start, end);
  };

  it.each([
    ['300余所高校', '有200余所高校设立', '200余所高校'],
    ['侦办2021', '共侦办2020起', '侦办2020'],
    ['00', '共2000起', '2000'],
    ['高校设立', '有200余所高校设立', '高校设立'],
    ['2000起', '共2000起', '2000起'],
  ])('gives for %s in %s the stretch %s', (quotation, text, stretch) => {
    expect(whole(quotation, text)).toBe(stretch);
  });

  it('leaves an empty stretch empty', () => {
    expect(whole('甲', '2000')).toBe('');
  });
});

describe('changesMeaning', () => {
  const missing = (text: string): readonly Difference[] => [
    { kind: 'same', text: '任何人' },
    { kind: 'missing', text },
  ];

  it.each([
    '不',
    '不得',
    '未经',
    '無',
    '没有',
    '沒',
    '非法',
    '除外',
    '否',
    '勿',
    '3',
    '３',
    '三',
    '百',
    '兩',
    'not',
    "n't",
    'No',
    'except',
  ])('is what %j may do, missing or added', (text) => {
    expect(changesMeaning(missing(text))).toBe(true);
    expect(changesMeaning([{ kind: 'added', text }])).toBe(true);
  });

  it.each(['的', '应当', '网络', 'note', 'another', '，'])('is not what %j does', (text) => {
    expect(changesMeaning(missing(text))).toBe(false);
  });

  it('does not look at what both have', () => {
    expect(changesMeaning([{ kind: 'same', text: '不得' }])).toBe(false);
    expect(changesMeaning([])).toBe(false);
  });
});
