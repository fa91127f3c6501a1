import { describe, expect, it } from 'vitest';
import { YinjuError } from '../../../src/shared/errors.js';
import { fileErrorCode } from '../../../src/shared/file-system.js';
import { carryError, RestoredError, restoreError } from '../../../src/worker/carried-error.js';

class DiskFullError extends YinjuError {
  readonly code = 'disk-full';
  readonly #secret = 'never leaves the object';

  constructor(
    readonly folder: string,
    readonly free: number,
    cause?: unknown,
  ) {
    super(`There is no room in ${folder}.`, { remedy: 'Make room.', cause });
  }

  whisper = (): string => this.#secret;
}

/** What arrives on the other side of a channel. */
const sent = (thrown: unknown): Error => restoreError(structuredClone(carryError(thrown)));

describe('an error that is carried to another thread', () => {
  it('keeps code, message, remedy, facts and name of an error of Yinju', () => {
    const restored = sent(new DiskFullError('/index', 17));
    expect(restored).toBeInstanceOf(RestoredError);
    expect(restored).toBeInstanceOf(YinjuError);
    expect(restored).toMatchObject({
      name: 'DiskFullError',
      code: 'disk-full',
      message: 'There is no room in /index.',
      remedy: 'Make room.',
      facts: { folder: '/index', free: 17 },
    });
  });

  it('keeps where it was thrown', () => {
    const error = new DiskFullError('/index', 17);
    expect(sent(error).stack).toBe(error.stack);
  });

  it('leaves out fields that are no data', () => {
    expect(sent(new DiskFullError('/index', 17))).toHaveProperty('facts', { folder: '/index', free: 17 });
  });

  it('keeps the causes, each of its kind', () => {
    const ofDisk = Object.assign(new Error('no space left on device'), { code: 'ENOSPC', errno: -28 });
    const { cause } = sent(new DiskFullError('/index', 0, ofDisk));
    expect(cause).toBeInstanceOf(Error);
    expect(cause).not.toBeInstanceOf(YinjuError);
    expect(cause).toMatchObject({ message: 'no space left on device', errno: -28 });
    expect(fileErrorCode(cause)).toBe('ENOSPC');
  });

  it('keeps the name of an error that is nobody’s on purpose', () => {
    expect(sent(new RangeError('row 7'))).toMatchObject({ name: 'RangeError', message: 'row 7' });
  });

  it.each(['a string', 7, null, undefined])('makes an error of %j', (thrown) => {
    expect(sent(thrown)).toMatchObject({ name: 'Error', message: String(thrown) });
  });

  it('comes to an end where an error is its own cause', () => {
    const error = new Error('round');
    error.cause = error;
    expect(sent(error).message).toBe('round');
  });
});
