import type { Command } from 'commander';
import { UsageError } from '../../shared/errors.js';
import type { Application } from '../application.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, overridesOf, type CommonOptions } from '../input/common-options.js';
import { renderModels } from '../rendering/render-models.js';
import { printJson, printLines } from '../terminal/terminal.js';
import { renderIndexReport } from './index-command.js';

const EXAMPLES = `
Examples:
  $ npx yinju model list
  $ npx yinju model use Xenova/multilingual-e5-small`;

const LIST_EXAMPLES = `
Examples:
  $ npx yinju model list
  $ npx yinju model list --json

Any other model for transformers.js (ONNX) can be used too: by its name on the
hub, or from a folder. DESIGN.md says how to describe what it needs.`;

const USE_EXAMPLES = `
Examples:
  $ npx yinju model use Xenova/multilingual-e5-small
  $ npx yinju model use ./my-model
  $ npx yinju model use zh-en                           the built-in one again

The model is downloaded (HF_ENDPOINT names a mirror) and checked, and the index
is built with it; until that is done the old one serves. The choice is kept
beside the index. EMBEDDING_MODEL wins over it.`;

interface ModelOptions extends CommonOptions {
  readonly json?: boolean;
}

/** `yinju model list` and `yinju model use NAME`: the encoders. */
export function addModelCommand(program: Command, context: CommandContext): void {
  const model = program
    .command('model')
    .description('list the encoders, and change the one that is used')
    .addHelpText('after', EXAMPLES);
  addCommonOptions(
    model.command('list').description('known and downloaded encoders: dimension, size, languages, licence'),
    true,
  )
    .addHelpText('after', LIST_EXAMPLES)
    .action(async (options: ModelOptions) => {
      const { terminal } = context;
      const models = await (await openApplication(context, options)).listModels();
      if (options.json === true) printJson(terminal, models);
      else printLines(terminal, renderModels(models, terminal.style, terminal.columns));
    });
  addCommonOptions(
    model
      .command('use')
      .description('download an encoder, build the index with it, and use it from then on')
      .argument('<name>', 'zh-en, OWNER/NAME on the hub, or ./FOLDER'),
    true,
  )
    .addHelpText('after', USE_EXAMPLES)
    .action((name: string, options: ModelOptions) => useModel(name, options, context));
}

async function useModel(name: string, options: ModelOptions, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  const { modelSetting } = await openApplication(context, options);
  const application = await context.open(overridesOf({ ...options, model: name }, context.workingFolder));
  refuseAgainstSetting(modelSetting, application);
  const used = await withProgress(terminal, (reporter) => application.useModel(reporter, signal));
  if (options.json === true) printJson(terminal, used);
  else printLines(terminal, [`In use from now on: ${used.model}.`, ...renderIndexReport(used.index)]);
}

/** A choice that the settings overrule would be made in vain. */
function refuseAgainstSetting(setting: string | null, { modelSetting }: Application): void {
  if (setting === null || setting === modelSetting) return;
  throw new UsageError(`EMBEDDING_MODEL is set to ${setting}, which wins over a choice`, {
    remedy: 'Unset it in the environment and in .env, and leave out --model; or set it to the encoder that you want.',
  });
}
