import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../../src/laws/names/find-mentions.js';
import { StepCounter } from '../../../../src/laws/step-counter.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const { laws, matcher } = shippedCatalogue();
const found = (text: string): readonly string[] =>
  findMentions(text, matcher).map(({ law, wording }) => `${law}: ${wording}`);

describe('findMentions', () => {
  it.each([
    ['《网络安全法》施行', 'cybersecurity-law: 网络安全法'],
    ['网络安全法施行', 'cybersecurity-law: 网络安全法'],
    ['《網絡安全法》', 'cybersecurity-law: 網絡安全法'],
    ['《网络安全法（2016年）》', 'cybersecurity-law: 网络安全法（2016年）'],
    ['《关于修改〈网络安全法〉的决定》', 'cybersecurity-law: 网络安全法'],
    [
      '发起“中非携手构建网络空间命运共同体倡议”等',
      'china-africa-cyberspace-initiative: 中非携手构建网络空间命运共同体倡议',
    ],
    ['《汽车数据安全若干规定(试行)》', 'automotive-data-security-provisions: 汽车数据安全若干规定(试行)'],
    ['《汽車數據安全若干規定》', 'automotive-data-security-provisions: 汽車數據安全若干規定'],
    [
      '《网络产品和服务安全审查办法(试行)》',
      'network-products-services-security-review-measures-trial: 网络产品和服务安全审查办法(试行)',
    ],
    ['《数据出境安全评估办\n法》', 'data-export-security-assessment-measures: 数据出境安全评估办\n法'],
    ['the Data  Security\nLaw applies', 'data-security-law: Data  Security\nLaw'],
    ['《国家安全法》释义', 'national-security-law: 国家安全法'],
    ['网络安全法规定了义务', 'cybersecurity-law: 网络安全法'],
    ['网络安全法制定以来', 'cybersecurity-law: 网络安全法'],
  ])('finds %j', (text, mention) => {
    expect(found(text)).toEqual([mention]);
  });

  it.each([
    '网络安全法律法规',
    '网络安全法规',
    '网络安全法治',
    '网络安全审查制度',
    '数据安全管理制度',
    '个人信息保护',
    '安全法',
    '携手构建网络空间命运共同体',
    '《携手构建网络空间命运共同体》白皮书',
    '《网络安全法实施条例》',
    '网络安全法实施条例',
    '《网络安全审查管理办法》',
    '《安全审查办法》',
    '香港特别行政区维护国家安全法',
    '香港国安法',
    '欧盟《网络安全法》',
    '越南网络安全法',
    '数据安全法（草案）',
    '儿童个人信息保护法',
    '中国互联网络域名管理办法',
    'DSL lines',
    'Vietnam’s Cybersecurity Law',
    'the National Security Law',
    'Data Security Lawyers',
    '网络安全\n\n法的精神',
    '《》',
    '',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('takes the longest of the names that begin at one place', () => {
    expect(found('《携手构建网络空间命运共同体》概念文件、《携手构建网络空间命运共同体行动倡议》')).toEqual([
      'wic-concept-document: 《携手构建网络空间命运共同体》概念文件',
      'wic-action-initiative: 携手构建网络空间命运共同体行动倡议',
    ]);
  });

  it('tells the name of a document from the name of what it is about', () => {
    const kinds = findMentions('党的十九大报告和党的十九大精神', matcher).map(({ by, wording }) => [by, wording]);
    expect(kinds).toEqual([
      ['name', '党的十九大报告'],
      ['subject', '党的十九大'],
    ]);
  });

  it('finds every Chinese title, in either script, in 《》', () => {
    for (const { id, names } of laws)
      for (const name of [...names.zhHans, ...names.zhHant].filter((one) => !one.startsWith('《')))
        expect(findMentions(`见《${name}》。`, matcher).map(({ law }) => law)).toEqual([id]);
  });

  it('gives spans in order, apart, and equal to their wording, for any text', () => {
    const piece = fc.constantFrom(
      '《',
      '》',
      '网络安全',
      '法',
      '律',
      '审查办法',
      '“',
      '(试行)',
      '\n',
      ' ',
      'PIPL',
      '\ud800',
      '𠮷',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, wording } of findMentions(text, matcher)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(text.slice(start, end)).toBe(wording);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
      }),
    );
  });

  it.each(['《', '网络产品和服务安全审查办', '国务院关于积极推进“互联网+”行动的指导', '《网络安全法', '“'])(
    'takes at most 50 steps a character on %j without end',
    (piece) => {
      for (const length of [1000, 100_000]) {
        const counter = new StepCounter();
        findMentions(piece.repeat(Math.ceil(length / piece.length)).slice(0, length), matcher, counter);
        expect(counter.steps).toBeLessThanOrEqual(50 * length);
      }
    },
  );
});
