import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChosenModelError, chooseModel, modelInUse } from '../../../src/embedding/chosen-model.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { FailingFileSystem } from '../../support/failing-file-system.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe('the model in use', () => {
  it('is the built-in one where nothing was chosen', async () => {
    expect(await modelInUse(null, nodeFileSystem, join(await temporaryFolder(), 'no-index'))).toEqual({
      model: 'zh-en',
      by: 'default',
    });
  });

  it('is the one that was chosen last for this index', async () => {
    const [index, other] = [await temporaryFolder(), await temporaryFolder()];
    await chooseModel('Xenova/bge-m3', nodeFileSystem, index);
    await chooseModel('/models/mine', nodeFileSystem, index);
    expect(await modelInUse(null, nodeFileSystem, index)).toEqual({ model: '/models/mine', by: 'choice' });
    expect(await modelInUse(null, nodeFileSystem, other)).toMatchObject({ by: 'default' });
  });

  it('is the one of the settings, whatever was chosen, and whatever is wrong with the choice', async () => {
    const index = await temporaryFolder();
    await writeFile(join(index, 'model.json'), '{');
    expect(await modelInUse('zh-en', nodeFileSystem, index)).toEqual({ model: 'zh-en', by: 'setting' });
  });

  it.each(['{', '{}', '{"model":7}', '{"model":""}', '[]'])('is not guessed from %s', async (text) => {
    const index = await temporaryFolder();
    await writeFile(join(index, 'model.json'), text);
    const error: unknown = await modelInUse(null, nodeFileSystem, index).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(ChosenModelError);
    expect(error).toMatchObject({ code: 'chosen-model', file: join(index, 'model.json') });
  });

  it('stays what it was where the disk fails', async () => {
    const index = await temporaryFolder();
    await chooseModel('Xenova/bge-m3', nodeFileSystem, index);
    for (const operations of [['writeFile'], ['rename']] as const) {
      const failing = new FailingFileSystem(nodeFileSystem, { code: 'ENOSPC', at: 1, operations, cut: true });
      await expect(chooseModel('zh-en', failing, index)).rejects.toMatchObject({ code: 'ENOSPC' });
    }
    expect(await modelInUse(null, nodeFileSystem, index)).toMatchObject({ model: 'Xenova/bge-m3' });
    expect(await readdir(index)).toEqual(['model.json']);
  });
});
