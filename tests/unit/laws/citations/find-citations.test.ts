import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations } from '../../../../src/laws/citations/find-citations.js';
import { StepCounter } from '../../../../src/laws/step-counter.js';
import { HOSTILE_PIECES, hostileText } from '../../../support/hostile-citations.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const TODAY = '2026-11-21';
const cite = (text: string): readonly string[] =>
  findCitations(text, catalogue, TODAY).map(({ law, name, provisions }) => {
    const places = provisions.map(({ article, paragraph, item }) =>
      [article, paragraph, item].map((level) => level ?? '-').join('/'),
    );
    return `${law ?? name ?? '?'} ${places.join(' ')}`.trimEnd();
  });

describe('findCitations', () => {
  it('gives the shape that yinju cite prints, with offsets in UTF-16 units', () => {
    expect(findCitations('𠮷：刑法第二百八十六条之一第一款第（三）项。', catalogue, TODAY)).toEqual([
      {
        text: '刑法第二百八十六条之一第一款第（三）项',
        start: 3,
        end: 22,
        law: null,
        name: '刑法',
        provisions: [{ article: '286-1', paragraph: 1, item: 3, subitem: null }],
        ranges: [],
        verdict: 'unidentified',
      },
    ]);
  });

  it('says superseded of a rule from the day that it was replaced', () => {
    const verdictOn = (day: string): unknown =>
      findCitations('《网络产品和服务安全审查办法（试行）》第三条', catalogue, day)[0]?.verdict;
    expect(verdictOn('2020-05-31')).toBe('unchecked');
    expect(verdictOn('2020-06-01')).toBe('superseded');
  });

  it('expands a range of 500 articles, and keeps a longer one as its two ends', () => {
    expect(findCitations('《民法典》第一条至第五百条', catalogue, TODAY)[0]?.provisions).toHaveLength(500);
    expect(cite('《民法典》第一条至第五百零一条')).toEqual(['民法典 1/-/- 501/-/-']);
    expect(cite('《民法典》第1-501条')).toEqual(['民法典 1/-/- 501/-/-']);
  });

  it('reads numbers in brackets that share one 项', () => {
    expect(cite('《网络安全法》第二十一条第（一）（三）项')).toEqual(['cybersecurity-law 21/-/1 21/-/3']);
  });

  it('reads English articles that each have their own word, and paragraphs in words', () => {
    expect(cite('Article 21 and Article 25 of the Cybersecurity Law')).toEqual(['cybersecurity-law 21/-/- 25/-/-']);
    expect(cite('Article 21, paragraph 1 of the Cybersecurity Law')).toEqual(['cybersecurity-law 21/1/-']);
    expect(cite('PIPL’s Article 13')).toEqual(['personal-information-protection-law 13/-/-']);
    expect(cite('Article 5 of the agreement')).toEqual([]);
  });

  it('keeps a title inside a title together, as judicial interpretations write them', () => {
    expect(cite('《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第九十条、第九十一条')).toEqual([
      '最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释 90/-/- 91/-/-',
    ]);
  });

  it('takes 具有本解释第二条 for a pointer without an antecedent, not for a title', () => {
    expect(cite('生产、销售劣药，具有本解释第二条规定情形之一的')).toEqual([]);
  });

  it('never takes another noun for a reference back', () => {
    expect(cite('《数据安全法》第三条。合同法第五条')).toEqual(['data-security-law 3/-/-', '合同法 5/-/-']);
    expect(cite('《数据安全法》第三条。合同第五条')).toEqual(['data-security-law 3/-/-']);
    expect(cite('《数据安全法》第三条，香港基本法第五条')).toEqual(['data-security-law 3/-/-', '香港基本法 5/-/-']);
    expect(cite('《数据安全法》第三条，《购房合同》约定：第五条')).toEqual(['data-security-law 3/-/-']);
  });

  it('refers back by type: 该办法 passes over a law named in between', () => {
    expect(cite('《数据出境安全评估办法》落实《数据安全法》，该办法第四条')).toEqual([
      'data-export-security-assessment-measures',
      'data-security-law',
      'data-export-security-assessment-measures 4/-/-',
    ]);
  });

  it('refers back over 300 characters, not further', () => {
    expect(cite(`《数据安全法》${'啊'.repeat(290)}，该法第三条`)).toHaveLength(2);
    expect(cite(`《数据安全法》${'啊'.repeat(300)}，该法第三条`)).toHaveLength(1);
  });

  it('says nothing of 前款 where no paragraph was named', () => {
    expect(cite('《数据安全法》第三条，前款')).toEqual(['data-security-law 3/-/-']);
  });

  it('takes an article that heads its own text for no citation', () => {
    expect(cite('网络安全法\n第二十一条 国家实行等级保护。\n第二十二条　产品应当合格。')).toEqual([
      'cybersecurity-law',
    ]);
  });

  it('keeps the first meaning of a short name that is defined twice', () => {
    const text = '《数据安全法》（以下简称《安法》）和《密码法》（以下简称《安法》）。《安法》第三条';
    expect(cite(text).at(-1)).toBe('data-security-law 3/-/-');
  });

  it('never throws, and gives spans in order, apart and equal to their text', () => {
    const pieces =
      '《 》 网络安全法 刑法 第 一 二十 条 款 项 之一 、 至 （ ） 以下简称 本法 前款 article 21 of the PIPL \n\n , ( ) 1 \ud800 。'.split(
        ' ',
      );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, text: cited } of findCitations(text, catalogue, TODAY)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(cited);
          last = end;
        }
      }),
    );
  });
});

describe('the steps of the scanner', () => {
  it.each(HOSTILE_PIECES)('stay below 50 a character on %j without end', (piece) => {
    for (const length of [1000, 30_000]) {
      const counter = new StepCounter();
      findCitations(hostileText(piece, length), catalogue, TODAY, counter);
      expect(counter.steps).toBeGreaterThanOrEqual(length / 20);
      expect(counter.steps).toBeLessThanOrEqual(50 * length);
    }
  });
});
