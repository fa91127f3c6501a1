import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { WORDED_LANGUAGES } from '../../../../src/wording/words.js';
import { excuseIn } from '../../../support/soak/excuses.js';

describe.each(WORDED_LANGUAGES)('an honest error (%s)', (language) => {
  const { problem, discord } = wordsFor(language);

  it.each([
    ['failure', problem.failure],
    ['too slow', problem.tooSlow],
    ['busy', discord.busy],
    ['cooldown', discord.coolDown(12)],
    ['cooldown', discord.serverCoolDown(1)],
  ])('is known: %s', (excuse, sentence) => {
    expect(excuseIn(sentence)).toBe(excuse);
    expect(excuseIn(`${sentence} ${sentence}`)).toBeNull();
  });
});
