import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeButtonId, encodeButtonId } from '../../../../src/discord/buttons/button-id.js';
import { buttonRows } from '../../../../src/discord/buttons/button-row.js';
import {
  fieldsOfPlace,
  lawOfPlace,
  markOfLaw,
  placeOfFields,
  textMark,
  type LawPlace,
} from '../../../../src/discord/buttons/law-place.js';
import { pageOfFields } from '../../../../src/discord/buttons/page-fields.js';
import { containerMessage, textDisplay } from '../../../../src/discord/rendering/message.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const anyAction = fc.stringMatching(/^[a-z]{1,10}$/);
const anyFields = fc.array(
  fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('', ':', '%', '%3A', '%25', '网络安全法')),
  { maxLength: 8 },
);

describe('the custom id of a button', () => {
  it('reads as what it was written from, whatever the fields hold, within 100 characters', () => {
    fc.assert(
      fc.property(anyAction, anyFields, (action, fields) => {
        const id = encodeButtonId({ action, fields });
        if (id === null) return;
        expect(Array.from(id).length).toBeLessThanOrEqual(100);
        expect(decodeButtonId(id)).toEqual({ action, fields });
      }),
    );
  });

  it('is not made where it would be longer than Discord takes', () => {
    // y1:a: is 5 characters
    expect(encodeButtonId({ action: 'a', fields: ['x'.repeat(95)] })).toHaveLength(100);
    expect(encodeButtonId({ action: 'a', fields: ['x'.repeat(96)] })).toBeNull();
    // A colon is written as three characters.
    expect(encodeButtonId({ action: 'a', fields: [':'.repeat(32)] })).toBeNull();
  });

  it('is written in one way only: whatever is read comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 120 }),
          fc
            .tuple(fc.constantFrom('y1:', 'y1:next', 'y2:next'), fc.string({ maxLength: 90 }))
            .map((all) => all.join('')),
        ),
        (hostile) => {
          const id = decodeButtonId(hostile);
          if (id !== null) expect(encodeButtonId(id)).toBe(hostile);
        },
      ),
    );
  });

  it.each(['', 'y1', 'y1:', 'y1:Next', 'y0:next', 'y1:next:%2F', 'y1:next:%', `y1:next:${'a'.repeat(93)}`])(
    'is none of ours: %j',
    (hostile) => {
      expect(decodeButtonId(hostile)).toBeNull();
    },
  );
});

const level = fc.option(fc.integer({ min: 1, max: 99 }));
const anyPlace: fc.Arbitrary<LawPlace> = fc.record({
  law: fc
    .oneof(
      fc.constantFrom(...shippedCatalogue().laws.map(({ id }) => id)),
      fc.string({ unit: 'grapheme', minLength: 1 }),
    )
    .map(markOfLaw),
  provision: fc.option(
    fc.record({
      article: fc.constantFrom('1', '21', '286-1', '1260'),
      paragraph: level,
      item: level,
      subitem: fc.constant(null),
    }),
  ),
  asOf: fc.option(fc.constantFrom('2016-11-07', '2026-01-01', '2024-02-29')),
  text: fc.option(fc.stringMatching(/^[a-z2-7]{16}$/).map(textMark)),
});

describe('a place in a law in a custom id', () => {
  it('reads as what it was written from, and fits for every law, with a page too', () => {
    fc.assert(
      fc.property(anyPlace, fc.integer({ min: 0, max: 999 }), (place, page) => {
        const fields = fieldsOfPlace(place);
        expect(placeOfFields(fields)).toEqual(place);
        const paged = [...fields, String(page)];
        expect(pageOfFields(paged)).toEqual({ place, page });
        expect(encodeButtonId({ action: 'chpg', fields: paged })).not.toBeNull();
      }),
    );
  });

  it.each([
    ['no fields', []],
    ['a field too many', ['law', '1', '', '', '']],
    ['no law', ['', '1', '', '']],
    ['a law of more than one line', ['a\nb', '1', '', '']],
    ['an article that is none', ['law', 'one', '', '']],
    ['a 款 without an article', ['law', '.2', '', '']],
    ['a day that is none', ['law', '1', '20230229', '']],
    ['a day with hyphens', ['law', '1', '2023-02-28', '']],
    ['a mark of a text that is none', ['law', '1', '', '<@1>']],
  ])('is none with %s', (_, fields) => {
    expect(placeOfFields(fields)).toBeNull();
  });

  it('names a law of a long id by a mark, and finds it by that', async () => {
    const long =
      '关于办理利用互联网移动通讯终端声讯台制作复制出版贩卖传播淫秽电子信息刑事案件具体应用法律若干问题的解释';
    const mark = markOfLaw(long);
    expect(mark).toMatch(/^~[0-9a-f]{16}$/);
    const title = { zhHans: '', zhHant: '' };
    const known = (id: string) => ({ id, title, english: null, names: [], entry: null });
    const engine = { lawNames: () => Promise.resolve([known('刑法'), known(long)]) };
    const place = { law: mark, provision: null, asOf: null, text: null };
    expect(await lawOfPlace(place, engine)).toBe(long);
    expect(await lawOfPlace({ ...place, law: '刑法' }, engine)).toBe('刑法');
    expect(await lawOfPlace({ ...place, law: `~${'0'.repeat(16)}` }, engine)).toBeNull();
    // An id that looks like a mark is never taken for one.
    expect(markOfLaw('~a')).toMatch(/^~[0-9a-f]{16}$/);
  });
});

describe('rows of buttons', () => {
  const button = (name: string) => ({ id: { action: 'a', fields: [name] }, label: name });

  it('hold five each, leave out what has no id, and are accepted by Discord', () => {
    const names = Array.from({ length: 11 }, (_, at) => String(at));
    const rows = buttonRows([...names, 'x'.repeat(100)].map(button));
    expect(rows.map(({ components }) => components.length)).toEqual([5, 5, 1]);
    const { components } = containerMessage([textDisplay('a'), ...rows]);
    expect(() => checkMessage({ flags: 1 << 15, components })).not.toThrow();
    expect(buttonRows([])).toEqual([]);
  });

  it('shorten a label of more than 80 characters', () => {
    const [row] = buttonRows([{ ...button('a'), label: '长'.repeat(81) }]);
    expect(row?.components[0]?.label).toBe(`${'长'.repeat(79)}…`);
  });
});
