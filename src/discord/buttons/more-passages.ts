import { parseQuestion } from '../../retrieval/parse-question.js';
import { MAXIMUM_LIMIT } from '../../retrieval/question.js';
import { viewAnswer } from '../../wording/views/answer-view.js';
import { searchedNotice } from '../asking/searched-notice.js';
import { renderAnswer } from '../rendering/render-answer.js';
import { readShownQuestion } from '../rendering/shown-question.js';
import { ANSWER_ACTIONS } from './answer-buttons.js';
import { rangeOfFields, type RangeFields } from './answer-fields.js';
import type { Button, PressContext, PressOutcome } from './button.js';
import { noteOutcome } from './note-outcome.js';
import { shownPassages } from './shown-passages.js';

/** Shows other passages that the question of the message brings: those after the ones shown, or before them. */
export const morePassages: Button = {
  action: ANSWER_ACTIONS.more,
  read: (fields) => {
    const range = rangeOfFields(fields);
    return range === null ? null : { place: 'aside', run: (press) => show(range, press) };
  },
};

async function show(
  { offset, size }: RangeFields,
  { engine, serverSettings, words, signal, message }: PressContext,
): Promise<PressOutcome> {
  const { questionUnknown, noFurther, reordered } = words.discord.buttons.answer;
  const shown = readShownQuestion(message.components);
  if (shown?.complete !== true) return noteOutcome(questionUnknown);
  const { question, understood, restriction } = shown;
  const before = shownPassages(message.components);
  const limit = Math.min(MAXIMUM_LIMIT, Math.max(offset + size, ...before.map(({ rank }) => rank)));
  const searched = await serverSettings.forSearch(message.server);
  const parsed = parseQuestion(understood ?? question, { ...searched, ...restriction, scopes: ['global'], limit });
  if (!parsed.ok) return noteOutcome(questionUnknown);
  const [answer, { generation }] = await Promise.all([engine.answer(parsed.question, signal), engine.summary()]);
  const passages = answer.passages.slice(offset, offset + size);
  if (passages.length === 0) return noteOutcome(noFurther);
  const isSame = before.every(({ rank, id }) => answer.passages[rank - 1]?.id === id);
  const view = { ...viewAnswer({ ...answer, passages }, words), question, understood };
  const asked = {
    restriction,
    notices: [...searchedNotice(parsed.question, answer, words), ...(isSame ? [] : [reordered])],
    buttons: { generation, size, offset, hidden: true },
  };
  return { kind: 'shown', message: renderAnswer(view, words, asked) };
}
