import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { sharedMessage } from '../../../../src/discord/rendering/shared-message.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { anyAnswer, anyPassage } from '../../../support/answer-arbitraries.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf, citationOf } from '../../../support/example-answers.js';
import { renderedAnswer, textsOf, wireForm } from '../../../support/rendered-message.js';

const chinese = wordsFor('zh-Hans');
const english = wordsFor('en');

describe('any answer', () => {
  it('fits into one message, by our measure and by the emulator’s', () => {
    fc.assert(
      fc.property(anyAnswer, fc.constantFrom(chinese, english), fc.boolean(), (answer, words, hidden) => {
        const message = renderedAnswer(answer, words, { hidden });
        expect(fitsLimits(message)).toBe(true);
        checkMessage(wireForm(message));
        if (!hidden) return;
        const shared = sharedMessage(message.components[0], '18446744073709551615', words);
        expect(fitsLimits(shared)).toBe(true);
        checkMessage(wireForm(shared));
      }),
      { numRuns: 40 },
    );
  });

  it('opens no markdown of its own: no mention, link, emoji, spoiler or code', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const withoutUrls = {
          ...answer,
          passages: answer.passages.map((one) => ({ ...one, citation: { ...one.citation, url: null } })),
        };
        const message = renderedAnswer(withoutUrls, english);
        const marks = textsOf(message).flatMap((one) => readMarkdown(one).marks);
        expect(marks.filter((mark) => !['quote', 'header', 'subtext'].includes(mark))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('quotes whole passages character for character when they fit', () => {
    fc.assert(
      fc.property(anyPassage, (passage) => {
        fc.pre(passage.text.length < 300 && passage.text.trim() !== '' && !/\p{Surrogate}/u.test(passage.text));
        const citation = { ...citationOf('000'), truncated: false };
        const answer = answerOf('?', 'strong', [{ ...passage, citation, alsoIn: [] }]);
        const [, shown = ''] = textsOf(renderedAnswer(answer, english));
        const quoted = shown.split('\n').filter((line) => line.startsWith('> '));
        expect(quoted.map((line) => readMarkdown(line).text).join('\n')).toBe(passage.text);
      }),
      { numRuns: 200 },
    );
  });
});
