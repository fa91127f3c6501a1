import { describe, expect, it } from 'vitest';
import { joinSlices } from '../../../../src/documents/span.js';
import { readLaw } from '../../../support/law-texts.js';

const TEXT = `# 中华人民共和国网络安全法

2016年11月7日 第十二届全国人民代表大会常务委员会第二十四次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了测试，制定本法。

第二条 本法自2017年6月1日起施行。
`;

const metadataOf = (source: string, file?: string) => readLaw(source, file)?.metadata;

/** The blocks as `kind level text`. */
function blocksOf(source: string, file?: string): readonly string[] {
  const document = readLaw(source, file);
  return (document?.blocks ?? []).map(({ kind, level, spans }) =>
    [kind, level, joinSlices(source, spans)].filter((part) => part !== null).join(' '),
  );
}

describe('a text in the format of the law book', () => {
  it('has title, kind, issuer, date and law', () => {
    expect(metadataOf(TEXT, '行政法/网络安全法(2016-11-07).md')).toMatchObject({
      title: '中华人民共和国网络安全法',
      kind: 'law',
      publisher: '全国人民代表大会常务委员会',
      date: { from: '2016-11-07', to: '2016-11-07', basis: 'stated' },
      inferred: [],
      law: {
        id: 'cybersecurity-law',
        name: '中华人民共和国网络安全法',
        version: '2016-11-07',
        inForce: '2017-06-01',
      },
    });
  });

  it('has headings, labels and paragraphs for blocks, and drops the mark that ends the notes', () => {
    expect(blocksOf(TEXT)).toEqual([
      'heading 1 中华人民共和国网络安全法',
      'label 2016年11月7日 第十二届全国人民代表大会常务委员会第二十四次会议通过',
      'dropped <!-- INFO END -->',
      'heading 4 第一章 总则',
      'paragraph 第一条 为了测试，制定本法。',
      'paragraph 第二条 本法自2017年6月1日起施行。',
    ]);
  });

  it('takes the day from the name of the file where no note has it, and says that it is inferred', () => {
    expect(metadataOf(TEXT, '网络安全法(2019-03-04).md')?.date).toEqual({
      from: '2019-03-04',
      to: '2019-03-04',
      basis: 'inferred',
    });
  });

  it('takes the last change from the notes where the name has no day; entry into force is no change', () => {
    const amended = TEXT.replace(
      '会议通过',
      '会议通过\n\n2019年3月4日 《关于修改〈甲法〉的决定》修正\n\n2019年5月1日 施行',
    );
    expect(metadataOf(amended)).toMatchObject({
      date: { from: '2019-03-04', basis: 'stated' },
      law: { version: '2019-03-04', inForce: '2019-05-01' },
    });
  });

  it('does not take the entry into force of the first text for that of an amended one', () => {
    expect(metadataOf(TEXT, '网络安全法(2025-10-28).md')?.law).toMatchObject({ version: '2025-10-28', inForce: null });
  });

  it('does not believe a name with a day that is none', () => {
    expect(metadataOf(TEXT, '网络安全法(2016-13-45).md')?.law?.version).toBe('2016-11-07');
  });

  it('joins the name of a part to the title, not to the law', () => {
    const part = TEXT.replace('# 中华人民共和国网络安全法', '# 中华人民共和国民法典\n\n# 合同编');
    expect(metadataOf(part)).toMatchObject({
      title: '中华人民共和国民法典 合同编',
      law: { id: '民法典', name: '中华人民共和国民法典' },
    });
  });

  it('reads a decision without articles as a document that is no text of a law', () => {
    const decision =
      '# 关于修改《甲规定》的决定\n\n2020年1月2日 国务院令第7号公布\n\n<!-- INFO END -->\n\n一、删去第三条。\n';
    const metadata = metadataOf(decision);
    expect(metadata).toMatchObject({ kind: 'administrative regulation', date: { from: '2020-01-02' } });
    expect(metadata).not.toHaveProperty('law');
  });

  it.each([
    ['司法解释/某规定(2020-01-01).md', '', 'judicial document'],
    ['某规定(2020-01-01).md', '2020年1月1日 最高人民法院审判委员会第9次会议通过', 'judicial document'],
    ['某办法.md', '2022年6月6日 中华人民共和国国家安全部令第2号公布', 'departmental rule'],
    ['部门规章/公安部/某办法.md', '', 'departmental rule'],
    ['某办法.md', '', null],
  ])('of %s with the note “%s” has the kind %s', (file, note, kind) => {
    const source = `# 某些事项的办法\n\n${note}\n\n<!-- INFO END -->\n\n第一条 甲。\n`;
    expect(metadataOf(source, file)?.kind).toBe(kind);
  });

  it('takes the issuer from an order', () => {
    const source = '# 某办法\n\n2022年6月6日 中华人民共和国国家安全部令第2号公布\n\n<!-- INFO END -->\n\n第一条 甲。\n';
    expect(metadataOf(source)).toMatchObject({ publisher: '国家安全部', inferred: [] });
  });
});

describe('a plain text of the same shape', () => {
  const PLAIN = `中华人民共和国测试法
（2020年1月2日第十三届全国人民代表大会第一次会议通过　自2020年3月1日起施行）
目　录
第一章　总　则
第二章　附　则
第一章　总　则
第一条　为了测试，
制定本法。
第二条　测试应当公开。
第二章　附　则
第三条　本法自2020年3月1日起施行。
`;

  it('is known by its title and its articles; its table of contents and notes are labels', () => {
    expect(blocksOf(PLAIN, 'a.txt')).toEqual([
      'heading 1 中华人民共和国测试法',
      'label （2020年1月2日第十三届全国人民代表大会第一次会议通过　自2020年3月1日起施行）',
      'label 目　录',
      'label 第一章　总　则',
      'label 第二章　附　则',
      'heading 4 第一章　总　则',
      'paragraph 第一条　为了测试，制定本法。',
      'paragraph 第二条　测试应当公开。',
      'heading 4 第二章　附　则',
      'paragraph 第三条　本法自2020年3月1日起施行。',
    ]);
    expect(metadataOf(PLAIN)).toMatchObject({
      kind: 'law',
      publisher: '全国人民代表大会',
      law: { id: '测试法', version: '2020-01-02', inForce: '2020-03-01' },
    });
  });

  it.each([
    ['an article about a law', '网络安全法施行一周年\n\n各地认真落实。\n\n第二十一条 很重要。\n'],
    ['a title of a law with one article', '测试法\n第一条 甲。\n'],
    ['a text that only refers to articles', '测试法\n第一条的规定如下。\n第二条的规定如下。\n'],
    ['an empty text', ''],
    ['nothing but the mark', '<!-- INFO END -->\n第一条 甲。\n'],
  ])('is not: %s', (_, source) => {
    expect(readLaw(source)).toBeNull();
  });
});
