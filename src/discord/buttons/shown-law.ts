import {
  ComponentType,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
} from 'discord.js';
import { viewProvision } from '../../wording/views/law-view.js';
import { wordsFor } from '../../wording/words-for.js';
import { WORDED_LANGUAGES, type WordedLanguage, type Words } from '../../wording/words.js';
import { escapeMarkdown, unescapeMarkdown } from '../rendering/escape-markdown.js';
import { UNRESTRICTED, type ShownQuestion } from '../rendering/shown-question.js';
import { decodeButtonId } from './button-id.js';
import { LAW_ACTIONS } from './law-buttons.js';
import { placeOfFields, type LawPlace } from './law-place.js';

/** A law as a message of the bot shows it: its card, or the offer of an article that somebody cited. */
export interface ShownLaw extends ShownQuestion {
  /** The law, and the article where one is shown. */
  readonly place: LawPlace;
}

/** A button with a place, in the words of the message's language. */
interface PlaceButton {
  readonly action: string;
  readonly label: string;
  readonly place: LawPlace;
}

const HEADING = /^(?:###|-#) (.+)$/u;

/**
 * The law of a card, from the message itself, as the question that it answers: the title with the article, and what was
 * asked of the law behind it. Null where the message is no card, or offers articles of several laws.
 */
export function readShownLaw(components: readonly APIMessageTopLevelComponent[]): ShownLaw | null {
  const [container] = components;
  if (container?.type !== ComponentType.Container) return null;
  const buttons = container.components.flatMap(placeButtons);
  const card = buttons.find(({ action }) => action === LAW_ACTIONS.citing);
  const offers = buttons.filter(({ action }) => action === LAW_ACTIONS.article);
  const isOneLaw = new Set(offers.map(({ place }) => place.law)).size === 1;
  const button = card ?? (isOneLaw ? offers[0] : undefined);
  const title = titleOf(container);
  if (button === undefined || title === null) return null;
  const place = card === undefined && offers.length > 1 ? { ...button.place, provision: null } : button.place;
  const language = languageOf(card ?? null, title);
  const words = wordsFor(language);
  const provision = place.provision === null ? '' : viewProvision(place.provision, words);
  const asked = questionIn(container, words);
  return {
    question: [language === 'en' && provision !== '' ? `${title} ${provision}` : `${title}${provision}`, ...asked].join(
      ' ',
    ),
    understood: null,
    restriction: { ...UNRESTRICTED, law: title.replace(/^《(.+)》$/u, '$1') },
    language,
    complete: true,
    place,
  };
}

function placeButtons(row: APIComponentInContainer): readonly PlaceButton[] {
  if (row.type !== ComponentType.ActionRow) return [];
  return row.components.flatMap((button) => {
    if (button.type !== ComponentType.Button || !('custom_id' in button)) return [];
    const id = decodeButtonId(button.custom_id);
    const place = id === null ? null : placeOfFields(id.fields);
    return id === null || place === null
      ? []
      : [{ action: id.action, label: 'label' in button ? (button.label ?? '') : '', place }];
  });
}

function titleOf({ components: [head] }: APIContainerComponent): string | null {
  if (head?.type !== ComponentType.TextDisplay) return null;
  const [, title] = HEADING.exec(head.content.split('\n', 1)[0] ?? '') ?? [];
  return title === undefined ? null : unescapeMarkdown(title);
}

/** The buttons of a card say in which language it was written; an offer says hardly more than a title. */
function languageOf(card: PlaceButton | null, title: string): WordedLanguage {
  const written = WORDED_LANGUAGES.find((one) => wordsFor(one).law.steps.citedBy === card?.label);
  return written ?? (/\p{Script=Han}/u.test(title) ? 'zh-Hans' : 'en');
}

/** What was asked of the law, as far as it is shown; nothing where it was not asked anything. */
function questionIn({ components }: APIContainerComponent, words: Words): readonly string[] {
  const label = `-# ${escapeMarkdown(words.answer.question)}`;
  for (const component of components) {
    if (component.type !== ComponentType.TextDisplay) continue;
    const [first, question] = component.content.split('\n');
    if (first === label && question !== undefined) return [unescapeMarkdown(question)];
  }
  return [];
}
