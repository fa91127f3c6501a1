import type { IndexSummary } from '../../retrieval/passage-index.js';
import type { StatusWords } from '../../wording/operation-words.js';
import type { Words } from '../../wording/words.js';
import type { AnswerTimes } from '../vitals.js';
import { boldMarkdown } from './escape-markdown.js';
import { containerMessage, textDisplay, type OutgoingMessage } from './message.js';
import { field } from './render-passage.js';

/** How the bot is. Times are in milliseconds; null where nothing was measured yet. */
export interface Status {
  readonly index: IndexSummary;
  readonly uptime: number;
  /** From a heartbeat to its acknowledgement. */
  readonly gateway: number | null;
  readonly answers: AnswerTimes | null;
  readonly queue: { readonly running: number; readonly waiting: number };
  /** Whether the database answers. */
  readonly database: boolean;
}

const MINUTE = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;

/** One fact a line, its name in bold. */
export function renderStatus(status: Status, words: Words): OutgoingMessage {
  const { index, answers, gateway, queue } = status;
  const { status: phrases } = words.discord.operation;
  const facts: readonly (readonly [string, string])[] = [
    [phrases.documents, String(index.documents)],
    [phrases.passages, String(index.passages)],
    [phrases.encoder, index.encoder.model],
    [phrases.generation, index.generation],
    [phrases.built, wordInstant(index.builtAt, phrases)],
    [phrases.uptime, wordDuration(status.uptime, phrases)],
    [phrases.gateway, gateway === null ? phrases.notMeasured : phrases.milliseconds(Math.round(gateway))],
    [
      phrases.answers,
      answers === null
        ? phrases.notMeasured
        : phrases.answerTimes(answers.answers, Math.round(answers.median), Math.round(answers.slow)),
    ],
    [phrases.queue, phrases.queueSize(queue.running, queue.waiting)],
    [phrases.database, status.database ? phrases.databaseAnswers : phrases.databaseFails],
  ];
  const lines = facts.map(([name, value]) => `${boldMarkdown(`${name}${words.colon.trimEnd()}`)} ${field(value)}`);
  return containerMessage([textDisplay([`### ${field(phrases.heading)}`, ...lines].join('\n'))]);
}

/** An instant of ISO 8601 in UTC. */
function wordInstant(instant: string, { instant: worded }: StatusWords): string {
  const utc = new Date(instant).toISOString();
  return worded(utc.slice(0, 10), utc.slice(11, 16));
}

function wordDuration(milliseconds: number, { duration }: StatusWords): string {
  const minutes = Math.floor(milliseconds / MINUTE);
  const hours = Math.floor(minutes / MINUTES_AN_HOUR);
  return duration(Math.floor(hours / HOURS_A_DAY), hours % HOURS_A_DAY, minutes % MINUTES_AN_HOUR);
}
