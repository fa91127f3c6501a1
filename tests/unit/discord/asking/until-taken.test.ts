import { DiscordAPIError, HTTPError, RESTJSONErrorCodes } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { isNetworkFailure, isPassingFailure } from '../../../../src/discord/asking/passing-failure.js';
import { respondOnce, untilTaken } from '../../../../src/discord/asking/until-taken.js';

const httpError = (status: number): HTTPError => new HTTPError(status, '', 'POST', 'https://example.test', {});
const refusal = (code: number, status: number): DiscordAPIError =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'https://example.test', {});
const cut = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });

/** A call that fails so often with these, one after the other, and then succeeds. */
function failing(...causes: readonly Error[]): { readonly call: () => Promise<string>; readonly calls: () => number } {
  let calls = 0;
  return {
    call: () => {
      const cause = causes[calls++];
      return cause === undefined ? Promise.resolve('taken') : Promise.reject(cause);
    },
    calls: () => calls,
  };
}

describe('untilTaken', () => {
  it('calls once where the call is taken', async () => {
    const { call, calls } = failing();
    expect([await untilTaken(call, 'answer'), calls()]).toEqual(['taken', 1]);
  });

  it('calls again where no response came, and where Discord has trouble', async () => {
    const { call, calls } = failing(cut, httpError(502), httpError(500));
    expect([await untilTaken(call, 'acknowledgement'), calls()]).toEqual(['taken', 4]);
  });

  it('gives up at once where Discord refuses', async () => {
    const unknown = refusal(RESTJSONErrorCodes.UnknownMessage, 404);
    const { call, calls } = failing(unknown);
    await expect(untilTaken(call, 'answer')).rejects.toBe(unknown);
    expect(calls()).toBe(1);
  });

  it('gives up an acknowledgement that never gets through while an interaction can still wait for it', async () => {
    const { call, calls } = failing(...Array.from({ length: 9 }, () => cut));
    await expect(untilTaken(call, 'acknowledgement')).rejects.toBe(cut);
    expect(calls()).toBe(5);
  });
});

describe('respondOnce', () => {
  it('takes it for done where Discord knows of a response already', async () => {
    const known = refusal(RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged, 400);
    expect(await respondOnce(failing(cut, known).call)).toBe(false);
    expect(await respondOnce(failing().call)).toBe(true);
  });

  it('rejects where the interaction is unknown', async () => {
    const unknown = refusal(RESTJSONErrorCodes.UnknownInteraction, 404);
    await expect(respondOnce(failing(unknown).call)).rejects.toBe(unknown);
  });
});

describe('a failure of a call', () => {
  it.each([
    ['a cut connection', cut, true, true],
    ['a name that is not resolved', Object.assign(new Error('dns'), { code: 'ENOTFOUND' }), true, true],
    ['a cause below', new Error('failed', { cause: cut }), true, true],
    ['a call that took too long', new DOMException('aborted', 'AbortError'), true, true],
    ['a server in trouble', httpError(503), false, true],
    ['a page that is not there', httpError(404), false, false],
    ['a refusal', refusal(RESTJSONErrorCodes.MissingPermissions, 403), false, false],
    ['a mistake of the program', new TypeError('x is undefined'), false, false],
    ['something that is no error', 'cut', false, false],
  ])('%s', (_, cause, ofNetwork, passing) => {
    expect([isNetworkFailure(cause), isPassingFailure(cause)]).toEqual([ofNetwork, passing]);
  });
});
