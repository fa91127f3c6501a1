import { createInterface } from 'node:readline/promises';
import { UsageError } from '../../shared/errors.js';
import type { CommandContext } from '../command-context.js';
import { fitLines } from '../terminal/fit-lines.js';

/**
 * Asks the person at the terminal whether something shall be replaced; anything but y or yes means no.
 * @param sentence what would be replaced, without its question
 * @throws UsageError where nobody sits there who could be asked
 */
export async function confirm(
  sentence: string,
  { terminal, signal }: Pick<CommandContext, 'terminal' | 'signal'>,
): Promise<boolean> {
  if (!terminal.interactive) throw new UsageError(sentence, { remedy: 'Add --yes if that is what you want.' });
  const lines = createInterface({ input: terminal.input, output: terminal.errors });
  try {
    const question = `${fitLines(sentence, terminal.errorColumns).join('\n')} Go on? [y/N] `;
    return /^y(?:es)?$/i.test((await lines.question(question, { signal })).trim());
  } finally {
    lines.close();
  }
}
