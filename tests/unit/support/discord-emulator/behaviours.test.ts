import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TESTS = join(import.meta.dirname, '..', '..', '..');
const TABLE = join(TESTS, 'data', 'discord-behaviours.md');

const readTests = (folder: string): readonly string[] =>
  readdirSync(join(TESTS, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => readFileSync(join(TESTS, folder, name), 'utf8'));

/** Rows of the table: behaviour, section of the documentation, test of the emulator, test of the bot. */
const rows = readFileSync(TABLE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| behaviour') && !line.startsWith('| ---'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, behaviour = '', section = '', emulator = '', bot = '']) => ({ behaviour, section, emulator, bot }));

const emulatorTests = readTests(join('unit', 'support', 'discord-emulator'));
const botTests = [join('unit', 'discord'), 'long'].flatMap(readTests);

describe('a behaviour of Discord', () => {
  it('stands in the table', () => {
    expect(rows.length).toBeGreaterThanOrEqual(35);
  });

  it.each(rows)(
    'is tested of the emulator, and met by the bot: $behaviour ($section)',
    ({ section, emulator, bot }) => {
      expect(section).toMatch(/^(?:[a-z/-]+\.mdx, "[^"]+"|openapi\.json|no section: .+)$/);
      expect(emulatorTests.filter((text) => text.includes(emulator))).not.toEqual([]);
      expect(botTests.filter((text) => text.includes(bot))).not.toEqual([]);
    },
  );
});
