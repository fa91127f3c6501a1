import type { PassageContext } from '../../answering/engine.js';
import { viewContext } from '../../wording/views/context-view.js';
import { SECTION_SEPARATOR } from '../../wording/views/citation-view.js';
import type { Words } from '../../wording/words.js';
import { renderContext } from '../rendering/render-context.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { contextOfFields, fieldsOfContext, passageOfFields, type ContextFields } from './answer-fields.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { buttonRows, type ButtonRow, type ShownButton } from './button-row.js';
import { noteOutcome } from './note-outcome.js';
import { passageGone } from './passage-gone.js';

/** Paragraphs on one page: the passage and one on each side, then so many further ones. */
const PER_PAGE = 3;
const REACH = 1;

/** Shows a passage of the answer with the paragraphs before and after it. */
export const context: Button = {
  action: ANSWER_ACTIONS.context,
  read: (fields) => {
    const passage = passageOfFields(fields);
    return passage === null ? null : { place: 'private', run: (press) => show({ id: passage.id, page: 0 }, press) };
  },
};

/** Shows the paragraphs further before it, or after it. */
export const contextPage: Button = {
  action: ANSWER_ACTIONS.contextPage,
  read: (fields) => {
    const asked = contextOfFields(fields);
    return asked === null ? null : { place: 'in-place', run: (press) => show(asked, press) };
  },
};

/** Which of the passages of a document, from its beginning, a page shows. */
interface Window {
  readonly from: number;
  /** After the last one. */
  readonly to: number;
}

async function show(asked: ContextFields, press: PressContext): Promise<PressOutcome> {
  const { engine, words, signal } = press;
  // One more tells whether the document goes on.
  const reach = PER_PAGE * Math.abs(asked.page) + REACH + 1;
  const found = await engine.context(asked.id, reach, ['global'], signal);
  if (found === null) return passageGone(asked.id, press);
  const all = [...found.before, found.passage, ...found.after];
  const first = found.before.length + PER_PAGE * asked.page - REACH;
  const window = { from: Math.max(0, first), to: Math.min(all.length, first + PER_PAGE) };
  if (window.from >= window.to) return noteOutcome(words.discord.buttons.answer.noFurther);
  return { kind: 'shown', message: messageOf(asked, found, window, words) };
}

function messageOf(asked: ContextFields, found: PassageContext, { from, to }: Window, words: Words) {
  const all = [...found.before, found.passage, ...found.after];
  const [begins, ends] = [from === 0, to === all.length];
  const part = {
    view: viewContext(found, words),
    from,
    to,
    sections: all.map(({ section }) => section.join(SECTION_SEPARATOR)),
    begins,
    ends,
  };
  return renderContext(part, words, contextRows(asked, { begins, ends }, words));
}

function contextRows(
  { id, page }: ContextFields,
  { begins, ends }: { readonly begins: boolean; readonly ends: boolean },
  { discord }: Words,
): readonly ButtonRow[] {
  const { copy, answer } = discord.buttons;
  const turn = (to: number, label: string): readonly ShownButton[] => {
    const fields = fieldsOfContext({ id, page: to });
    return fields === null ? [] : [{ id: { action: ANSWER_ACTIONS.contextPage, fields }, label }];
  };
  return buttonRows([
    ...(begins ? [] : turn(page - 1, answer.earlier)),
    ...(ends ? [] : turn(page + 1, answer.later)),
    { id: { action: ANSWER_ACTIONS.citation, fields: [id] }, label: copy },
  ]);
}
