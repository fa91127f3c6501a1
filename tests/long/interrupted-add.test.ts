import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPORT } from '../support/library-texts.js';
import { runYinju, type RunOptions } from '../support/run-yinju.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** So many texts that adding them can be interrupted. */
const TEXTS = 30;

const articlesOf = (text: number): string =>
  Array.from({ length: 25 }, (_, index) => `第${index + 1}条 第${text}号规定的这一条说的是第${index}件事情。`).join(
    '\n\n',
  );

const interrupted = (when: string): RunOptions => ({
  onOutput: ({ stderr }, { kill }) => {
    if (stderr.includes(when) && !stderr.includes('Interrupted')) kill('SIGINT');
  },
});

describe('yinju add, interrupted', () => {
  it('loses nothing: what was copied is there and whole, and the next command goes on', async () => {
    const folder = await temporaryFolder();
    const [documents, laws, library] = [join(folder, 'documents'), join(folder, 'laws'), join(folder, 'library')];
    for (const one of [documents, laws]) await mkdir(one);
    await writeFile(join(documents, REPORT.file), REPORT.text);
    for (let text = 1; text <= TEXTS; text += 1)
      await writeFile(join(laws, `第${text}号规定.md`), `# 第${text}号规定\n\n${articlesOf(text)}\n`);
    const places = ['--data', documents, '--library', library, '--index', join(folder, 'index')];
    const add = (options?: RunOptions) => runYinju(['add', laws, ...places], options);

    const run = await add(interrupted('Encoding passages'));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/Copied into [^]*: 30 texts\.[^]*Interrupted\.\n$/);
    expect(await readdir(join(library, 'laws'))).toHaveLength(TEXTS);
    const again = await add();
    expect(again).toMatchObject({ code: 0 });
    expect(again.stdout).toContain(`0 texts added, ${TEXTS} already there, 0 not added.`);
    expect(again.stdout).toContain(`${TEXTS + 1} documents`);
  });
});
