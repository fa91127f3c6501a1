import { ComponentType } from 'discord.js';
import type { Answer } from '../../src/answering/answer.js';
import type { OutgoingMessage } from '../../src/discord/rendering/message.js';
import { renderAnswer } from '../../src/discord/rendering/render-answer.js';
import { UNRESTRICTED } from '../../src/discord/rendering/shown-question.js';
import { viewAnswer } from '../../src/wording/views/answer-view.js';
import type { Words } from '../../src/wording/words.js';
import { readMarkdown } from './discord-emulator/read-markdown.js';

const BUTTONS = { generation: '000001', size: 5, offset: 0, hidden: false };

/** The message of an answer to a question without restrictions. */
export function renderedAnswer(answer: Answer, words: Words, buttons: Partial<typeof BUTTONS> = {}): OutgoingMessage {
  const asked = { restriction: UNRESTRICTED, notices: [], buttons: { ...BUTTONS, ...buttons } };
  return renderAnswer(viewAnswer(answer, words), words, asked);
}

/** The texts of a message, in order: each passage, whose first lines stand beside a button, is one. */
export function textsOf(message: OutgoingMessage): readonly string[] {
  const texts: string[] = [];
  let beside: string[] = [];
  for (const component of message.components[0].components)
    if (component.type === ComponentType.Section) beside = component.components.map(({ content }) => content);
    else if (component.type === ComponentType.TextDisplay) {
      texts.push([...beside, component.content].join('\n'));
      beside = [];
    }
  return texts;
}

/** What a reader sees of it. */
export const shownText = (message: OutgoingMessage): string => readMarkdown(textsOf(message).join('\n')).text;

/** The message as it goes over the wire. */
export const wireForm = (message: OutgoingMessage) => ({
  flags: (1 << 15) | (1 << 2),
  components: message.components,
  allowed_mentions: { parse: [], replied_user: false },
});
