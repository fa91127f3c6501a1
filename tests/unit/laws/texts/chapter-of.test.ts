import { expect, it } from 'vitest';
import { chapterOf } from '../../../../src/laws/texts/chapter-of.js';

it.each([
  ['a 章 with its 节', ['第一章 总则', '第一节 目的'], ['第一章 总则']],
  ['a 章 in a 编', ['第一编 总则', '第二章 自然人', '第一节 权利'], ['第一编 总则', '第二章 自然人']],
  ['a 分编 without 章', ['第三编 合同', '第一分编 通则'], ['第三编 合同', '第一分编 通则']],
  ['附则', ['附则'], ['附则']],
  ['headings of no 编, 章 or 节', ['一、关于管辖'], []],
  ['a 节 alone', ['第一节 目的'], []],
  ['no headings', [], []],
])('the chapter of %s', (_, section, expected) => {
  expect(chapterOf(section)).toEqual(expected);
});
