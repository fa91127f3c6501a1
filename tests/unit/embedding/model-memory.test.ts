import { totalmem } from 'node:os';
import { describe, expect, it } from 'vitest';
import { availableMemory, refuseTooLarge } from '../../../src/embedding/model-memory.js';
import { ModelUnavailableError } from '../../../src/embedding/model-unavailable-error.js';

describe('memory for a model', () => {
  it('is refused only where the weights alone are more than there is', () => {
    expect(() => refuseTooLarge('a/b', 570_000_001, 570_000_000)).toThrow(ModelUnavailableError);
    expect(() => refuseTooLarge('a/b', 570_000_000, 570_000_000)).not.toThrow();
    expect(() => refuseTooLarge('a/b', Number.MAX_SAFE_INTEGER, null)).not.toThrow();
  });

  it('is told in one sentence, with what to do', () => {
    const refuse = (): void => refuseTooLarge('Xenova/bge-m3', 570_000_000, 300_000_000);
    expect(refuse).toThrow(
      'The encoder Xenova/bge-m3 cannot be used: it needs at least 570 MB of memory, and 300 MB are free.',
    );
    expect(refuse).toThrow(
      expect.objectContaining({ remedy: expect.stringContaining('`npx yinju model list`') as string }),
    );
  });

  it('is at most all that the machine has, and that where less would be a lie', () => {
    expect(availableMemory('linux')).toBeGreaterThan(0);
    expect(availableMemory('linux')).toBeLessThanOrEqual(totalmem());
    expect(availableMemory('darwin')).toBe(totalmem());
  });
});
