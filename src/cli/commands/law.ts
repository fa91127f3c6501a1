import { Option, type Command } from 'commander';
import type { LawRequest } from '../../answering/law/law-answer.js';
import { parseArticle } from '../../laws/citations/parse-article.js';
import { parseQuestion } from '../../retrieval/parse-question.js';
import { UsageError } from '../../shared/errors.js';
import { detectLanguage } from '../../shared/language.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import type { Words } from '../../wording/words.js';
import { wordsFor } from '../../wording/words-for.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { readDay, readLimit } from '../input/read-option.js';
import { renderLawNames } from '../rendering/render-law-names.js';
import { printJson, printLines } from '../terminal/terminal.js';
import { lookAtLaw, type LawLook } from './look-at-law.js';

/** Passages that name or cite the law, or match a question: so many are shown. */
const DEFAULT_PASSAGES = 5;
const LONGEST_NAME = 200;

const EXAMPLES = `
Examples:
  $ npx yinju law                                   every law that is known
  $ npx yinju law 网络安全法                        its card, and who names it
  $ npx yinju law "Cybersecurity Law" 21            an article, word for word
  $ npx yinju law 刑法 第二百八十六条之一 --as-of 2020-01-01
  $ npx yinju law 数据安全法 --question "谁负责数据安全审查？"
  $ npx yinju law 网络安全法 21 --chapter           the chapter around it
  $ npx yinju law 网络安全法 21 --cited-by          who cites it
  $ npx yinju law 网络安全法 21 --citation gb7714   one line to copy

NAME is any name of the law in Chinese or English, or its id. ARTICLE is 21,
二十一, 286-1, 第二百八十六条之一 or art. 21. Articles are shown where the text
of the law was added (npx yinju add --help). Exit code 1 where NAME means no law
that is known, or several, or where the text has no such ARTICLE: then what may
be meant is named.`;

interface LawOptions extends CommonOptions {
  readonly question?: string;
  readonly chapter?: boolean;
  readonly citedBy?: boolean;
  readonly citation?: 'plain' | 'gb7714';
  readonly asOf?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** `yinju law`: the card of one law, an article of it word for word, the passages that name it; or all laws. */
export function addLawCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('law')
    .description('show what is known of a law, one of its articles, and the passages that name it')
    .argument('[name]', 'any name of the law; without it every law that is known is listed')
    .argument('[article]', 'number of an article')
    .option('--question <text>', 'answer a question from this law and the passages that name it')
    .addOption(new Option('--chapter', 'the whole chapter that holds the article').conflicts(['question']))
    .addOption(
      new Option('--cited-by', 'the passages that cite the article, or the law').conflicts(['question', 'chapter']),
    )
    .addOption(
      new Option('--citation <form>', 'how to cite the article, in one line')
        .choices(['plain', 'gb7714'])
        .conflicts(['question', 'chapter', 'citedBy']),
    )
    .option('--as-of <date>', 'status and text of this day, YYYY-MM-DD, instead of today', readDay)
    .option('--limit <number>', 'how many passages to show', readLimit, DEFAULT_PASSAGES);
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, article: string | undefined, options: LawOptions) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const language = detectLanguage(name ?? '');
      const words = wordsFor(language === 'other' ? application.language : language);
      const canvas = { words, style: terminal.style, columns: terminal.columns };
      const look = lookOf(options, article);
      const request = name === undefined ? null : readRequest(name, article, options, words);
      if (request === null && look !== 'card') throw new UsageError('There is no name of a law to look at');
      const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
      try {
        if (request === null) {
          const laws = await engine.lawNames(['global']);
          if (options.json === true)
            printJson(
              terminal,
              laws.map(({ id, title, english, names }) => ({ id, title, english, names })),
            );
          else printLines(terminal, renderLawNames(laws, canvas));
          return;
        }
        const today = application.clock.now().toISOString().slice(0, 10);
        const sight = await lookAtLaw(engine, { look, request, today }, canvas, signal);
        if (options.json === true) printJson(terminal, sight.value);
        else printLines(terminal, sight.lines);
        if (!sight.found) context.end(1);
      } finally {
        await engine.close();
      }
    });
}

function lookOf({ chapter, citedBy, citation }: LawOptions, article: string | undefined): LawLook {
  if (citedBy === true) return 'cited-by';
  const look = chapter === true ? 'chapter' : (citation ?? 'card');
  if (look === 'card' || article !== undefined) return look;
  const option = look === 'chapter' ? '--chapter' : '--citation';
  throw new UsageError(`${option} needs an article`, {
    remedy: `Name it after the law, such as: npx yinju law 网络安全法 21 ${option}${look === 'chapter' ? '' : ` ${look}`}`,
  });
}

function readRequest(
  name: string,
  article: string | undefined,
  { question, asOf, limit }: LawOptions,
  words: Words,
): LawRequest {
  return {
    name: checkName(name),
    provision: article === undefined ? null : readArticle(article, words),
    question: question === undefined ? null : readQuestion(question, words),
    asOf: asOf ?? null,
    scopes: ['global'],
    limit,
  };
}

function readArticle(typed: string, words: Words): LawRequest['provision'] {
  const provision = parseArticle(typed);
  if (provision?.article == null) throw new UsageError(words.law.badArticle(typed));
  return provision;
}

function readQuestion(typed: string, words: Words): string {
  const parsed = parseQuestion(typed, { scopes: ['global'] });
  if (!parsed.ok) throw new UsageError(wordQuestionProblem(parsed.problem, words));
  return parsed.question.text;
}

function checkName(given: string): string {
  const name = given.trim();
  if (name === '')
    throw new UsageError('There is no name of a law', { remedy: '`npx yinju law` lists every law that is known.' });
  if (name.length > LONGEST_NAME)
    throw new UsageError(`The name is ${name.length} characters long; at most ${LONGEST_NAME}`);
  return name;
}
