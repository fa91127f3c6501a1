import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTraditional } from '../../../src/shared/traditional.js';

describe('a text in traditional script', () => {
  it.each([
    ['网络安全', '網絡安全'],
    // One character of simplified script for several of traditional: words decide.
    ['发布与头发', '發佈與頭髮'],
    ['皇后在三年以后', '皇后在三年以後'],
    ['一碗面条，里面', '一碗麵條，裡面'],
    ['干部把杯子弄干净', '幹部把杯子弄乾淨'],
    ['征收、象征、长征', '徵收、象徵、長征'],
    ['复杂的答复与恢复', '複雜的答覆與恢復'],
    // The words stay those of the source.
    ['软件、信息、数据、服务器', '軟件、信息、數據、服務器'],
    ['为了台湾', '為了臺灣'],
    ['第二十一条 CSL Art. 21（一）😀', '第二十一條 CSL Art. 21（一）😀'],
    ['', ''],
  ])('of %j is %j', async (simplified, traditional) => {
    expect(await toTraditional(simplified)).toBe(traditional);
  });

  it('is left alone where it is one already', async () => {
    const text = '網路安全法於二〇一七年施行，皇后。';
    expect(await toTraditional(text)).toBe(text);
  });

  it('keeps everything that is not Chinese, and the number of lines', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', '1', ' ', '\n', '。', '😀', '发', '面', '*') }),
        async (text) => {
          const converted = await toTraditional(text);
          expect(converted.replace(/[發髮面麵]/gu, '_')).toBe(text.replace(/[发面]/gu, '_'));
        },
      ),
    );
  });
});
