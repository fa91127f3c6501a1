import { DOCUMENT_KINDS } from '../../documents/document-kind.js';
import type { Words } from '../../wording/words.js';
import { composeAnswer, type Asked } from './answer-question.js';
import type { BotServices } from '../bot-services.js';
import { clipText } from '../rendering/clip-text.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { renderNote } from '../rendering/render-note.js';
import { withoutTurns } from '../rendering/without-turns.js';
import { respond } from './respond.js';
import type { Restriction } from '../rendering/shown-question.js';

/** A question with what was typed beside it; null where an option was left out. */
export interface AskedRestricted extends Omit<Asked, 'restriction' | 'before'> {
  readonly document: string | null;
  readonly kind: string | null;
  readonly law: string | null;
}

/** Answers a question within a document, a kind of documents or a law; says so where the document is none. Never rejects. */
export async function answerRestricted(
  { document, kind, law, text, ...request }: AskedRestricted,
  services: BotServices,
): Promise<void> {
  const { words, conversation } = request;
  await respond(
    {
      ...request,
      compose: async (signal) => {
        const meant = document === null ? null : await services.documentChoices.find(document);
        if (document !== null && meant === null)
          return renderNote([words.discord.asking.noSuchDocument(clipText(document, DISCORD_LIMITS.choiceText))]);
        const restriction: Restriction = {
          document: meant,
          kind: DOCUMENT_KINDS.find((one) => one === kind) ?? null,
          law: law === null ? null : await lawName(law, words, services),
        };
        return composeAnswer({ conversation, text, words, restriction }, services, signal);
      },
    },
    services,
  );
}

/** The title of a law that is known, for the reader to see; else what was typed, by which nothing will be found. */
async function lawName(typed: string, { language }: Words, { lawChoices }: BotServices): Promise<string> {
  const known = await lawChoices.find(typed);
  // A client that was tampered with may send more than the option takes.
  if (known === null) return clipText(withoutTurns(typed).trim(), DISCORD_LIMITS.choiceText);
  const chinese = language === 'zh-Hant' ? known.title.zhHant : known.title.zhHans;
  return language === 'en' ? (known.english ?? chinese) : chinese;
}
