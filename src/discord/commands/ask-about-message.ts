import {
  ApplicationCommandType,
  type Message,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import { answerQuestion } from '../asking/answer-question.js';
import { interactionConversation } from '../asking/conversation.js';
import { interactionWords } from '../asking/reader-words.js';
import { shownIn } from '../asking/question-before.js';
import { questionInText } from '../asking/question-in-text.js';
import { renderNote } from '../rendering/render-note.js';
import { respond } from '../asking/respond.js';
import type { MessageCommand } from './command.js';
import { named } from './described.js';
import { EVERYWHERE } from './places.js';

const DATA = {
  type: ApplicationCommandType.Message,
  ...named(({ discord }) => discord.asking.askAboutMessage),
  ...EVERYWHERE,
} satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;

/** Answers what somebody's message asks; of an answer of the bot itself, its question. */
export const askAboutMessage: MessageCommand = {
  data: DATA,
  execute: async (interaction, services) => {
    const request = {
      conversation: interactionConversation(interaction),
      words: await interactionWords(interaction, services),
      source: 'menu' as const,
    };
    const text = textOf(interaction.targetMessage);
    if (text !== '') return answerQuestion({ ...request, text }, services);
    const note = renderNote([request.words.discord.asking.noText]);
    return respond({ ...request, compose: () => Promise.resolve(note) }, services);
  },
};

/** What a message asks: by its own text, else by that of its embeds, as other bots and previews write them. */
function textOf(message: Message): string {
  const shown = shownIn(message);
  if (shown !== null) return shown.understood ?? shown.question;
  const { content, embeds } = message;
  const embedded = embeds.flatMap(({ title, description }) => [title, description]).filter((one) => one !== null);
  return questionInText(content.trim() === '' ? embedded.join('\n') : content);
}
