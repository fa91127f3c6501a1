import type { Command } from 'commander';
import type { CheckedCitation } from '../../answering/law/law-answer.js';
import { UsageError } from '../../shared/errors.js';
import { detectLanguage } from '../../shared/language.js';
import { viewProvision } from '../../wording/views/law-view.js';
import { wordsFor } from '../../wording/words-for.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { readDay } from '../input/read-option.js';
import type { Canvas } from '../rendering/render-answer.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import { printJson, printLines } from '../terminal/terminal.js';
import { textWidth } from '../terminal/text-width.js';

const LONGEST_TEXT = 1_000_000;
/** Of a range so many places are named one by one. */
const NAMED_PLACES = 8;

const EXAMPLES = `
Examples:
  $ npx yinju cite "依照《网络安全法》第二十一条、第二十五条"
  $ npx yinju cite "Article 21(1) of the Cybersecurity Law" --json

Verdicts: found (in the text at hand, which is the newest known), absent (from
it), superseded, unchecked (the text of the law is not here, or out of date),
unidentified. Only found is a pass. Exit code 0 whatever they are.`;

interface CiteOptions extends CommonOptions {
  readonly asOf?: string;
  readonly json?: boolean;
}

/** `yinju cite`: the citations of laws in a text, each with its verdict. */
export function addCiteCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('cite')
    .description('find the citations of laws in a text and hold them against the texts at hand')
    .argument('<text>', 'the text')
    .option('--as-of <date>', 'hold them against the texts of this day, YYYY-MM-DD, instead of today', readDay);
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (text: string, options: CiteOptions) => {
      const { terminal, signal } = context;
      if (text.length > LONGEST_TEXT)
        throw new UsageError(`The text is ${text.length} characters long; at most ${LONGEST_TEXT} can be read`, {
          remedy: 'Give it in parts.',
        });
      const application = await openApplication(context, options);
      const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
      try {
        const citations = await engine.cite(text, options.asOf ?? null, ['global'], signal);
        const language = detectLanguage(text);
        const words = wordsFor(language === 'other' ? application.language : language);
        const canvas = { words, style: terminal.style, columns: terminal.columns };
        if (options.json === true) printJson(terminal, { citations });
        else printLines(terminal, renderCitations(citations, canvas));
      } finally {
        await engine.close();
      }
    });
}

/** One block a citation: as it stands, what it means, and its verdict. */
export function renderCitations(citations: readonly CheckedCitation[], canvas: Canvas): readonly string[] {
  const { words, style, columns } = canvas;
  if (citations.length === 0) return [words.law.noCitations];
  return [
    style.heading(words.law.citations(citations.length)),
    ...citations.flatMap((citation) => {
      const { verdict } = citation;
      const paint = verdict === 'found' ? style.good : verdict === 'absent' ? style.bad : style.warning;
      return [
        '',
        ...renderParagraph(citation.text, columns, 0),
        ...renderLabelled('  →', meaningOf(citation, canvas), columns, 4),
        ...renderParagraph(words.law.verdicts[verdict], columns, 4).map(paint),
        ...checkedLines(citation, canvas),
      ];
    }),
  ];
}

function meaningOf({ name, provisions }: CheckedCitation, { words }: Canvas): string {
  const places = provisions.slice(0, NAMED_PLACES).map((provision) => viewProvision(provision, words));
  const rest = provisions.length > NAMED_PLACES ? [`… (${provisions.length})`] : [];
  const title = name === null ? words.law.unknown : words.citation.title(name);
  return [title, ...(places.length === 0 ? [] : [[...places, ...rest].join(words.listSeparator)])].join(
    words.partSeparator,
  );
}

function checkedLines({ checked }: CheckedCitation, { words, style, columns }: Canvas): readonly string[] {
  if (checked === null) return [];
  const { version, firstArticle, lastArticle, outdatedSince } = checked;
  const day = version === null ? words.unknown.date : words.date.day(version);
  const range = [firstArticle, lastArticle]
    .filter((article) => article !== null)
    .map((article) => words.law.provision(article, null, null));
  const places = range.length === 0 ? [] : [range.join(' – ')];
  const label = `    ${words.law.labels.text}`;
  return [
    ...renderLabelled(label, [day, ...places].join(words.partSeparator), columns, textWidth(label) + 2).map(
      style.quiet,
    ),
    ...(outdatedSince === null
      ? []
      : renderParagraph(words.law.outdated(day, words.date.day(outdatedSince)), columns, 4).map(style.warning)),
  ];
}
