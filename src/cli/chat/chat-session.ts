import type { Engine } from '../../answering/engine.js';
import { DEFAULT_LIMIT, MAXIMUM_LIMIT } from '../../retrieval/question.js';
import { parseQuestion } from '../../retrieval/parse-question.js';
import type { Language } from '../../shared/language.js';
import { viewAnswer, type PassageView } from '../../wording/views/answer-view.js';
import { viewContext } from '../../wording/views/context-view.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import { wordsFor } from '../../wording/words-for.js';
import type { Words } from '../../wording/words.js';
import { renderHeading, renderPassage, type Canvas } from '../rendering/render-answer.js';
import { renderContext } from '../rendering/render-context.js';
import { renderParagraph } from '../terminal/render-paragraph.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';
import { parseChatLine } from './chat-command.js';

/** What the chat says to a line. */
export interface ChatReply {
  readonly lines: readonly string[];
  /** True where the user wants to leave. */
  readonly ended: boolean;
}

/** How the chat looks; `columns` is asked before every reply, since a window changes its size. */
export interface ChatLook {
  readonly style: TerminalStyle;
  readonly columns: () => number;
}

/** How many neighbours `context` shows on each side. */
const CONTEXT_REACH = 1;

/**
 * A conversation in the terminal: remembers the passages of the last question, for `more` and `context`, and the
 * language to speak. Knows nothing of how lines come and go.
 */
export class ChatSession {
  readonly #engine: Engine;
  readonly #look: ChatLook;
  #words: Words;
  /** Null before the first question. */
  #passages: readonly PassageView[] | null = null;
  #shown = 0;

  constructor(engine: Engine, language: Language, look: ChatLook) {
    this.#engine = engine;
    this.#look = look;
    this.#words = wordsFor(language);
  }

  get words(): Words {
    return this.#words;
  }

  async welcome(): Promise<readonly string[]> {
    const { documents, passages } = await this.#engine.summary();
    return this.#wrapped(this.#words.chat.welcome(documents, passages));
  }

  /** @throws what the engine throws; the session stays as it was then */
  async reply(line: string, signal: AbortSignal): Promise<ChatReply> {
    const command = parseChatLine(line);
    switch (command.kind) {
      case 'empty':
        return { lines: [], ended: false };
      case 'help':
        return { lines: wordsFor(command.language).chat.help, ended: false };
      case 'quit':
        return { lines: [wordsFor(command.language).chat.goodbye], ended: true };
      case 'more':
        return { lines: this.#more(), ended: false };
      case 'context':
        return { lines: await this.#context(command.rank, signal), ended: false };
      case 'question':
        return { lines: await this.#ask(command.text, signal), ended: false };
    }
  }

  #wrapped(paragraphs: readonly string[]): readonly string[] {
    return paragraphs.flatMap((paragraph) => renderParagraph(paragraph, this.#look.columns(), 0));
  }

  get #canvas(): Canvas {
    return { words: this.#words, style: this.#look.style, columns: this.#look.columns() };
  }

  async #ask(text: string, signal: AbortSignal): Promise<readonly string[]> {
    const parsed = parseQuestion(text, { scopes: ['global'], limit: MAXIMUM_LIMIT });
    if (!parsed.ok)
      return this.#wrapped([wordQuestionProblem(parsed.problem, this.#words)]).map(this.#look.style.warning);
    const answer = await this.#engine.answer(parsed.question, signal);
    if (answer.language !== 'other') this.#words = wordsFor(answer.language);
    const view = viewAnswer(answer, this.#words);
    this.#passages = view.passages;
    this.#shown = 0;
    return [...renderHeading(view, this.#canvas), ...(view.passages.length === 0 ? [] : this.#more())];
  }

  #more(): readonly string[] {
    if (this.#passages === null) return [this.#words.chat.noQuestionYet];
    const next = this.#passages.slice(this.#shown, this.#shown + DEFAULT_LIMIT);
    if (next.length === 0) return [this.#words.chat.noMore];
    this.#shown += next.length;
    const rest = this.#passages.length - this.#shown;
    return [
      ...next.flatMap((passage) => ['', ...renderPassage(passage, this.#canvas)]),
      ...(rest === 0 ? [] : ['', this.#look.style.quiet(this.#words.chat.moreHint(rest))]),
    ];
  }

  async #context(rank: number, signal: AbortSignal): Promise<readonly string[]> {
    if (this.#passages === null) return [this.#words.chat.noQuestionYet];
    const passage = this.#passages.slice(0, this.#shown).find((shown) => shown.rank === rank);
    if (passage === undefined) return [this.#words.chat.noSuchPassage(rank, this.#shown)];
    const context = await this.#engine.context(passage.id, CONTEXT_REACH, ['global'], signal);
    if (context === null) return [this.#words.answer.contextGone];
    return renderContext(viewContext(context, this.#words), this.#canvas);
  }
}
