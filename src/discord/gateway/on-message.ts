import { MessageReferenceType, type Message } from 'discord.js';
import type { ChannelMode } from '../../store/contract/guild-settings.js';
import { addressedText, type IncomingMessage } from '../asking/addressed-text.js';
import { answerQuestion } from '../asking/answer-question.js';
import { messageConversation } from '../asking/conversation.js';
import { noteFailure } from '../asking/note-failure.js';
import { questionBefore } from '../asking/question-before.js';
import { messageWords } from '../asking/reader-words.js';
import { wayOfMessage } from '../asking/way-of-message.js';
import type { Way } from '../bot-observer.js';
import type { BotServices } from '../bot-services.js';
import { offerCard } from '../cards/offer-card.js';
import { renderNote } from '../rendering/render-note.js';

const isAutomatic = ({ author, webhookId, system }: Message): boolean => author.bot || webhookId !== null || system;

/** A message as `addressedText` takes it: its content is read from it only when that is looked at. */
function incoming(message: Message, mode: ChannelMode): IncomingMessage {
  const isReply = message.reference?.type === MessageReferenceType.Default;
  return {
    get content() {
      return message.content;
    },
    automatic: isAutomatic(message),
    direct: message.channel.isDMBased(),
    mentions: [...message.mentions.users.keys()],
    // A message that was deleted meanwhile has no author any more: it was nobody's.
    repliesTo: isReply ? (message.mentions.repliedUser?.id ?? '') : null,
    threadOwner: message.channel.isThread() ? message.channel.ownerId : null,
    mode,
  };
}

/**
 * Answers what speaks to the bot: see `speaksTo`. A mention or a direct message without a question gets a short help. Where
 * citation cards are on, they are offered for what does not. Any other message is dropped with its content unseen.
 */
export async function onMessage(message: Message, services: BotServices): Promise<void> {
  if (isAutomatic(message)) return;
  const { channel, guildId } = message;
  // A thread has the settings of the channel that it belongs to.
  const home = channel.isThread() ? (channel.parentId ?? channel.id) : channel.id;
  const { mode, citationCards } = await services.serverSettings.ofChannel(guildId, home);
  const [received, { id: botId }] = [incoming(message, mode), message.client.user];
  const text = addressedText(received, botId);
  if (text !== null) await answer(text, wayOfMessage(received, botId), message, services);
  else if (citationCards && mode !== 'off') await offerCard(message, services);
}

async function answer(text: string, source: Way, message: Message, services: BotServices): Promise<void> {
  const words = await messageWords(text, message, services);
  const conversation = messageConversation(message, services.logger);
  if (text !== '') {
    // Looked for while the question is acknowledged and waits for its turn: that it takes long keeps nobody else waiting.
    const before = questionBefore(message, services.logger);
    await answerQuestion({ text, conversation, words, source, before }, services);
    return;
  }
  try {
    await conversation.show(renderNote(words.discord.help));
  } catch (cause) {
    noteFailure(cause, { level: 'warn', event: 'discord-reply-failed', facts: { source } }, services);
  }
}
