import { asObject } from '../discord-emulator/json.js';
import type { DiscordEmulator } from '../discord-emulator/discord-emulator.js';
import { textOf } from '../discord-emulator/message-board.js';
import type { RecordedRequest } from '../discord-emulator/rest-api.js';
import { readMarkdown } from '../discord-emulator/read-markdown.js';
import type { Final } from './deed.js';
import { excuseIn, type Excuse } from './excuses.js';
import type { Tracked } from './tracker.js';

/** What is to be said of all deeds of a soak. */
export interface Verdict {
  /** Ended with an answer that was held against the engine. */
  readonly right: number;
  /** Honest errors by their kind. */
  readonly excuses: ReadonlyMap<Excuse, number>;
  /** Deeds that Discord refused the bot the answer to, as it had to. */
  readonly refused: number;
  /** Rightly left alone. */
  readonly leftAlone: number;
  /** Each with its deed, and what is wrong. */
  readonly unanswered: readonly string[];
  readonly twice: readonly string[];
  readonly wrong: readonly string[];
}

/** Judges every deed: by what the bot sent, and by what stands in the channels at the end. */
export async function judge(
  all: readonly Tracked[],
  { board, requests }: Pick<DiscordEmulator, 'board' | 'requests'>,
): Promise<Verdict> {
  const replies = countBy(board.all.map(({ repliesTo }) => repliesTo));
  const responses = countBy(board.all.map(({ interaction }) => interaction));
  const excuses = new Map<Excuse, number>();
  const [unanswered, twice, wrong]: [string[], string[], string[]] = [[], [], []];
  let [right, refused, leftAlone] = [0, 0, 0];
  for (const tracked of all) {
    const { deed, answers, refusals } = tracked;
    const name = `${deed.kind} ${deed.id}`;
    const sent = (): string => requestsOf(tracked, requests).join('; ');
    const shown = Math.max(answers.size, replies.get(deed.id) ?? 0, responses.get(deed.id) ?? 0);
    if (shown > 1) twice.push(`${name}: ${shown} answers: ${sent()}`);
    const mayBeSilent = deed.ending !== 'one';
    if (answers.size === 0) {
      if (!mayBeSilent) unanswered.push(`${name}: ${sent()}`);
      else if (deed.ending === 'refused' && refusals.length === 0) unanswered.push(`${name}: not even tried`);
      else if (deed.ending === 'refused') refused += 1;
      else leftAlone += 1;
      continue;
    }
    if (deed.ending === 'nothing' || deed.ending === 'refused') {
      wrong.push(`${name}: answered where it must not be`);
      continue;
    }
    const final = finalOf(tracked);
    const excuse = excuseIn(final.text);
    const problem = excuse === null && !answers.has('deleted') ? await deed.judge(final) : null;
    if (excuse !== null) excuses.set(excuse, (excuses.get(excuse) ?? 0) + 1);
    else if (problem === null) right += 1;
    else wrong.push(`${name}: ${problem}; it says ${final.text.slice(0, 300)}`);
  }
  return { right, excuses, refused, leftAlone, unanswered, twice, wrong };
}

/** So many answers are held against what was asked beside them. */
const MIXED_UP = 300;

/**
 * How many answers would pass for the answer to another question: the comparison tells answers apart where few do.
 * @returns a share of those that were tried, from 0 to 1
 */
export async function shareMixedUp(all: readonly Tracked[]): Promise<number> {
  const answered = all.filter(({ deed, answers }) => deed.kind === '/ask' && answers.size > 0).slice(0, MIXED_UP);
  let passed = 0;
  for (const [place, tracked] of answered.entries()) {
    const other = answered[(place + 1) % answered.length];
    if (other !== undefined && (await other.deed.judge(finalOf(tracked))) === null) passed += 1;
  }
  return passed / Math.max(1, answered.length);
}

/** A message as a reader sees it. */
function finalOf({ body }: Tracked): Final {
  const message = { id: '', channel: '', interaction: null, repliesTo: null, flags: 0, edits: 0, body: asObject(body) };
  return { body, ...readMarkdown(textOf(message)) };
}

function countBy(keys: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** What the bot sent for a deed, and what it was answered. */
function requestsOf({ deed, begun }: Tracked, requests: readonly RecordedRequest[]): readonly string[] {
  return requests
    .filter(({ path, body }) => `${path} ${JSON.stringify(body)}`.includes(deed.id))
    .map(({ method, path, status, at }) => `${method} ${path} ${status} after ${(at - begun).toFixed(0)} ms`);
}
