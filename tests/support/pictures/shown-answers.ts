import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import { asObject, asText } from '../discord-emulator/json.js';
import { FLAG_EPHEMERAL } from '../discord-emulator/check-message.js';
import { FLAG_LOADING, type BotMessage } from '../discord-emulator/message-board.js';
import type { Cause, ClientLanguage, DrawnMessage } from './message-html.js';

/** An answer of the bot that README.md shows. */
export interface ShownAnswer {
  /** Of its picture, without look and ending. */
  readonly name: string;
  readonly message: DrawnMessage;
}

const CHINESE_QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const ENGLISH_QUESTION = 'Since when has China held a National Cybersecurity Week?';
const LAW = '个人信息保护法';

/** So many passages are one screen. A server sets that itself. */
const PASSAGES = 3;

/** Who asks, in the pictures. */
const CHINESE_USER = '小林';
const ENGLISH_USER = 'Robin';

/** Asks the bot that is logged in to the emulated Discord: by a command, by a mention, and for a law. What it sends is drawn. */
export async function shownAnswers(emulator: DiscordEmulator): Promise<readonly ShownAnswer[]> {
  const answerTo = (interaction: string): Promise<BotMessage> =>
    emulator.waitForMessage((one) => one.interaction === interaction && (one.flags & FLAG_LOADING) === 0);
  const drawn = ({ body, flags }: BotMessage, cause: Cause, language: ClientLanguage): DrawnMessage => ({
    components: body.components,
    cause,
    ephemeral: (flags & FLAG_EPHEMERAL) !== 0,
    bot: { id: emulator.cast.bot.id, name: 'Yinju' },
    users: { [emulator.cast.user.id]: cause.user },
    language,
  });
  const use = async (name: string, options: Readonly<Record<string, string>>): Promise<DrawnMessage> => {
    const locale = 'zh-CN';
    const answer = await answerTo(emulator.slashCommand({ name, options, locale }));
    return drawn(answer, { kind: 'command', user: CHINESE_USER, command: shownName(emulator, name, locale) }, locale);
  };
  await answerTo(emulator.slashCommand({ name: 'settings', subcommand: 'passages', options: { number: PASSAGES } }));
  const asked = emulator.mention(ENGLISH_QUESTION);
  const reply = await emulator.waitForMessage(({ repliesTo }) => repliesTo === asked);
  const cause: Cause = { kind: 'reply', user: ENGLISH_USER, text: ENGLISH_QUESTION };
  return [
    { name: 'chinese', message: await use('ask', { question: CHINESE_QUESTION }) },
    { name: 'english', message: drawn(reply, cause, 'en-US') },
    { name: 'law', message: await use('law', { name: LAW }) },
  ];
}

/** The name under which a client shows a command. */
function shownName(emulator: DiscordEmulator, name: string, locale: ClientLanguage): string {
  const command = [...emulator.commands.values()].flat().find((one) => one.name === name);
  return asText(asObject(command?.name_localizations)[locale]) || name;
}
