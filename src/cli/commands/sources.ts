import type { Command } from 'commander';
import { viewSources } from '../../wording/views/sources-view.js';
import { wordsFor } from '../../wording/words-for.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { renderSources } from '../rendering/render-sources.js';
import { printJson, printLines } from '../terminal/terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju sources
  $ npx yinju sources --json

What a file does not state about itself (often its date) is marked as inferred.`;

/** `yinju sources`: the documents in the index. */
export function addSourcesCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('sources')
    .description('list the documents: who speaks, what kind, when, how many passages, which file');
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (options: CommonOptions & { readonly json?: boolean }) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
      try {
        const sources = await engine.sources(['global'], signal);
        const words = wordsFor(application.language);
        const canvas = { words, style: terminal.style, columns: terminal.columns };
        if (options.json === true)
          printJson(
            terminal,
            sources.map(({ metadata, passages }) => ({ ...metadata, passages })),
          );
        else printLines(terminal, renderSources(viewSources(sources, words), canvas));
      } finally {
        await engine.close();
      }
    });
}
