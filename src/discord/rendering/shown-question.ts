import { ComponentType, type APIContainerComponent, type APIMessageTopLevelComponent } from 'discord.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../documents/document-kind.js';
import { WORDED_LANGUAGES, type WordedLanguage, type Words } from '../../wording/words.js';
import { wordsFor } from '../../wording/words-for.js';
import { clipText } from './clip-text.js';
import { codePoints } from './limits.js';
import { escapeMarkdown, unescapeMarkdown } from './escape-markdown.js';

/** Code points of the question that are shown over its answer; the rest of a longer one stands under it, where there is room. */
export const SHOWN_QUESTION_LENGTH = 300;

/** What an answer is restricted to; null where it is not. */
export interface Restriction {
  /** Id of a document, or of a file with several. */
  readonly document: string | null;
  readonly kind: DocumentKind | null;
  /** Any name of a law. */
  readonly law: string | null;
}

export const UNRESTRICTED: Restriction = { document: null, kind: null, law: null };

/** What is said of the question over its answer. */
export interface QuestionHead {
  readonly question: string;
  /** What a follow-up was understood as; else null. */
  readonly understood: string | null;
  readonly restriction: Restriction;
}

/** A question as a message of the bot shows it. */
export interface ShownQuestion extends QuestionHead {
  /** False where the message shows only the beginning of the question, or of what it was understood as. */
  readonly complete: boolean;
  /** In which the bot wrote the answer. */
  readonly language: WordedLanguage;
}

const ELLIPSIS = '…';

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A text in one line, its end replaced by a bare ellipsis where it is too long. An ellipsis of its own at its end is escaped. */
function shownLine(text: string): string {
  const line = inOneLine(text);
  const shown = clipText(line, SHOWN_QUESTION_LENGTH);
  const escaped = escapeMarkdown(shown);
  return shown === line && line.endsWith(ELLIPSIS) ? `${escaped.slice(0, -1)}\\${ELLIPSIS}` : escaped;
}

/** What of a text in one line is left out where it is clipped; empty where nothing is. */
function restOf(text: string): string {
  const points = Array.from(inOneLine(text));
  return points.length <= SHOWN_QUESTION_LENGTH ? '' : points.slice(SHOWN_QUESTION_LENGTH - 1).join('');
}

/**
 * What `questionLines` leaves out of a long question, and of what it was understood as, for the last text of the message:
 * there it disturbs nobody who reads the passages. Nothing where nothing is left out.
 */
export function questionRest(
  { question, understood }: Omit<QuestionHead, 'restriction'>,
  words: Words,
): readonly string[] {
  const { questionRest: label, understood: meant } = words.answer;
  return [
    [label, question],
    [`${label} (${meant})`, understood ?? ''],
  ].flatMap(([name = '', text = '']) => {
    const rest = restOf(text);
    return rest === '' ? [] : [labelled(name, words) + escapeMarkdown(rest)];
  });
}

/** Whether the question, and what it was understood as, are shown to their ends over the answer. */
export function isShownWhole({ question, understood }: Omit<QuestionHead, 'restriction'>): boolean {
  return [question, understood ?? ''].every((text) => codePoints(inOneLine(text)) <= SHOWN_QUESTION_LENGTH);
}

interface ReadLine {
  readonly text: string;
  readonly complete: boolean;
}

/** @param rest markdown of what was left out of the line; null where the message does not say */
function readLine(line: string, rest: string | null = null): ReadLine {
  // An escaped one has an odd number of backslashes before it: exactly those that `shownLine` wrote.
  const backslashes = /(\\*)…$/.exec(line)?.[1]?.length ?? null;
  const complete = backslashes === null || backslashes % 2 === 1;
  const text = unescapeMarkdown(complete ? line : line.slice(0, -1));
  return complete || rest === null ? { text, complete } : { text: `${text}${unescapeMarkdown(rest)}`, complete: true };
}

/**
 * The first lines of an answer, which `readShownQuestion` understands: a label, the question, what it was understood as, and what
 * it is restricted to, each in a line of its own; the last two only where there is something to say.
 */
export function questionLines({ question, understood, restriction }: QuestionHead, words: Words): readonly string[] {
  const restricted = restrictionLine(restriction, words);
  return [
    `-# ${escapeMarkdown(words.answer.question)}`,
    shownLine(question),
    ...(understood === null ? [] : [labelled(words.answer.understood, words) + shownLine(understood)]),
    ...(restricted === '' ? [] : [labelled(words.discord.asking.only, words) + escapeMarkdown(restricted)]),
  ];
}

const labelled = (label: string, words: Words): string => `-# ${escapeMarkdown(label)}${words.colon}`;

/** The law comes last: its name may hold what separates the parts. */
function restrictionLine({ document, kind, law }: Restriction, words: Words): string {
  const names = words.discord.asking.restriction;
  return [
    ...(document === null ? [] : [`${names.document} ${document}`]),
    ...(kind === null ? [] : [`${names.kind} ${words.kinds[kind]}`]),
    ...(law === null ? [] : [`${names.law} ${law.replace(/\s+/g, ' ').trim()}`]),
  ].join(words.partSeparator);
}

function readRestriction(line: string, words: Words): Restriction {
  const names = words.discord.asking.restriction;
  let rest = unescapeMarkdown(line);
  const part = (name: string, last: boolean): string | null => {
    if (!rest.startsWith(`${name} `)) return null;
    const end = last ? -1 : rest.indexOf(words.partSeparator);
    const value = rest.slice(name.length + 1, end === -1 ? rest.length : end);
    rest = end === -1 ? '' : rest.slice(end + words.partSeparator.length);
    return value;
  };
  const document = part(names.document, false);
  const kindName = part(names.kind, false);
  const kind = DOCUMENT_KINDS.find((one) => words.kinds[one] === kindName) ?? null;
  return { document, kind, law: part(names.law, true) };
}

/**
 * The question of an answer, from the message itself: it works after a restart, and for any language in which the message was
 * written. Null where the message is no answer to a question. Whether the bot wrote it is for the caller to know.
 */
export function readShownQuestion(components: readonly APIMessageTopLevelComponent[]): ShownQuestion | null {
  const [container] = components;
  if (container?.type !== ComponentType.Container) return null;
  const [head] = container.components;
  if (head?.type !== ComponentType.TextDisplay) return null;
  const [label, question, ...more] = head.content.split('\n');
  if (question === undefined) return null;
  for (const language of WORDED_LANGUAGES) {
    const words = wordsFor(language);
    if (label !== `-# ${escapeMarkdown(words.answer.question)}`) continue;
    const rest = restLines(container, words);
    const shown = readLine(question, rest.question);
    const after = (name: string): string | null => {
      const [line] = more;
      const start = labelled(name, words);
      return line?.startsWith(start) === true ? (more.shift() ?? '').slice(start.length) : null;
    };
    const understoodLine = after(words.answer.understood);
    const understood = understoodLine === null ? null : readLine(understoodLine, rest.understood);
    const restricted = after(words.discord.asking.only);
    return {
      question: shown.text,
      understood: understood?.text ?? null,
      language,
      complete: shown.complete && understood?.complete !== false,
      restriction: restricted === null ? UNRESTRICTED : readRestriction(restricted, words),
    };
  }
  return null;
}

/** What `questionRest` wrote into the last text of a message; null what it did not. */
function restLines(
  { components }: APIContainerComponent,
  words: Words,
): { readonly question: string | null; readonly understood: string | null } {
  const last = components.findLast((one) => one.type === ComponentType.TextDisplay);
  const lines = last?.content.split('\n') ?? [];
  const { questionRest: label, understood } = words.answer;
  const after = (name: string): string | null => {
    const start = labelled(name, words);
    return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? null;
  };
  return { question: after(label), understood: after(`${label} (${understood})`) };
}
