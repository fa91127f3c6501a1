import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listModels } from '../../../src/embedding/list-models.js';
import { nodeFileSystem } from '../../../src/shared/node-file-system.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const KNOWN = [
  'zh-en',
  'Xenova/paraphrase-multilingual-MiniLM-L12-v2',
  'Xenova/multilingual-e5-small',
  'Xenova/multilingual-e5-base',
  'onnx-community/embeddinggemma-300m-ONNX',
  'Xenova/bge-m3',
];

/** What a download leaves: its files, then its record. */
async function leaveDownload(cache: string, model: string): Promise<string> {
  const folder = join(cache, model.replace('/', '--'), 'q8');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'config.json'), '{}');
  await writeFile(
    join(folder, 'download.json'),
    JSON.stringify({ model, revision: 'main', files: { 'config.json': '0' } }),
  );
  return folder;
}

describe('the list of models', () => {
  const list = (inUse: string, cache: string) => listModels(inUse, cache, nodeFileSystem);

  it('has the known ones, with what is known of them, before anything was downloaded', async () => {
    const models = await list('zh-en', join(await temporaryFolder(), 'no-cache'));
    expect(models.map(({ name }) => name)).toEqual(KNOWN);
    expect(models.filter(({ inUse }) => inUse).map(({ name }) => name)).toEqual(['zh-en']);
    expect(models.map(({ place }) => place)).toEqual(['built-in', ...KNOWN.slice(1).map(() => 'hub')]);
    for (const model of models) expect(Object.values(model)).not.toContain(null);
  });

  it('marks what was downloaded, and adds what is not known', async () => {
    const cache = await temporaryFolder();
    await leaveDownload(cache, 'Xenova/bge-m3');
    await leaveDownload(cache, 'somebody/something');
    const models = await list('somebody/something', cache);
    expect(models.map(({ name }) => name)).toEqual([...KNOWN, 'somebody/something']);
    expect(models.filter(({ place }) => place === 'downloaded').map(({ name }) => name)).toEqual([
      'Xenova/bge-m3',
      'somebody/something',
    ]);
    expect(models.at(-1)).toMatchObject({ inUse: true, dimension: null, licence: null });
  });

  it('takes a download without its record, or without a file, for none', async () => {
    const cache = await temporaryFolder();
    await rm(join(await leaveDownload(cache, 'Xenova/bge-m3'), 'config.json'));
    await rm(join(await leaveDownload(cache, 'Xenova/multilingual-e5-small'), 'download.json'));
    expect((await list('zh-en', cache)).filter(({ place }) => place === 'downloaded')).toEqual([]);
  });

  it('ends with the one in use where it is a folder', async () => {
    const models = await list('/models/mine', await temporaryFolder());
    expect(models.at(-1)).toMatchObject({ name: '/models/mine', place: 'folder', inUse: true });
  });
});
