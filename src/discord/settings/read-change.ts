import type { GuildSettings, GuildSettingsChange } from '../../store/contract/guild-settings.js';
import type { Words } from '../../wording/words.js';
import type { DocumentChoices } from '../choices/document-choices.js';
import { LANGUAGES, MODES, SETTABLE_PASSAGES } from '../commands/settings-options.js';
import { clipText } from '../rendering/clip-text.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';

/** One use of the command; null where an option was left out. Nothing of it is checked: a client may send anything. */
export type AskedChange =
  | { readonly setting: 'view' }
  | {
      readonly setting: 'channel';
      readonly channel: string | null;
      readonly answers: string | null;
      readonly cards: boolean | null;
    }
  | { readonly setting: 'language'; readonly language: string }
  | {
      readonly setting: 'documents';
      readonly add: string | null;
      readonly remove: string | null;
      readonly all: boolean;
    }
  | { readonly setting: 'passages'; readonly number: number | null };

/** What comes of it. */
export type ReadChange =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'changed'; readonly change: GuildSettingsChange }
  /** With the sentence that says why. */
  | { readonly kind: 'refused'; readonly wordedBy: (words: Words) => string };

type Asked<Setting extends AskedChange['setting']> = Extract<AskedChange, { readonly setting: Setting }>;

/** What shall be different in the settings, or why it cannot be. Rejects where the documents cannot be listed. */
export async function readChange(
  asked: AskedChange,
  before: GuildSettings,
  documents: Pick<DocumentChoices, 'idsOf'>,
): Promise<ReadChange> {
  switch (asked.setting) {
    case 'view':
      return { kind: 'nothing' };
    case 'channel':
      return channelChange(asked);
    case 'language': {
      const language = LANGUAGES.find((one) => one === asked.language);
      return language === undefined ? nothingGiven : changed({ language });
    }
    case 'documents':
      return documentsChange(asked, before, documents);
    case 'passages': {
      const { number } = asked;
      const { fewest, most } = SETTABLE_PASSAGES;
      const valid = number === null || (Number.isInteger(number) && number >= fewest && number <= most);
      return valid ? changed({ passages: number }) : nothingGiven;
    }
  }
}

const nothingGiven: ReadChange = { kind: 'refused', wordedBy: ({ discord }) => discord.settings.nothingGiven };

function changed(change: GuildSettingsChange): ReadChange {
  return { kind: 'changed', change };
}

function channelChange({ channel, answers, cards }: Asked<'channel'>): ReadChange {
  if (channel === null) return { kind: 'refused', wordedBy: ({ discord }) => discord.settings.noSuchChannel };
  const mode = MODES.find((one) => one === answers);
  if (mode === undefined && cards === null) return nothingGiven;
  const change = { ...(mode === undefined ? {} : { mode }), ...(cards === null ? {} : { citationCards: cards }) };
  return changed({ channels: { [channel]: change } });
}

async function documentsChange(
  { add, remove, all }: Asked<'documents'>,
  before: GuildSettings,
  documents: Pick<DocumentChoices, 'idsOf'>,
): Promise<ReadChange> {
  if (all) return changed({ documents: [] });
  if (add === null && remove === null) return nothingGiven;
  const added = add === null ? [] : await documents.idsOf(add);
  if (added.length === 0 && add !== null) {
    const typed = clipText(add, DISCORD_LIMITS.choiceText);
    return { kind: 'refused', wordedBy: ({ discord }) => discord.asking.noSuchDocument(typed) };
  }
  // One that is gone can still be removed, by the id that the settings show.
  const removed = remove === null ? [] : [remove.trim(), ...(await documents.idsOf(remove))];
  if (remove !== null && !before.documents.some((id) => removed.includes(id))) {
    const typed = clipText(remove, DISCORD_LIMITS.choiceText);
    return { kind: 'refused', wordedBy: ({ discord }) => discord.settings.notListed(typed) };
  }
  const kept = before.documents.filter((id) => !removed.includes(id));
  return changed({ documents: [...new Set([...kept, ...added])] });
}
