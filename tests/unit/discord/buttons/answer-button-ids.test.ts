import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerButtonRows, contextButton, type AnswerButtons } from '../../../../src/discord/buttons/answer-buttons.js';
import {
  contextOfFields,
  fieldsOfContext,
  passageIdOfFields,
  passageOfFields,
  rangeOfFields,
  voteOfFields,
} from '../../../../src/discord/buttons/answer-fields.js';
import { ALL_BUTTONS } from '../../../../src/discord/buttons/all-buttons.js';
import { decodeButtonId } from '../../../../src/discord/buttons/button-id.js';
import { passageId } from '../../../../src/documents/passage-id.js';
import { wordsFor } from '../../../../src/wording/words-for.js';

const english = wordsFor('en');
const anyPassageId = fc.string({ unit: 'grapheme' }).map((text) => passageId('000', text, 0));
const anyButtons: fc.Arbitrary<AnswerButtons> = fc.record({
  generation: fc.integer({ min: 1, max: 999_999_999 }).map((number) => String(number).padStart(6, '0')),
  size: fc.integer({ min: 1, max: 10 }),
  offset: fc.integer({ min: 0, max: 19 }),
  hidden: fc.boolean(),
  questionShown: fc.boolean(),
});

/** Labels under an answer of five passages. */
const labels = (change: Partial<AnswerButtons> = {}, goesOn = true): readonly string[] =>
  answerButtonRows(
    { count: 5, goesOn },
    { generation: '000001', size: 5, offset: 0, hidden: false, questionShown: true, ...change },
    english,
  ).flatMap(({ components }) => components.map(({ label }) => label ?? ''));

describe('every button', () => {
  it('has an action of its own', () => {
    const actions = ALL_BUTTONS.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });
});

describe('the buttons under an answer', () => {
  it('are read by the button whose action they name, in any language', () => {
    fc.assert(
      fc.property(anyButtons, anyPassageId, fc.integer({ min: 1, max: 20 }), (buttons, id, rank) => {
        const rows = answerButtonRows({ count: 1, goesOn: true }, buttons, wordsFor('zh-Hant'));
        const all = [...rows.flatMap(({ components }) => components), ...contextButton({ id, rank }, english)];
        for (const { custom_id: customId } of all) {
          const read = decodeButtonId(customId);
          const button = ALL_BUTTONS.find(({ action }) => action === read?.action);
          expect(button?.read(read?.fields ?? []), customId).not.toBeNull();
          expect(button?.read(read?.fields ?? []), customId).toBeDefined();
        }
      }),
    );
  });

  it('lead no further than the twenty passages that can be asked for', () => {
    expect(labels({ offset: 10 })).toContain('Next passages');
    expect(labels({ offset: 15 })).not.toContain('Next passages');
    expect(labels({}, false)).not.toContain('Next passages');
    expect(labels({ questionShown: false })).not.toContain('Next passages');
  });

  it('lead back from a later page, and ask there for no opinion of the answer', () => {
    expect(labels({ offset: 5, hidden: true })).toEqual([
      'Previous passages',
      'Next passages',
      'Copy citations',
      'Share in this channel',
    ]);
  });
});

describe('the fields of a button', () => {
  it('mean a passage and its rank', () => {
    fc.assert(
      fc.property(anyPassageId, fc.integer({ min: 1, max: 99 }), (id, rank) => {
        expect(passageOfFields([id, String(rank)])).toEqual({ id, rank });
        expect(passageIdOfFields([id])).toBe(id);
      }),
    );
  });

  it('mean paragraphs around a passage, up to two digits of pages on each side', () => {
    fc.assert(
      fc.property(anyPassageId, fc.integer({ min: -99, max: 99 }), (id, page) => {
        const fields = fieldsOfContext({ id, page });
        expect(fields === null ? null : contextOfFields(fields)).toEqual({ id, page });
      }),
    );
    expect(fieldsOfContext({ id: 'a', page: 100 })).toBeNull();
    expect(fieldsOfContext({ id: 'a', page: -100 })).toBeNull();
  });

  it('mean no more passages than can be asked for', () => {
    expect(rangeOfFields(['5', '5'])).toEqual({ offset: 5, size: 5 });
    expect(rangeOfFields(['18', '10'])).toEqual({ offset: 18, size: 2 });
    expect(rangeOfFields(['20', '1'])).toBeNull();
  });

  it('say of a mark which generation answered, and with which passages where those are named', () => {
    expect(voteOfFields(['000001'])).toEqual({ generation: '000001', passages: [] });
    expect(voteOfFields(['000001', 'aaaa', 'bbbb'])).toEqual({ generation: '000001', passages: ['aaaa', 'bbbb'] });
    for (const fields of [[], [''], ['', 'aaaa'], ['a b'], ['000001', ''], ['000001', 'a\n'], ['../x', 'aaaa']])
      expect(voteOfFields(fields), JSON.stringify(fields)).toBeNull();
  });

  it('are refused where they are anything else', () => {
    const readers = [passageOfFields, contextOfFields, passageIdOfFields, rangeOfFields];
    for (const fields of [[], [''], ['', ''], ['a', 'b', 'c'], ['a b'], ['a\n', '1'], ['../x', 'y']])
      expect(
        readers.map((read) => read(fields)),
        JSON.stringify(fields),
      ).toEqual(readers.map(() => null));
  });
});
