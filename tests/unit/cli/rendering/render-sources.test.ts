import { describe, expect, it } from 'vitest';
import { renderSources } from '../../../../src/cli/rendering/render-sources.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';
import { viewSources } from '../../../../src/wording/views/sources-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { documentOf } from '../../../support/index-fixture.js';

const words = wordsFor('zh-Hans');
const canvas = { words, style: createStyle(false), columns: 60 };

const plain = (id: string, title: string) => ({ metadata: documentOf(id, ['甲。'], { title }).metadata, passages: 2 });
const lawText = (id: string, name: string, version: string | null) => ({
  metadata: documentOf(id, ['甲。'], { title: name, law: { id: name, name, version, inForce: null } }).metadata,
  passages: 3,
});

describe('the list of documents', () => {
  it('has a block for each document, and for each law its title once with a line for every text', () => {
    const sources = [
      lawText('书-甲法-2000-01-01', '甲法', '2000-01-01'),
      plain('001', '报道'),
      lawText('书-甲法-2010-05-05', '甲法', '2010-05-05'),
      lawText('书-乙法', '乙法', null),
    ];
    const lines = renderSources(viewSources(sources, words), canvas);
    expect(lines[0]).toBe('共4篇文档，11个段落');
    expect(lines.slice(1, 4)).toEqual(['', '001  《报道》', '     未注明发布者 · 类型不详 · 日期不详']);
    expect(lines.slice(lines.indexOf('法规文本：3篇'))).toEqual([
      '法规文本：3篇',
      '《甲法》',
      '  2000年1月1日文本 · 3个段落 · 书-甲法-2000-01-01',
      '  2010年5月5日文本 · 3个段落 · 书-甲法-2010-05-05',
      '《乙法》',
      '  日期不详文本 · 3个段落 · 书-乙法',
    ]);
  });

  it('puts what belongs to a long id below it, so that it does not push everything to the right', () => {
    const lines = renderSources(
      viewSources([plain('001', '报道'), plain('很长很长很长的文档编号', '题')], words),
      canvas,
    );
    expect(lines).toContain('001  《报道》');
    expect(lines.slice(lines.indexOf('很长很长很长的文档编号'))[1]).toBe('     《题》');
  });
});
