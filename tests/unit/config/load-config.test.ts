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
      embeddingModel: null,
      hubAddress: 'https://huggingface.co',
      modelCacheFolder: join(ROOT, 'embeddings', 'cache'),
      lawCommands: 'all',
      databaseUrl: null,
      databaseFile: join(ROOT, 'data', 'yinju.sqlite'),
      messageContent: false,
      logQuestions: false,
      retentionDays: 90,
      operations: null,
      admission: { userPerMinute: 20, serverPerMinute: 120, waiting: 500 },
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
    expect(load({ environment }).dataFolders).toEqual([join(ROOT, 'mine'), resolve('/theirs')]);
  });

  it('keeps a library beside whatever folders are named', () => {
    const environment = { DATA_DIR: '/mine' };
    expect(load({ environment }).libraryFolder).toBe(join(ROOT, 'data', 'library'));
    expect(load({ environment: { ...environment, LIBRARY_DIR: '/laws' } }).libraryFolder).toBe(resolve('/laws'));
  });

  it('refuses a folder that lies in another: its documents would be read twice', () => {
    expect(mistakesOf({ environment: { DATA_DIR: ['/mine', '/mine/more'].join(delimiter) } })).toEqual(['DATA_DIR']);
    expect(mistakesOf({ environment: { DATA_DIR: '/mine', LIBRARY_DIR: '/mine/laws' } })).toEqual(['LIBRARY_DIR']);
    expect(mistakesOf({ environment: { DATA_DIR: '/laws/mine', LIBRARY_DIR: '/laws' } })).toEqual(['DATA_DIR']);
    expect(mistakesOf({ environment: { DATA_DIR: 'data' } })).toEqual(['LIBRARY_DIR']);
  });

  it('takes a folder whose name begins as that of another, and a library that is one of the folders', () => {
    const environment = { DATA_DIR: ['/mine', '/mine-too'].join(delimiter), LIBRARY_DIR: '/mine' };
    expect(load({ environment })).toMatchObject({ libraryFolder: resolve('/mine') });
  });

  it.each([
    ['all', 'all'],
    ['none', []],
    ['cybersecurity-law, PIPL，数据安全法,', ['cybersecurity-law', 'PIPL', '数据安全法']],
  ])('reads the laws with a command of their own: %s', (given, expected) => {
    expect(load({ environment: { LAW_COMMANDS: given } }).lawCommands).toEqual(expected);
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

  it('takes a file or a server as the database of the bot, and what it keeps', () => {
    const environment = {
      DATABASE_URL: 'postgresql://me:hush@localhost:5432/yinju',
      DATABASE_FILE: 'mine/yinju.db',
      MESSAGE_CONTENT: 'on',
      LOG_QUESTIONS: 'on',
      RETENTION_DAYS: '1',
    };
    expect(load({ environment })).toMatchObject({
      databaseUrl: environment.DATABASE_URL,
      databaseFile: join(ROOT, 'mine', 'yinju.db'),
      messageContent: true,
      logQuestions: true,
      retentionDays: 1,
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://localhost/yinju'],
    ['DATABASE_URL', 'localhost:5432'],
    ['MESSAGE_CONTENT', 'true'],
    ['LOG_QUESTIONS', '1'],
    ['RETENTION_DAYS', '0'],
    ['RETENTION_DAYS', '-1'],
    ['RETENTION_DAYS', '1.5'],
    ['RETENTION_DAYS', 'forever'],
    ['USER_QUESTIONS_PER_MINUTE', '-1'],
    ['SERVER_QUESTIONS_PER_MINUTE', '2.5'],
    ['WAITING_QUESTIONS', '0'],
    ['OPERATIONS_PORT', '0'],
    ['OPERATIONS_PORT', '65536'],
    ['OPERATIONS_PORT', '-1'],
    ['OPERATIONS_PORT', 'on'],
    ['OPERATIONS_HOST', 'http://localhost'],
  ])('refuses %s=%s', (setting, value) => {
    expect(mistakesOf({ environment: { [setting]: value } })).toEqual([setting]);
  });

  it('opens the operations port to this machine alone, and only where a port is given', () => {
    expect(load({ environment: { OPERATIONS_PORT: '9464' } }).operations).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(load({ environment: { OPERATIONS_HOST: '0.0.0.0' } }).operations).toBeNull();
    const environment = { OPERATIONS_PORT: '65535', OPERATIONS_HOST: '::1' };
    expect(load({ environment }).operations).toEqual({ host: '::1', port: 65_535 });
  });

  it('takes how much may be asked, also as much as anybody likes', () => {
    const environment = { USER_QUESTIONS_PER_MINUTE: '0', SERVER_QUESTIONS_PER_MINUTE: '6000', WAITING_QUESTIONS: '1' };
    expect(load({ environment }).admission).toEqual({ userPerMinute: 0, serverPerMinute: 6000, waiting: 1 });
  });

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
