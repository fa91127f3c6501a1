import { decodeButtonId, type ButtonId } from '../../../src/discord/buttons/button-id.js';
import { wordsFor } from '../../../src/wording/words-for.js';
import { WORDED_LANGUAGES, type Words } from '../../../src/wording/words.js';
import type { BotMessage } from '../discord-emulator/message-board.js';
import { FLAG_EPHEMERAL } from '../discord-emulator/check-message.js';
import { FLAG_LOADING, buttonsOf } from '../discord-emulator/message-board.js';
import { asText, isObject } from '../discord-emulator/json.js';
import type { Deed, Judge } from './deed.js';
import type { DeedKind } from './deed-kind.js';
import { holdsOne } from './oracle.js';
import type { Town } from './town.js';

/** Buttons are pressed under one of so many messages that came last. */
const RECENT = 200;
/** Of ten presses so many are those of whoever asked. */
const BY_ASKER = 0.7;
/** What a client that was tampered with may send. */
const FORGED = ['y1:context:%%%:1', 'y1:nothing', 'y9:more:5:5', 'y1:more:99999:5', 'anything', 'y1:insightsat:days:x'];

interface Pressable {
  readonly message: BotMessage;
  readonly customId: string;
  readonly id: ButtonId;
}

const phrases = (phrase: (words: Words) => readonly string[]): readonly string[] =>
  WORDED_LANGUAGES.flatMap((language) => phrase(wordsFor(language)));

const GONE = phrases(({ discord: { buttons } }) => [buttons.unknown, buttons.lawGone, buttons.answer.gone]);
const THANKS = phrases(({ discord: { buttons } }) => [
  buttons.answer.thanks.helpful,
  buttons.answer.thanks.unhelpful,
  buttons.answer.withdrawn,
]);

/** Nothing here is ever gone or unknown: the index stays as it is, and every button is of this version. */
const notGone: Judge = (final) => (holdsOne(final, GONE) === null ? 'said to be gone' : null);

/** What has to come of a button, by its action. */
function judgeOf({ action, fields }: ButtonId, town: Town): Judge {
  const [first = ''] = fields;
  if (action === 'context') return town.oracle.passage(first);
  if (action === 'helpful' || action === 'unhelpful') return (final) => holdsOne(final, THANKS);
  return notGone;
}

function pressables(town: Town): readonly Pressable[] {
  const recent = town.emulator.board.all.slice(-RECENT).filter(({ flags }) => (flags & FLAG_LOADING) === 0);
  return recent.flatMap((message) =>
    buttonsOf(message).flatMap(({ custom_id: customId, disabled }) => {
      const id = disabled === true ? null : decodeButtonId(asText(customId));
      return id === null ? [] : [{ message, customId: asText(customId), id }];
    }),
  );
}

/** Presses a button of some sort, each sort as often as any other, so that rare ones are pressed as well. */
function press(town: Town): Deed | null {
  const all = pressables(town).filter(({ message }) => !town.doomed.has(message.id));
  if (all.length === 0) return null;
  const action = town.pick([...new Set(all.map(({ id }) => id.action))]);
  const { message, customId, id } = town.pick(all.filter((one) => one.id.action === action));
  // Whoever presses at the same moment would find the message gone.
  if (action === 'delete' && town.busy(message.id)) return null;
  const asker = message.user ?? town.asked.get(message.repliesTo ?? '')?.user;
  const alone = (message.flags & FLAG_EPHEMERAL) !== 0;
  const own = alone || town.random() < BY_ASKER;
  const user = own && isObject(asker) ? asker : town.somebody().user;
  if (action === 'delete') town.doomed.add(message.id);
  return {
    id: town.emulator.press({ message, customId, user, locale: town.locale() }),
    kind: `button ${action}`,
    way: 'interaction',
    channel: message.channel,
    ending: 'one',
    judge: judgeOf(id, town),
    on: message.id,
  };
}

function forge(town: Town): Deed | null {
  const message = town.emulator.board.all.slice(-RECENT).find(({ flags }) => (flags & FLAG_EPHEMERAL) === 0);
  if (message === undefined) return null;
  const unknown = phrases(({ discord }) => [discord.buttons.unknown, discord.buttons.answer.noFurther]);
  return {
    id: town.emulator.forgePress(message, town.pick(FORGED)),
    kind: 'button made up',
    way: 'interaction',
    channel: message.channel,
    ending: 'one',
    judge: (final) => holdsOne(final, unknown),
  };
}

/** Presses of buttons. */
export const BUTTON_DEEDS: readonly DeedKind[] = [
  { kind: 'button', weight: 24, act: press },
  { kind: 'button made up', weight: 1, act: forge },
];
