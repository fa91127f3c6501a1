import type { Command } from 'commander';
import { UsageError } from '../../shared/errors.js';
import { detectLanguage } from '../../shared/language.js';
import { viewVerification } from '../../wording/views/verification-view.js';
import { wordsFor } from '../../wording/words-for.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { renderVerification } from '../rendering/render-verification.js';
import { printJson, printLines } from '../terminal/terminal.js';

/** Longer than any passage; what is longer is no quotation. */
const MAXIMUM_TEXT_LENGTH = 10_000;

const EXAMPLES = `
Examples:
  $ npx yinju verify "没有网络安全就没有国家安全"
  $ npx yinju verify "没有网络安全就有国家安全" --json

Exit code 0 whether the text was found or not: the output says which (with
--json the key "verdict": verbatim, equivalent, different or absent).`;

/** `yinju verify`: whether a text stands in the documents word for word. */
export function addVerifyCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('verify')
    .description('check whether a text stands in the documents word for word; else show the nearest wording')
    .argument('<text>', 'the text to check');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (given: string, options: CommonOptions & { readonly json?: boolean }) => {
      const { terminal, signal } = context;
      const text = checkText(given);
      const application = await openApplication(context, options);
      const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
      try {
        const verification = await engine.verify(text, ['global'], signal);
        const language = detectLanguage(text);
        const words = wordsFor(language === 'other' ? application.language : language);
        const canvas = { words, style: terminal.style, columns: terminal.columns };
        if (options.json === true) printJson(terminal, verification);
        else printLines(terminal, renderVerification(viewVerification(verification, words), canvas));
      } finally {
        await engine.close();
      }
    });
}

function checkText(given: string): string {
  const text = given.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) throw new UsageError('There is no text to check: it holds neither letter nor digit');
  if (text.length > MAXIMUM_TEXT_LENGTH)
    throw new UsageError(`The text is ${text.length} characters long; at most ${MAXIMUM_TEXT_LENGTH} can be checked`, {
      remedy: 'Check it in parts.',
    });
  return text;
}
