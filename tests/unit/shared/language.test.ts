import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, type Language } from '../../../src/shared/language.js';

const EXAMPLES: Readonly<Record<Language, readonly string[]>> = {
  'zh-Hans': [
    '2023年国家网络安全宣传周的主题是什么？',
    '公安部',
    '安',
    'App专项治理',
    'App专项治理是什么？',
    'IP地址和5G有什么关系',
    'WHO 发布的 The State of AI 报告说了什么？',
    'GB/T 35273 是什么标准',
    'ChatGPT是什么',
    'Article 21 网络安全法',
    '网络安全法第二十一条',
    '皇后里面的谷',
    '编著《乾隆》',
    '什么是cookie？',
    'DDoS攻击',
    '５Ｇ应用',
    '“網鼎杯”网络安全大赛决赛的冠军是谁？这们',
    'の网络安全法规定',
  ],
  'zh-Hant': [
    '網絡安全法規定了什麼？',
    '個人信息保護法',
    '數據出境安全評估辦法第四條',
    'App專項治理是什麼？',
    '「關鍵信息基礎設施」的定義',
    '網路安全管理法',
    '誰負責監督管理？',
    '後台',
    '著作權',
  ],
  en: [
    'How many universities offer an undergraduate major in cybersecurity?',
    'What does 网络安全法 say about data?',
    'What is 网络安全法?',
    'Who signed 《网络安全法》?',
    'cybersecurity',
    'App',
    '5G',
    'Define 個人信息',
    'when was the 数据安全法 passed',
    'CYBERSECURITY LAW ARTICLE 21',
    'ＤＡＴＡ ｌａｗ',
    'What is the café protocol?',
    'the die is cast',
    'data law of the people’s republic 中华人民共和国',
  ],
  other: [
    '',
    '   ',
    '2023',
    '？！…',
    '😀',
    '\ud800',
    'サイバーセキュリティ法とは何ですか',
    '네트워크 보안법',
    'Закон о кибербезопасности',
    'Wie viele Universitäten bieten das Fach an?',
    'Quelle est la loi sur la cybersécurité',
    'ciberseguridad qué es la ley',
    'قانون الأمن',
    'Größe',
  ],
};

describe('the language of a text', () => {
  for (const [language, texts] of Object.entries(EXAMPLES))
    it.each(texts)(`is ${language}: %s`, (text) => {
      expect(detectLanguage(text)).toBe(language);
    });

  it('is that of the whole for a text written twice', () => {
    for (const [language, texts] of Object.entries(EXAMPLES))
      for (const text of texts) expect(detectLanguage(`${text} ${text}`)).toBe(language);
  });

  it('is found for whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['zh-Hans', 'zh-Hant', 'en', 'other']).toContain(detectLanguage(text));
      }),
    );
  });
});
