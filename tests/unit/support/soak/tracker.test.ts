import { beforeEach, describe, expect, it } from 'vitest';
import type { RecordedRequest } from '../../../support/discord-emulator/rest-api.js';
import type { Deed } from '../../../support/soak/deed.js';
import { Tracker } from '../../../support/soak/tracker.js';

const ORIGINAL = '/webhooks/1/interaction-token-7/messages/@original';

const deed = (id: string, more: Partial<Deed> = {}): Deed => ({
  id,
  kind: '/ask',
  way: 'interaction',
  channel: '2',
  ending: 'one',
  judge: () => null,
  ...more,
});

describe('what a soak takes for an answer', () => {
  let requests: RecordedRequest[];
  let tracker: Tracker;

  /** The bot sends this, and Discord does it unless told otherwise. */
  function send(method: string, path: string, body: unknown, more: Partial<RecordedRequest> = {}): void {
    const told = { query: '', authorised: true, status: 200, done: true, at: requests.length, problems: [] };
    requests.push({ method, path, body, ...told, ...more });
    tracker.update();
  }

  beforeEach(() => {
    requests = [];
    tracker = new Tracker(requests);
  });

  it('is the text of the deferred response, not the deferral', () => {
    const tracked = tracker.add(deed('7'));
    send('POST', '/interactions/7/interaction-token-7/callback', { type: 5 });
    expect([tracked.acknowledged, tracked.finished, tracker.open.length]).toEqual([0, null, 1]);
    send('PATCH', ORIGINAL, { components: ['answer'] });
    expect([tracked.finished, tracked.answers.size, tracker.open.length]).toEqual([1, 1, 0]);
    expect(tracked.body).toEqual({ components: ['answer'] });
  });

  it('is the same where the same is sent again, and another where something else is', () => {
    const tracked = tracker.add(deed('7'));
    send('PATCH', ORIGINAL, { components: ['answer'] });
    send('PATCH', ORIGINAL, { components: ['answer'] });
    expect(tracked.answers.size).toBe(1);
    send('PATCH', ORIGINAL, { components: ['another'] });
    expect(tracked.answers.size).toBe(2);
  });

  it('is one for each message, unless Discord knows by the nonce that it is the same', () => {
    const [known, unknown] = [tracker.add(deed('8', { way: 'message' })), tracker.add(deed('9', { way: 'message' }))];
    const reply = (id: string, more: object): void =>
      send('POST', '/channels/2/messages', { message_reference: { message_id: id }, ...more });
    for (let time = 0; time < 2; time += 1) reply('8', { nonce: '8', enforce_nonce: true });
    for (let time = 0; time < 2; time += 1) reply('9', {});
    expect([known.answers.size, unknown.answers.size]).toEqual([1, 2]);
  });

  it('is one that Discord took without saying so, and none that it has not taken', () => {
    const tracked = tracker.add(deed('7'));
    send('PATCH', ORIGINAL, {}, { status: 502, done: false });
    send('PATCH', ORIGINAL, {}, { status: 429, done: false });
    expect([tracked.answers.size, tracked.refusals]).toEqual([0, []]);
    send('PATCH', ORIGINAL, {}, { status: 500, done: true });
    expect(tracked.answers.size).toBe(1);
  });

  it('may be refused for good', () => {
    const tracked = tracker.add(deed('8', { way: 'message', ending: 'refused' }));
    send('POST', '/channels/2/messages', { message_reference: { message_id: '8' } }, { status: 403, done: false });
    expect([tracked.refusals, tracked.answers.size, tracker.open]).toEqual([[403], 0, []]);
  });
});
