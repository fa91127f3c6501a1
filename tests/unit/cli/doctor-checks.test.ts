import { describe, expect, it } from 'vitest';
import { checkNode, checkToken, runChecks, type DoctorProbes } from '../../../src/cli/doctor-checks.js';
import { DataFolderError } from '../../../src/documents/documents-error.js';

const id = Buffer.from('123456789012345678').toString('base64url');

/** A machine on which nothing is wrong but the index, which is not there yet. */
const healthy: DoctorProbes = {
  nodeVersion: '22.1.0',
  discordToken: null,
  nativeModuleFault: () => Promise.resolve(null),
  readDocuments: () => Promise.resolve({ folders: ['data'], documents: 7 }),
  loadEncoder: () => Promise.resolve({ model: 'zh-en', by: 'default', dimension: 384, files: { 'config.json': '0' } }),
  inspectStore: () => Promise.resolve({ name: 'data/yinju.sqlite', schema: 1, newest: 1 }),
  inspectIndex: () => Promise.resolve({ status: 'missing', folder: 'index' }),
};

describe('checkNode', () => {
  it.each([
    ['20.19.0', 'ok'],
    ['20.18.3', 'failed'],
    ['18.20.0', 'failed'],
    ['24.0.0', 'ok'],
  ])('of Node %s is %s', (version, status) => {
    expect(checkNode(version)).toMatchObject({ status });
    expect(checkNode(version).remedy === null).toBe(status === 'ok');
  });
});

describe('checkToken', () => {
  it.each([
    [null, 'ok'],
    [`${id}.G1a2b3.some_secret-part`, 'ok'],
    [`${id}.G1a2b3`, 'failed'],
    [`${id}.G1a2b3.some secret`, 'failed'],
    ['abc.def.ghi', 'failed'],
    ['0123456789abcdef0123456789abcdef', 'failed'],
    [`Bot ${id}.G1a2b3.x`, 'failed'],
  ])('looks at the form of %s only', (token, status) => {
    expect(checkToken(token).status).toBe(status);
  });

  it('never shows the token', () => {
    expect(JSON.stringify(checkToken('hush-hush.nobody.knows'))).not.toMatch(/hush|nobody|knows/);
  });
});

describe('runChecks', () => {
  const statuses = async (probes: Partial<DoctorProbes>) =>
    (await runChecks({ ...healthy, ...probes })).filter(({ status }) => status !== 'ok');

  it('only warns of an index that is not there yet', async () => {
    expect(await statuses({})).toMatchObject([{ name: 'index', status: 'warning', remedy: 'Run `npx yinju index`.' }]);
  });

  it('finds a database of a newer version, and leaves one of an older version to the bot', async () => {
    const database = (schema: number) => ({ name: 'yinju.sqlite', schema, newest: 2 });
    expect(await statuses({ inspectStore: () => Promise.resolve(database(3)) })).toMatchObject([
      { name: 'index' },
      { name: 'database', status: 'failed', detail: 'yinju.sqlite was made by a newer version of Yinju' },
    ]);
    const checks = await runChecks({ ...healthy, inspectStore: () => Promise.resolve(database(1)) });
    expect(checks.find(({ name }) => name === 'database')).toMatchObject({ status: 'ok', remedy: null });
    expect(await statuses({ inspectStore: () => Promise.resolve(null) })).toMatchObject([{ name: 'index' }]);
  });

  it('warns of a native module that does not load, and names the compiler', async () => {
    const [check] = await statuses({ nativeModuleFault: () => Promise.resolve('no bindings file') });
    expect(check).toMatchObject({ name: 'native-module', status: 'warning' });
    expect(check?.remedy).toContain('C++ compiler');
  });

  it('goes on after a failure and gives the remedy of its error', async () => {
    const readDocuments = () => Promise.reject(new DataFolderError('/nowhere', 'does not exist'));
    const [documents, index] = await statuses({ readDocuments });
    expect(documents).toMatchObject({ name: 'documents', status: 'failed' });
    expect(documents?.remedy).toContain('--data DIR');
    expect(index?.name).toBe('index');
  });

  it.each([
    ['default', 'zh-en (built in)'],
    ['choice', 'zh-en (chosen with `npx yinju model use`)'],
    ['setting', 'zh-en (named by EMBEDDING_MODEL or --model)'],
  ] as const)('says which encoder works and why it is that one: %s', async (by, name) => {
    const files = { 'config.json': '0', 'tokenizer.json': '1' };
    const loadEncoder = () => Promise.resolve({ model: 'zh-en', by, dimension: 384, files });
    const encoder = (await runChecks({ ...healthy, loadEncoder })).find((check) => check.name === 'encoder');
    expect(encoder).toMatchObject({ status: 'ok', detail: `${name}: its 2 files load, vectors of 384 numbers` });
  });

  it('says why an index cannot be used', async () => {
    const damaged = { status: 'damaged', folder: 'index', file: 'vectors.bin', reason: 'was changed' } as const;
    const [index] = await statuses({ inspectIndex: () => Promise.resolve(damaged) });
    expect(index).toMatchObject({ status: 'failed', detail: 'it cannot be used: vectors.bin was changed' });
  });
});
