import type { Command } from 'commander';
import type { LawAnswer } from '../answering/law-answer.js';
import { asDay } from '../laws/law-notes.js';
import { parseArticle } from '../laws/parse-article.js';
import { UsageError } from '../shared/errors.js';
import { detectLanguage } from '../shared/language.js';
import type { Words } from '../wording/words.js';
import { viewLaw, viewLawName } from '../wording/law-view.js';
import { wordsFor } from '../wording/words-for.js';
import { withProgress, type CommandContext } from './command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from './common-options.js';
import type { Canvas } from './render-answer.js';
import { renderLaw } from './render-law.js';
import { renderLabelled, renderParagraph } from './render-quote.js';
import { printJson, printLines } from './terminal.js';

/** Passages that name the law: so many are shown. */
const MENTIONS = 5;
const LONGEST_NAME = 200;

const EXAMPLES = `
Examples:
  $ npx yinju law 网络安全法
  $ npx yinju law "Cybersecurity Law" 21
  $ npx yinju law 刑法 第二百八十六条之一 --as-of 2020-01-01
  $ npx yinju law PIPL --json

NAME is any name of the law in Chinese or English. ARTICLE is 21, 二十一,
286-1, 第二百八十六条之一 or art. 21. Exit code 1 where the name means no law
that is known, or several: then they are named.`;

interface LawOptions extends CommonOptions {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `yinju law`: the card of one law, an article of it word for word, and the passages that name it. */
export function addLawCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('law')
    .description('show what is known of a law, one of its articles, and the passages that name it')
    .argument('<name>', 'any name of the law')
    .argument('[article]', 'number of an article')
    .option('--as-of <date>', 'status and text of this day, YYYY-MM-DD, instead of today', readDay);
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string, article: string | undefined, options: LawOptions) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const language = detectLanguage(name);
      const words = wordsFor(language === 'other' ? application.language : language);
      const request = {
        name: checkName(name),
        provision: article === undefined ? null : readArticle(article, words),
        asOf: options.asOf ?? null,
        scopes: ['global' as const],
        limit: MENTIONS,
      };
      const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
      try {
        const answer = await engine.law(request, signal);
        const canvas = { words, style: terminal.style, columns: terminal.columns };
        if (options.json === true) printJson(terminal, answer);
        else printLines(terminal, renderLawAnswer(answer, canvas));
        if (answer.kind !== 'found') context.end(1);
      } finally {
        await engine.close();
      }
    });
}

/** Reads `--as-of`. @throws UsageError where it is no day of the calendar */
export function readDay(value: string): string {
  const day = asDay(value.trim());
  if (day === null)
    throw new UsageError(`“${value}” is no date`, {
      remedy: 'Write a day of the calendar as YYYY-MM-DD, such as 2026-01-01.',
    });
  return day;
}

function readArticle(typed: string, words: Words) {
  const provision = parseArticle(typed);
  if (provision?.article == null) throw new UsageError(words.law.badArticle(typed));
  return provision;
}

function checkName(given: string): string {
  const name = given.trim();
  if (name === '') throw new UsageError('There is no name of a law');
  if (name.length > LONGEST_NAME)
    throw new UsageError(`The name is ${name.length} characters long; at most ${LONGEST_NAME}`);
  return name;
}

/** The card; or, where the name means no law or several, the laws that may have been meant. */
export function renderLawAnswer(answer: LawAnswer, canvas: Canvas): readonly string[] {
  const { words, style, columns } = canvas;
  if (answer.kind === 'found') return renderLaw(viewLaw(answer, words), canvas);
  const offered = answer.kind === 'ambiguous' ? answer.candidates : answer.near;
  const heading = answer.kind === 'ambiguous' ? words.law.ambiguous(answer.name) : words.law.unknownLaw(answer.name);
  return [
    ...renderParagraph(heading, columns, 0).map(style.warning),
    ...(answer.kind === 'unknown' && offered.length > 0 ? [words.law.didYouMean + words.colon] : []),
    ...offered.flatMap((one) => renderLabelled('  -', viewLawName(one, words), columns, 4)),
  ];
}
