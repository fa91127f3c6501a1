import { WORDED_LANGUAGES } from '../../../src/wording/words.js';
import { wordsFor } from '../../../src/wording/words-for.js';

/** Why a question was honestly not answered. */
export type Excuse = 'failure' | 'too slow' | 'busy' | 'cooldown';

/** Any number of seconds takes the place of this one. */
const SECONDS = 987_654;

const SENTENCES: readonly (readonly [Excuse, RegExp])[] = WORDED_LANGUAGES.map(wordsFor).flatMap(
  ({ problem, discord }): readonly (readonly [Excuse, RegExp])[] => [
    ['failure', exactly(problem.failure)],
    ['too slow', exactly(problem.tooSlow)],
    ['busy', exactly(discord.busy)],
    ['cooldown', exactly(discord.coolDown(SECONDS))],
    ['cooldown', exactly(discord.serverCoolDown(SECONDS))],
  ],
);

/** Which excuse a message is, in any language; null where it is none. @param text as a reader sees it */
export function excuseIn(text: string): Excuse | null {
  return SENTENCES.find(([, sentence]) => sentence.test(text.trim()))?.[0] ?? null;
}

function exactly(sentence: string): RegExp {
  const escaped = sentence.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(String(SECONDS), '\\d+')}$`);
}
