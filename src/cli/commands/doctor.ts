import type { Command } from 'commander';
import type { CommandContext } from '../command-context.js';
import { runChecks, type Check } from '../doctor-checks.js';
import { addCommonOptions, openApplication, type CommonOptions } from '../input/common-options.js';
import { renderLabelled, renderParagraph } from '../terminal/render-paragraph.js';
import { printJson, printLines } from '../terminal/terminal.js';
import type { TerminalStyle } from '../terminal/terminal-style.js';

const EXAMPLES = `
Examples:
  $ npx yinju doctor
  $ npx yinju doctor --json

Changes nothing, sends nothing. The token is looked at by its form only, and
never printed. Exit code 1 where a check failed; a warning leaves Yinju working.`;

/** `yinju doctor`: what works on this machine, and what to do about what does not. */
export function addDoctorCommand(program: Command, context: CommandContext): void {
  const command = program
    .command('doctor')
    .description(
      'check Node, the native module, documents, encoder, index, database and Discord token, and say what to do',
    );
  addCommonOptions(command, true)
    .addHelpText('after', EXAMPLES)
    .action(async (options: CommonOptions & { readonly json?: boolean }) => {
      const { terminal, signal } = context;
      const application = await openApplication(context, options);
      const checks = await runChecks(application.doctorProbes(signal));
      if (options.json === true) printJson(terminal, checks);
      else printLines(terminal, renderChecks(checks, terminal.style, terminal.columns));
      if (checks.some(({ status }) => status === 'failed')) context.end(1);
    });
}

const MARKS = { ok: 'ok', warning: '!', failed: 'x' } as const;
const NAME_COLUMNS = 16;
const MARK_COLUMNS = 4;
const INDENT = MARK_COLUMNS + NAME_COLUMNS;
/** Of what is wrong with each of several documents. */
const LIST_INDENT = 2;

/** Each check with its remedy under it. */
export function renderChecks(checks: readonly Check[], style: TerminalStyle, columns: number): readonly string[] {
  const colours = { ok: style.good, warning: style.warning, failed: style.bad };
  return checks.flatMap(({ name, status, detail, remedy }) => {
    const mark = MARKS[status].padEnd(MARK_COLUMNS);
    const [head = '', ...list] = detail.split('\n');
    const [first = '', ...rest] = renderLabelled(mark + name, head, columns, INDENT);
    return [
      colours[status](mark) + first.slice(mark.length),
      ...rest,
      ...list.flatMap((line) => renderParagraph(line.trim(), columns, INDENT + LIST_INDENT)),
      ...(remedy === null ? [] : renderParagraph(`→ ${remedy}`, columns, INDENT)),
    ];
  });
}
