import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../../src/answering/answer.js';
import type { Passage } from '../../../../src/documents/passage.js';
import { viewAnswer } from '../../../../src/wording/views/answer-view.js';
import { viewCitation, viewDate, viewSpeaker } from '../../../../src/wording/views/citation-view.js';
import { viewContext } from '../../../../src/wording/views/context-view.js';
import { viewQuote } from '../../../../src/wording/views/quote-view.js';
import { viewSources } from '../../../../src/wording/views/sources-view.js';
import { viewVerification } from '../../../../src/wording/views/verification-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { answerOf, citationOf, passageOf } from '../../../support/example-answers.js';

const [en, hans, hant] = [wordsFor('en'), wordsFor('zh-Hans'), wordsFor('zh-Hant')];
const NO_GAPS = { start: false, end: false };

const report: Citation = {
  ...citationOf('003-1'),
  title: '会议在京召开',
  agency: '新华社',
  kind: 'news agency report',
  date: { from: '2023-07-15', to: '2023-07-15', basis: 'inferred' },
};

describe('viewSpeaker', () => {
  it('names who speaks, the kind and the date, an inferred date marked', () => {
    expect(viewSpeaker(report, en).line).toBe('新华社 · news agency report · 2023-07-15 (inferred)');
    expect(viewSpeaker(report, hans).line).toBe('新华社 · 通讯社报道 · 2023年7月15日（推定）');
    expect(viewSpeaker(report, hant).line).toBe('新华社 · 通訊社報導 · 2023年7月15日（推定）');
  });

  it('marks names that the file does not state, and names each once', () => {
    const facts = { ...report, author: '王某', publisher: '新华社', inferred: ['author' as const] };
    expect(viewSpeaker(facts, hans).names).toBe('王某（推定）、新华社');
  });

  it('says what is unknown instead of leaving it out', () => {
    const unknown = { ...report, agency: null, kind: null, date: null };
    expect(viewSpeaker(unknown, en).line).toBe('speaker not stated · kind not stated · date unknown');
  });
});

describe('viewDate', () => {
  const range = (from: string, to: string) => viewDate({ from, to, basis: 'stated' }, hans);

  it('says what the two days of a range share once', () => {
    expect(range('2023-09-10', '2023-09-11')).toBe('2023年9月10日至11日之间');
    expect(range('2023-09-30', '2023-10-01')).toBe('2023年9月30日至10月1日之间');
    expect(range('2017-10-18', '2018-03-21')).toBe('2017年10月18日至2018年3月21日之间');
  });

  it('does not mark a stated day', () => {
    expect(range('2023-07-01', '2023-07-01')).toBe('2023年7月1日');
  });
});

describe('viewQuote', () => {
  it('cuts at the highlight', () => {
    const quote = viewQuote('甲。乙。丙。', [2, 4], { start: true, end: false }, hans);
    expect(quote).toEqual({ before: '甲。', highlight: '乙。', after: '丙。', gapBefore: '[…]', gapAfter: '' });
  });

  it('refuses a highlight outside the text', () => {
    expect(() => viewQuote('甲', [0, 2], NO_GAPS, hans)).toThrow(RangeError);
  });

  it('always gives the text back, character for character', () => {
    const spans = fc
      .string({ unit: 'binary' })
      .chain((text) =>
        fc
          .tuple(fc.nat(text.length), fc.nat(text.length))
          .map(([a, b]) => ({ text, span: [Math.min(a, b), Math.max(a, b)] as const })),
      );
    fc.assert(
      fc.property(spans, fc.boolean(), ({ text, span }, isHighlighted) => {
        const { before, highlight, after } = viewQuote(text, isHighlighted ? span : null, NO_GAPS, hans);
        return before + highlight + after === text;
      }),
    );
  });
});

describe('viewCitation', () => {
  it('words notices, and explains […] where the source has lost text', () => {
    const citation: Citation = {
      ...report,
      truncated: true,
      gaps: { start: true, end: false },
      notices: [{ key: 'rule-amended', law: 'csl', since: '2026-01-01', title: '网络安全法' }, { key: 'abstract' }],
    };
    const { notices } = viewCitation(citation, hans);
    expect(notices).toHaveLength(3);
    expect(notices[0]).toBe('文中提到的《网络安全法》此后已经修改或重新发布（自2026年1月1日起）。');
    expect(notices[2]).toContain('[…]');
  });

  it('keeps the title in its language, in 《》 once', () => {
    expect(viewCitation(report, en).title).toBe('《会议在京召开》');
    expect(viewCitation({ ...report, title: '《求是》' }, en).title).toBe('《求是》');
    expect(viewCitation({ ...report, title: 'Annual report' }, en).title).toBe('Annual report');
  });
});

describe('viewAnswer', () => {
  const passages = [passageOf(1, '001', '甲。乙。', { highlight: [0, 2] })];

  it('says how well the passages match', () => {
    const view = viewAnswer(answerOf('问', 'weak', passages), en);
    expect(view).toMatchObject({ heading: 'Passages that match', strengthLine: 'match: weak', answered: true });
    expect(view.passages[0]?.quote.highlight).toBe('甲。');
  });

  it('calls passages nearest where the documents do not answer', () => {
    const view = viewAnswer(answerOf('问', 'none', passages), hans);
    expect(view.heading).toBe('现有文档没有回答这个问题。最接近的段落：');
    expect(view).toMatchObject({ strengthLine: null, answered: false });
  });

  it('says so where nothing was found at all', () => {
    expect(viewAnswer(answerOf('问', 'none', []), hant).heading).toBe(hant.answer.nothing);
  });

  it('shows the other places of a near-identical passage', () => {
    const alsoIn = [{ id: 'other', text: '甲。', citation: { ...report, label: '《乙》' } }];
    const view = viewAnswer(answerOf('问', 'strong', [passageOf(1, '001', '甲。', { alsoIn })]), en);
    expect(view.passages[0]?.alsoIn.map(({ id, label }) => [id, label])).toEqual([['other', '《乙》']]);
  });
});

describe('viewContext', () => {
  const passage = (id: string, position: number): Passage => ({
    id,
    document: '001',
    position,
    text: id,
    spans: [[0, id.length]],
    sentences: [[0, id.length]],
    section: [],
    role: 'body',
    truncated: { start: position === 0, end: false },
    provision: null,
    page: null,
  });

  it('puts the passages in reading order and marks the one that was asked for', () => {
    const context = {
      passage: passage('b', 1),
      citation: report,
      before: [passage('a', 0)],
      after: [passage('c', 2)],
    };
    const { passages } = viewContext(context, en);
    expect(passages.map(({ id, asked }) => [id, asked])).toEqual([
      ['a', false],
      ['b', true],
      ['c', false],
    ]);
    expect(passages[0]?.quote.gapBefore).toBe('[…]');
  });
});

describe('viewVerification', () => {
  const occurrence = {
    passage: 'p',
    text: '是法外之地',
    within: '网络不是法外之地。',
    citation: report,
    spans: [],
    leavesOutNegation: true,
  };

  it('shows the sentence around a text, and warns where it leaves out a negation', () => {
    const view = viewVerification({ verdict: 'verbatim', occurrences: [occurrence] }, hans);
    const [found] = view.occurrences;
    expect(found?.quote).toMatchObject({ before: '网络不', highlight: '是法外之地', after: '。' });
    expect(found?.warning).toBe(hans.verification.leavesOutNegation);
    expect(view.legend).toBeNull();
  });

  it('names the differences from the nearest wording, and warns where they may turn the sense', () => {
    const differences = [
      { kind: 'same', text: '网络' },
      { kind: 'missing', text: '不' },
      { kind: 'same', text: '是法外之地。' },
    ] as const;
    const nearest = { ...occurrence, text: '网络不是法外之地。', leavesOutNegation: false };
    const view = viewVerification({ verdict: 'different', nearest, differences, changesMeaning: true }, en);
    expect(view.warning).toBe(en.verification.changesMeaning);
    expect(view.differences).toEqual(differences);
    expect(view.occurrences[0]?.warning).toBeNull();
  });

  it('has one sentence for a text that is nowhere', () => {
    expect(viewVerification({ verdict: 'absent' }, hant)).toMatchObject({
      heading: hant.verification.absent,
      occurrences: [],
      differences: [],
    });
  });
});

describe('viewSources', () => {
  it('counts documents and passages, one and several', () => {
    const metadata = { ...report, id: '003-1', scope: 'global' as const, bytesSha256: '0'.repeat(64) };
    expect(viewSources([{ metadata, passages: 1 }], en).heading).toBe('1 document, 1 passage');
    const both = [
      { metadata, passages: 2 },
      { metadata, passages: 3 },
    ];
    expect(viewSources(both, en).heading).toBe('2 documents, 5 passages');
    expect(viewSources([], en).heading).toBe('There are no documents.');
  });
});
