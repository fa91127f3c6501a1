import { Option, type Command } from 'commander';
import type { Answer } from '../../answering/answer.js';
import type { Engine } from '../../answering/engine.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../documents/document-kind.js';
import { DEFAULT_LIMIT } from '../../retrieval/question.js';
import { parseQuestion, type QuestionOptions } from '../../retrieval/parse-question.js';
import { UsageError } from '../../shared/errors.js';
import type { Language } from '../../shared/language.js';
import { viewAnswer } from '../../wording/views/answer-view.js';
import { wordQuestionProblem } from '../../wording/views/question-problem.js';
import { wordsFor } from '../../wording/words-for.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { lawOfOption } from '../input/law-option.js';
import { readDay, readLimit } from '../input/read-option.js';
import { renderAnswer } from '../rendering/render-answer.js';
import { printJson, printLines, type Terminal } from '../terminal/terminal.js';
import { answerLines } from './answer-lines.js';

interface AskOptions extends CommonOptions {
  readonly law?: string;
  readonly document?: string;
  readonly kind?: DocumentKind;
  readonly asOf?: string;
  readonly limit: number;
  readonly input?: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  $ npx yinju ask "2023年国家网络安全宣传周的主题是什么？"
  $ npx yinju ask "What was the theme of the 2023 cybersecurity week?" --limit 3
  $ npx yinju ask "网络安全人才培养" --document 003 --json
  $ npx yinju ask "谁负责网络安全工作？" --law 网络安全法 --as-of 2020-01-01
  $ npx yinju ask --input questions.jsonl --json

Words in “” or 「」 must occur in a passage exactly so.
--document 003 means 003-1, 003-2 and so on. --law takes any name of a law.
A question that names an article (网络安全法第二十一条) gets that article first,
where the text of the law was added.
--input reads lines such as {"id":"q1","question":"..."} (- is standard input)
and prints one answer a line, in their order. In place of a bad line stands
{"id":...,"error":{"code":...,"message":...}}; the exit code is then 1.
When the documents do not answer, that is said, the nearest passages follow, and
the exit code is 0.`;

/** `yinju ask`: one question, or a file of them. */
export function addAskCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('ask')
    .description('answer a question with passages of the documents, word for word, each with its citation')
    .argument('[question]', 'the question, in Chinese or English')
    .option('--law <name>', 'only passages that speak of this law or belong to it')
    .option('--document <id>', 'only passages of this document')
    .addOption(new Option('--kind <kind>', 'only documents of this kind').choices(DOCUMENT_KINDS))
    .option('--as-of <date>', 'with the texts of laws that count on this day, YYYY-MM-DD', readDay)
    .option('--limit <number>', 'how many passages to show', readLimit, DEFAULT_LIMIT)
    .option('--input <file>', 'answer every line of this file (JSON lines)');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (question: string | undefined, options: AskOptions) => {
      if ((question === undefined) === (options.input === undefined))
        throw new UsageError('`ask` takes either a question or --input FILE', {
          remedy: 'Put the question in quotation marks: npx yinju ask "..."',
        });
      if (options.input !== undefined && options.json !== true)
        throw new UsageError('--input prints its answers as lines of JSON', { remedy: 'Add --json.' });
      const application = await openApplication(context, options);
      const asked = question === undefined ? null : readQuestion(question, options, application.language);
      const engine = await withProgress(context.terminal, (reporter) =>
        application.openEngine(reporter, context.signal),
      );
      try {
        const law = options.law === undefined ? null : await lawOfOption(engine, options.law, context.signal);
        if (asked !== null) await askOne(engine, { ...asked, law }, application.language, options, context);
        else if (options.input !== undefined) {
          const perfect = await answerLines(engine, options.input, { ...questionOptions(options), law }, context);
          if (!perfect) context.end(1);
        }
      } finally {
        await engine.close();
      }
    });
}

/** All but the law, whose name the engine must look up first. */
function questionOptions({ document, kind, asOf, limit }: AskOptions): QuestionOptions {
  return { document: document ?? null, kind: kind ?? null, asOf: asOf ?? null, limit, scopes: ['global'] };
}

function readQuestion(text: string, options: AskOptions, language: Language) {
  const parsed = parseQuestion(text, questionOptions(options));
  if (!parsed.ok) throw new UsageError(wordQuestionProblem(parsed.problem, wordsFor(language)));
  return parsed.question;
}

async function askOne(
  engine: Engine,
  question: ReturnType<typeof readQuestion>,
  language: Language,
  options: AskOptions,
  { terminal, signal }: CommandContext,
): Promise<void> {
  const answer = await engine.answer(question, signal);
  if (options.json === true) printJson(terminal, answer);
  else printAnswer(terminal, answer, language);
}

/** In the language of the question, or in `fallback` where Yinju does not speak that. */
function printAnswer(terminal: Terminal, answer: Answer, fallback: Language): void {
  const words = wordsFor(answer.language === 'other' ? fallback : answer.language);
  const canvas = { words, style: terminal.style, columns: terminal.columns };
  printLines(terminal, renderAnswer(viewAnswer(answer, words), canvas));
}
