import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/config-error.js';
import { loadConfig, type ConfigSources } from '../../../src/config/load-config.js';

const ROOT = resolve('/somewhere/yinju');
const load = (sources: Partial<ConfigSources> = {}) =>
  loadConfig({ file: {}, environment: {}, commandLine: {}, ...sources }, ROOT);

function mistakesOf(sources: Partial<ConfigSources>): readonly string[] {
  try {
    load(sources);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.mistakes.map(({ setting }) => setting);
    throw cause;
  }
  return [];
}

describe('loadConfig', () => {
  it('needs no setting at all', () => {
    expect(load()).toEqual({
      discordToken: null,
      discordApiUrl: 'https://discord.com/api',
      dataFolders: [join(ROOT, 'data', 'documents')],
      libraryFolder: join(ROOT, 'data', 'library'),
      indexFolder: join(ROOT, 'embeddings', 'index'),
      embeddingModel: 'zh-en',
      hubAddress: 'https://huggingface.co',
      modelCacheFolder: join(ROOT, 'embeddings', 'cache'),
      logLevel: 'info',
      defaultLanguage: 'en',
    });
  });

  it('lets the command line win over the environment, and that over the file', () => {
    const sources = { file: { INDEX_DIR: '/file', LOG_LEVEL: 'warn' }, environment: { INDEX_DIR: '/environment' } };
    expect(load(sources)).toMatchObject({ indexFolder: resolve('/environment'), logLevel: 'warn' });
    expect(load({ ...sources, commandLine: { INDEX_DIR: '/option' } }).indexFolder).toBe(resolve('/option'));
  });

  it('takes an empty value for none, also where the file has one', () => {
    expect(load({ environment: { DISCORD_TOKEN: ' ' }, file: { DISCORD_TOKEN: 'from-file' } }).discordToken).toBe(
      'from-file',
    );
  });

  it('counts relative paths from the root, and splits folders as PATH does', () => {
    const environment = { DATA_DIR: ['mine', '/theirs', '', 'mine'].join(delimiter) };
    expect(load({ environment })).toMatchObject({
      dataFolders: [join(ROOT, 'mine'), resolve('/theirs')],
      libraryFolder: null,
    });
  });

  it.each([
    ['zh-en', 'zh-en'],
    ['Xenova/multilingual-e5-small', 'Xenova/multilingual-e5-small'],
    ['./my-model', join(ROOT, 'my-model')],
  ])('takes the encoder %s', (given, expected) => {
    expect(load({ environment: { EMBEDDING_MODEL: given } }).embeddingModel).toBe(expected);
  });

  it.each(['multilingual-e5-small', 'a/b/c', '../', 'owner/..', 'https://huggingface.co/a/b'])(
    'refuses the encoder %s',
    (given) => {
      expect(mistakesOf({ environment: { EMBEDDING_MODEL: given } })).toEqual(['EMBEDDING_MODEL']);
    },
  );

  it('lists all mistakes at once', () => {
    const environment = {
      LOG_LEVEL: 'loud',
      DISCORD_API_URL: 'discord.com',
      DEFAULT_LANGUAGE: 'fr',
      DATA_DIR: delimiter,
    };
    expect(mistakesOf({ environment }).toSorted()).toEqual([
      'DATA_DIR',
      'DEFAULT_LANGUAGE',
      'DISCORD_API_URL',
      'LOG_LEVEL',
    ]);
  });

  it('points out names that are nearly a setting', () => {
    expect(mistakesOf({ file: { DISCRD_TOKEN: 'x', LOGLEVEL: 'info', EDITOR: 'vi' } })).toEqual([
      'DISCRD_TOKEN',
      'LOGLEVEL',
    ]);
  });

  it('leaves names of the environment alone that belong to other programs', () => {
    expect(mistakesOf({ environment: { LOGLEVEL: 'info', DATADIR: '/x', PATH: '/bin' } })).toEqual([]);
    expect(mistakesOf({ environment: { DISCORD_TOKN: 'x' } })).toEqual(['DISCORD_TOKN']);
  });

  it('never repeats a value: it may be a secret', () => {
    let message = '';
    try {
      load({ file: { DISCORD_TOKNE: 'very-secret' }, environment: { LOG_LEVEL: 'very-secret' } });
    } catch (cause) {
      message = String(cause);
    }
    expect(message).toContain('LOG_LEVEL');
    expect(message).not.toContain('very-secret');
  });
});
