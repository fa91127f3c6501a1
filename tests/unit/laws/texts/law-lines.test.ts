import { describe, expect, it } from 'vitest';
import {
  articleHeadedBy,
  belongsToLineAbove,
  itemBegunBy,
  sectionLevel,
} from '../../../../src/laws/texts/law-lines.js';

describe('articleHeadedBy', () => {
  it.each([
    ['第一条 为了保障网络安全', '1'],
    ['第二十一条　国家实行', '21'],
    ['第二百八十六条之一 网络服务提供者', '286-1'],
    ['第一百二十条之六 明知', '120-6'],
    ['第21条 国家实行', '21'],
    ['第２１条 国家实行', '21'],
    ['第一千二百六十条', '1260'],
    ['第十条 第三人知道的', '10'],
    ['第一百条 和解债权人', '100'],
    ['第三条 与国内产业有关', '3'],
  ])('%s heads article %s', (line, article) => {
    expect(articleHeadedBy(line)).toBe(article);
  });

  it.each([
    '第二十一条的规定不适用',
    '第二十一条 的规定不适用',
    '第二十一条、第二十二条',
    '第二十一条 、第二十二条',
    '第二十一条 第二款的规定',
    '第三十一条的决定》第一次修正',
    '第二十一条规定 的义务',
    '本法第二十一条 所称',
    '第三章 网络运行安全',
    '第零条 不存在',
    '第一百十条万 乱码',
    '',
  ])('%s heads none', (line) => {
    expect(articleHeadedBy(line)).toBeNull();
  });
});

describe('itemBegunBy', () => {
  it.each([
    ['（一）制定内部制度；', 1],
    ['(十二)其他。', 12],
    ['（ 三 ）其他。', 3],
    ['（1）其他。', null],
    ['一、其他。', null],
    ['依照（一）办理', null],
  ])('%s begins %s', (line, item) => {
    expect(itemBegunBy(line)).toBe(item);
  });
});

it('knows a 目 and a row of a table as parts of what stands above', () => {
  expect(['1. 甲', '2．乙', '（3）丙', '①丁', '| 甲 | 乙 |'].map(belongsToLineAbove)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['3.5倍以上', '甲', '（三）乙', '2021年'].map(belongsToLineAbove)).toEqual([false, false, false, false]);
});

describe('sectionLevel', () => {
  it.each([
    ['第一编 总则', 2],
    ['第一分编 通则', 3],
    ['第三章 网络运行安全', 4],
    ['第二节　关键信息基础设施的运行安全', 5],
    ['附则', 4],
    ['附 则', 4],
    ['附件一', 2],
    ['附：', 2],
    ['第三章规定的措施', null],
    ['第三章 所列的措施，由主管部门实施。', null],
    ['附带民事诉讼的当事人', null],
    ['附加刑也可以独立适用。', null],
  ])('%s has level %s', (line, level) => {
    expect(sectionLevel(line)).toBe(level);
  });
});
