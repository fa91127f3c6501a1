import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { failureKind } from '../../../../src/discord/asking/failure-kind.js';
import { EngineDownError } from '../../../../src/worker/worker-errors.js';

const refusal = (status: number): DiscordAPIError =>
  new DiscordAPIError({ code: 50_001, message: 'Missing Access' }, 50_001, status, 'POST', 'http://localhost', {});
const network = (code: string): Error => Object.assign(new Error('secret'), { code });

describe('failureKind', () => {
  it.each([
    ['engine-down', new EngineDownError(0)],
    ['discord-4xx', refusal(403)],
    ['discord-5xx', new HTTPError(503, 'Unavailable', 'POST', 'http://localhost', {})],
    [
      'discord-rate-limit',
      new RateLimitError({
        global: false,
        hash: '',
        limit: 5,
        majorParameter: '1',
        method: 'POST',
        retryAfter: 1,
        route: '',
        scope: 'user',
        sublimitTimeout: 0,
        timeToReset: 1,
        url: '',
      }),
    ],
    ['timeout', new DOMException('late', 'TimeoutError')],
    ['network', network('ECONNRESET')],
    ['network', new Error('wrapped', { cause: network('UND_ERR_SOCKET') })],
    ['network', new DOMException('cut', 'AbortError')],
    ['fault', new RangeError('a question')],
    ['fault', 'a question'],
    ['fault', undefined],
  ])('is %s', (kind, cause) => {
    expect(failureKind(cause)).toBe(kind);
  });
});
