import type { Command } from 'commander';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { readSnowflake } from '../input/read-option.js';
import { printLines, say } from '../terminal/terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju deploy --dry-run
  $ npx yinju deploy --guild 123456789012345678
  $ npx yinju deploy --invite

\`npm start\` registers the commands by itself when they changed. Those of one
server appear at once, those of all servers within minutes.`;

interface DeployOptions extends CommonOptions {
  readonly guild?: string;
  readonly dryRun?: boolean;
  readonly invite?: boolean;
}

/** `yinju deploy`: registers the commands with Discord. */
export function addDeployCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('deploy')
    .description('register the commands of the bot with Discord')
    .option('--guild <id>', 'only in this server', readSnowflake)
    .option('--dry-run', 'print what would be registered, as JSON, and send nothing')
    .option('--invite', 'print the link that adds the bot to a server, and register nothing');
  addCommonOptions(command, false)
    .addHelpText('after', EXAMPLES)
    .action(async (options: DeployOptions) => {
      const application = await openApplication(context, options);
      if (options.invite === true) {
        const { link, permissions } = await application.invite();
        say(context.terminal, `Open this link as an administrator of the server (permissions ${permissions}):`);
        printLines(context.terminal, [link]);
        return;
      }
      const asked = { guild: options.guild ?? null, dryRun: options.dryRun === true };
      const registered = await withProgress(context.terminal, (reporter) =>
        application.deployCommands(asked, reporter, context.signal),
      );
      printLines(context.terminal, [JSON.stringify(registered, null, 2)]);
    });
}
