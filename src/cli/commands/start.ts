import type { Command } from 'commander';
import type { Application } from '../application.js';
import { withProgress, type CommandContext } from '../command-context.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { say } from '../terminal/terminal.js';

const EXAMPLES = `
Examples:
  $ npx yinju start                       chat in the terminal
  $ DISCORD_TOKEN=... npx yinju start     run the Discord bot
  $ npx yinju start < questions.txt       answer one question a line

The index is built or brought up to date first. DISCORD_TOKEN can stand in .env
(see .env.example).`;

/** `yinju start`: what `npm start` runs. */
export function addStartCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('start')
    .description('bring the index up to date; then run the Discord bot, or without a token chat in the terminal');
  addCommonOptions(command, false)
    .addHelpText('after', EXAMPLES)
    .action(async (options: CommonOptions) => {
      const application = await openApplication(context, options);
      await (application.hasDiscordToken ? serve(application, context) : chat(application, context));
    });
}

/** Runs the bot: in this process, or in one for each shard where Discord wants it divided. */
async function serve(
  application: Application,
  { commandLine, isShard, terminal, signal }: CommandContext,
): Promise<void> {
  try {
    // Opened first: that the bot is starting, and is well, can be seen while the index is built.
    const operations = await application.openOperations(isShard, signal);
    try {
      // Asked next: a wrong token is not found out after an hour of building the index.
      if (!isShard && (await application.runShards(commandLine, operations, signal))) return;
      const engine = await withProgress(terminal, (reporter) => application.openThreadedEngine(reporter, signal));
      try {
        await application.runBot(engine, operations, signal);
      } finally {
        await engine.close();
      }
    } finally {
      await operations.close();
    }
  } catch (cause) {
    // A bot that was told to end has not failed, whatever it was doing.
    if (!signal.aborted) throw cause;
  }
}

async function chat(application: Application, context: CommandContext): Promise<void> {
  const { terminal, signal } = context;
  const engine = await withProgress(terminal, (reporter) => application.openEngine(reporter, signal));
  try {
    await converse(application, engine, context);
  } finally {
    await engine.close();
  }
}

async function converse(
  application: Application,
  engine: Awaited<ReturnType<Application['openEngine']>>,
  context: CommandContext,
): Promise<void> {
  const { terminal, signal } = context;
  if (terminal.interactive) {
    const { runChat } = await import('../chat/run-chat.js');
    say(terminal, 'DISCORD_TOKEN is not set: this is a chat in the terminal.');
    await runChat(engine, application.language, terminal, signal);
    return;
  }
  const { answerPipe } = await import('../chat/answer-pipe.js');
  if (!(await answerPipe(engine, application.language, terminal, signal))) context.end(1);
}
