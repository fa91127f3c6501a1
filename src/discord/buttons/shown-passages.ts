import { ComponentType, type APIComponentInContainer, type APIMessageTopLevelComponent } from 'discord.js';
import type { WordedLanguage } from '../../wording/words.js';
import { wordsFor } from '../../wording/words-for.js';
import { readQuotation } from '../rendering/read-quotation.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { passageOfFields, type PassageFields } from './answer-fields.js';
import { decodeButtonId } from './button-id.js';

/** A passage as an answer of the bot shows it. */
export interface ShownPassage extends PassageFields {
  /** Markdown of its text and of what stands under it. */
  readonly body: string;
}

/** The passages of an answer, in their order, from the message itself; none where it is no answer. */
export function shownPassages(components: readonly APIMessageTopLevelComponent[]): readonly ShownPassage[] {
  const [container] = components;
  if (container?.type !== ComponentType.Container) return [];
  return container.components.flatMap((component, at, all) => {
    const passage = passageOfSection(component);
    const next = all[at + 1];
    return passage === null ? [] : [{ ...passage, body: next?.type === ComponentType.TextDisplay ? next.content : '' }];
  });
}

/** The text of a passage that a message shows; null where it shows no such passage, or not all of it. */
export function shownText(
  components: readonly APIMessageTopLevelComponent[],
  id: string,
  language: WordedLanguage,
): string | null {
  const passage = shownPassages(components).find((one) => one.id === id);
  return passage === undefined ? null : readQuotation(passage.body, wordsFor(language));
}

function passageOfSection(component: APIComponentInContainer): PassageFields | null {
  if (component.type !== ComponentType.Section || component.accessory.type !== ComponentType.Button) return null;
  const id = 'custom_id' in component.accessory ? decodeButtonId(component.accessory.custom_id) : null;
  return id?.action === ANSWER_ACTIONS.context ? passageOfFields(id.fields) : null;
}
