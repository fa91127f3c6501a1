import { describe, expect, it } from 'vitest';
import { findTitle } from '../../../../src/laws/citations/find-title.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

const { matcher } = shippedCatalogue();

describe('the place where a text first names a law by its title', () => {
  it.each([
    ['known to the catalogue as a title only', '按照刑法追究责任', '刑法', 2],
    ['in 《》', '依照《刑法》和刑法', '刑法', 3],
    ['in traditional script', '依照《風箏法》', '风筝法', 3],
    ['with marks inside a longer sentence', '𠮷《风筝法》', '风筝法', 3],
    ['at the start of a text', '风筝法昨日公布', '风筝法', 0],
    ['behind a word that leads to a law', '会议强调贯彻实施风筝法，依法放飞', '风筝法', 8],
    ['behind the name of the state', '修订后的中华人民共和国风筝法', '风筝法', 11],
    ['behind one that is part of a longer title', '网络风筝法施行，风筝法废止', '风筝法', 8],
  ])('is found: %s', (_, text, title, at) => {
    expect(findTitle(text, title, matcher)).toBe(at);
  });

  it.each([
    ['a longer title', '《风筝法释义》', '风筝法'],
    ['a longer title without marks', '网络风筝法', '风筝法'],
    ['a rule about it', '根据风筝法实施细则', '风筝法'],
    ['another word', '依照风筝法律办事', '风筝法'],
    ['the law of another state', '修改越南风筝法', '风筝法'],
    ['a longer known title', '《刑法修正案（八）》', '刑法'],
    ['nothing', '', '刑法'],
  ])('is none in %s', (_, text, title) => {
    expect(findTitle(text, title, matcher)).toBeNull();
  });
});
