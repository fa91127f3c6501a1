import { wordsFor } from '../../../src/wording/words-for.js';
import { WORDED_LANGUAGES, type Words } from '../../../src/wording/words.js';
import type { Deed } from './deed.js';
import type { DeedKind } from './deed-kind.js';
import { holdsOne } from './oracle.js';
import { slashDeed } from './slash-deed.js';
import type { Town } from './town.js';

/** A command whose answer holds this phrase, in any language. */
function saying(name: string, weight: number, phrase: (words: Words) => string, subcommand?: string): DeedKind {
  const phrases = WORDED_LANGUAGES.map((language) => phrase(wordsFor(language)));
  const use = { name, ...(subcommand === undefined ? {} : { subcommand }) };
  return {
    kind: `/${name}`,
    weight,
    act: (town) => slashDeed(town, `/${name}`, use, (final) => holdsOne(final, phrases)),
  };
}

function verify(town: Town): Deed {
  const text = town.question();
  return slashDeed(town, '/verify', { name: 'verify', options: { text } }, town.oracle.verdictOn(text));
}

/** The other slash commands. */
export const COMMAND_DEEDS: readonly DeedKind[] = [
  { kind: '/verify', weight: 3, act: verify },
  {
    kind: '/sources',
    weight: 2,
    act: (town) =>
      slashDeed(town, '/sources', { name: 'sources' }, async (final) =>
        holdsOne(final, [await town.oracle.firstTitle()]),
      ),
  },
  saying('status', 2, ({ discord }) => discord.operation.status.heading),
  saying('help', 1, ({ discord }) => discord.operation.help.heading),
  saying('privacy', 1, ({ discord }) => discord.operation.privacy.heading),
  saying('insights', 1, ({ discord }) => discord.operation.insights.heading),
  saying('settings', 1, ({ discord }) => discord.settings.heading, 'view'),
];
