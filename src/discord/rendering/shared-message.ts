import {
  ComponentType,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
} from 'discord.js';
import type { Words } from '../../wording/words.js';
import { ANSWER_ACTIONS, deleteButton } from '../buttons/answer-buttons.js';
import { decodeButtonId } from '../buttons/button-id.js';
import { buttonComponent } from '../buttons/button-row.js';
import { escapeMarkdown } from './escape-markdown.js';
import { containerMessage, textDisplay, type OutgoingMessage } from './message.js';
import { subtext } from './render-passage.js';

/**
 * An answer that only its asker saw, as everybody is to see it: who shared it stands under the question, and the button
 * that shared it deletes it. Nothing else changes, so it fits wherever `renderAnswer` made room for it.
 * @param user id of who shares it; nobody is pinged by the mention
 */
export function sharedMessage({ components }: APIContainerComponent, user: string, words: Words): OutgoingMessage {
  const sharedBy = words.discord.buttons.answer.sharedBy;
  const [before = '', after = ''] = sharedBy('\n').split('\n');
  const line = subtext(`${escapeMarkdown(before)}<@${user}>${escapeMarkdown(after)}`);
  const [head, ...rest] = components;
  return containerMessage([
    ...(head?.type === ComponentType.TextDisplay ? [textDisplay(`${head.content}\n${line}`)] : []),
    ...rest.map((component) => withoutShare(component, words)),
  ]);
}

function withoutShare(component: APIComponentInContainer, { discord }: Words): APIComponentInContainer {
  if (component.type !== ComponentType.ActionRow) return component;
  const remove = buttonComponent(deleteButton(discord.buttons.answer.remove));
  return {
    ...component,
    components: component.components.flatMap((one): readonly APIComponentInMessageActionRow[] =>
      one.type === ComponentType.Button && isShare(one) ? remove : [one],
    ),
  };
}

function isShare(button: APIButtonComponent): boolean {
  return 'custom_id' in button && decodeButtonId(button.custom_id)?.action === ANSWER_ACTIONS.share;
}
