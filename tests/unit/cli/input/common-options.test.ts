import { delimiter, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { overridesOf } from '../../../../src/cli/input/common-options.js';
import { describeError, exitCodeOf } from '../../../../src/cli/describe-error.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';
import { ConfigError } from '../../../../src/config/config-error.js';
import { DataFolderError } from '../../../../src/documents/documents-error.js';
import { UsageError } from '../../../../src/shared/errors.js';

const HERE = resolve('/here');

describe('overridesOf', () => {
  it('changes no setting without options', () => {
    expect(overridesOf({}, HERE)).toEqual({});
  });

  it('counts paths from where the command was given', () => {
    const options = { data: ['mine', '/theirs'], library: 'laws', index: '../index', model: './model' };
    expect(overridesOf(options, HERE)).toEqual({
      DATA_DIR: [join(HERE, 'mine'), resolve('/theirs')].join(delimiter),
      LIBRARY_DIR: join(HERE, 'laws'),
      INDEX_DIR: resolve('/index'),
      EMBEDDING_MODEL: join(HERE, 'model'),
    });
  });

  it('refuses a folder that would be taken for two', () => {
    expect(() => overridesOf({ data: [`a${delimiter}b`] }, HERE)).toThrow(UsageError);
  });
});

describe('describeError', () => {
  const plain = createStyle(false);

  it('says what happened and what to do, and no more', () => {
    const error = new DataFolderError('/nowhere', 'does not exist');
    expect(describeError(error, plain, false, null).split('\n')).toEqual([
      'Error: The data folder /nowhere does not exist.',
      '→ Name a folder that holds .txt or .md files with --data DIR or DATA_DIR.',
    ]);
  });

  it('shows where an error comes from, and its causes, to those who ask', () => {
    const error = new UsageError('outer', { cause: new Error('inner') });
    expect(describeError(error, plain, false, null)).toBe('Error: outer');
    expect(describeError(error, plain, true, null)).toMatch(/outer[^]*common-options\.test[^]*inner/);
  });

  it('breaks its lines between words where it goes to a terminal', () => {
    const error = new DataFolderError('/nowhere', 'does not exist');
    expect(describeError(error, plain, false, 44).split('\n')).toEqual([
      'Error: The data folder /nowhere does not',
      '  exist.',
      '→ Name a folder that holds .txt or .md',
      '  files with --data DIR or DATA_DIR.',
    ]);
  });

  it('lets no control character of a message through', () => {
    expect(describeError(new UsageError('a\u001B[2Jb'), plain, false, null)).toBe('Error: a\uFFFD[2Jb');
  });
});

describe('exitCodeOf', () => {
  it('is 2 for wrong use and wrong settings, 1 for a failure', () => {
    expect(exitCodeOf(new UsageError('x'))).toBe(2);
    expect(exitCodeOf(new ConfigError([]))).toBe(2);
    expect(exitCodeOf(new DataFolderError('/x', 'is gone'))).toBe(1);
    expect(exitCodeOf(new Error('x'))).toBe(1);
  });
});
