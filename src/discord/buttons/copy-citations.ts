import { renderCitations } from '../rendering/render-citations.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { passageIdOfFields } from './answer-fields.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { passageGone } from './passage-gone.js';
import { shownPassages } from './shown-passages.js';

/** Gives the citations of all passages of the message in forms that can be copied. */
export const copyCitations: Button = {
  action: ANSWER_ACTIONS.citations,
  read: (fields) => (fields.length === 0 ? { place: 'private', run: copyAll } : null),
};

/** Gives the citation of one passage, the one whose context the message shows. */
export const copyPassageCitation: Button = {
  action: ANSWER_ACTIONS.citation,
  read: (fields) => {
    const id = passageIdOfFields(fields);
    return id === null ? null : { place: 'private', run: (press) => copyOne(id, press) };
  },
};

async function copyAll({ engine, words, signal, clock, message }: PressContext): Promise<PressOutcome> {
  const { gone, citationsGone } = words.discord.buttons.answer;
  const shown = shownPassages(message.components);
  const found = await Promise.all(
    shown.map(async ({ id, rank }) => ({ rank, context: await engine.context(id, 0, ['global'], signal) })),
  );
  const citations = found.flatMap(({ rank, context }) =>
    context === null ? [] : [{ rank, citation: context.citation }],
  );
  if (citations.length === 0) return noteOutcome(gone);
  const lost = found.filter(({ context }) => context === null).map(({ rank }) => `[${rank}]`);
  const notices = lost.length === 0 ? [] : [citationsGone(lost.join(words.listSeparator))];
  const asked = { accessed: clock.now().toISOString().slice(0, 10), notices };
  return { kind: 'shown', message: renderCitations(citations, words, asked) };
}

async function copyOne(id: string, press: PressContext): Promise<PressOutcome> {
  const { engine, words, signal, clock } = press;
  const found = await engine.context(id, 0, ['global'], signal);
  if (found === null) return passageGone(id, press);
  const asked = { accessed: clock.now().toISOString().slice(0, 10), notices: [] };
  return { kind: 'shown', message: renderCitations([{ rank: null, citation: found.citation }], words, asked) };
}
