import type { Message } from 'discord.js';
import { detectLanguage } from '../shared/language.js';
import { wordsFor } from '../wording/words-for.js';
import type { Words } from '../wording/words.js';
import { addressedText } from './addressed-text.js';
import { answerQuestion } from './answer-question.js';
import type { BotServices } from './bot-services.js';
import { discordReason, messageConversation } from './conversation.js';
import { languageOfLocale } from './locale.js';
import { renderNote } from './render-note.js';

/** Discord does not tell the language of who writes a message: that of the text counts, then that of the server. */
function wordsOf(text: string, message: Message): Words {
  const language = detectLanguage(text);
  return wordsFor(language === 'other' && message.guild ? languageOfLocale(message.guild.preferredLocale) : language);
}

/** Answers a mention or a direct message; one without a question gets a short help. */
export async function onMessage(message: Message, services: BotServices): Promise<void> {
  const text = addressedText(
    {
      content: message.content,
      automatic: message.author.bot || message.webhookId !== null || message.system,
      direct: message.channel.isDMBased(),
      mentions: [...message.mentions.users.keys()],
    },
    message.client.user.id,
  );
  if (text === null) return;
  const words = wordsOf(text, message);
  const conversation = messageConversation(message, services.logger);
  if (text !== '') {
    await answerQuestion({ text, conversation, words, source: 'message' }, services);
    return;
  }
  try {
    await conversation.show(renderNote(words.discord.help));
  } catch (cause) {
    services.logger.warn('discord-reply-failed', { source: 'message', reason: discordReason(cause) });
  }
}
