import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayIntentBits,
  InteractionContextType,
  RESTJSONErrorCodes,
  type Message,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Words } from '../../wording/words.js';
import { clipText } from '../rendering/clip-text.js';
import { interactionConversation } from '../asking/conversation.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { interactionWords } from '../asking/reader-words.js';
import { shownIn } from '../asking/question-before.js';
import { renderNote } from '../rendering/render-note.js';
import { respond } from '../asking/respond.js';
import type { MessageCommand } from './command.js';
import { named } from './described.js';

/** Threads are opened by the bot as a member of the server: a user cannot bring that along. */
const DATA = {
  type: ApplicationCommandType.Message,
  ...named(({ discord }) => discord.asking.continueInThread),
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Opens a thread under an answer of the bot, in which a conversation goes on. Whoever asks for it alone is told what came of it. */
export const continueInThread: MessageCommand = {
  data: DATA,
  execute: async (interaction, services) => {
    const words = await interactionWords(interaction, services);
    const conversation = interactionConversation(interaction, { hidden: true });
    const compose = async () => renderNote([await openThread(interaction.targetMessage, words)]);
    return respond({ conversation, words, source: 'menu', compose }, services);
  },
};

async function openThread(message: Message, { discord: { asking } }: Words): Promise<string> {
  const shown = shownIn(message);
  if (shown === null) return asking.notAnAnswer;
  try {
    await message.startThread({ name: clipText(shown.understood ?? shown.question, DISCORD_LIMITS.threadName) });
  } catch (cause) {
    if (cause instanceof DiscordAPIError)
      return cause.code === RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage
        ? asking.threadThere
        : asking.noThreadHere;
    // discord.js itself refuses what it knows to be none of a text channel's messages.
    if (!(cause instanceof DiscordjsError)) throw cause;
    return cause.code === DiscordjsErrorCodes.MessageExistingThread ? asking.threadThere : asking.noThreadHere;
  }
  const readsAll = message.client.options.intents.has(GatewayIntentBits.MessageContent);
  return asking.threadOpened(!readsAll);
}
