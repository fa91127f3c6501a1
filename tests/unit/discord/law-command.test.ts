import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownLaws } from '../../../src/answering/known-laws.js';
import type { LawAnswer, LawRequest } from '../../../src/answering/law-answer.js';
import { runBot } from '../../../src/discord/run-bot.js';
import { systemClock } from '../../../src/shared/clock.js';
import { checkChoices } from '../../support/discord-emulator/check-choices.js';
import { DiscordEmulator, type CommandUse } from '../../support/discord-emulator/discord-emulator.js';
import { FLAG_LOADING, textOf } from '../../support/discord-emulator/message-board.js';
import { RecordingLogger } from '../../support/discord-emulator/recording-logger.js';
import { answerOf } from '../../support/example-answers.js';
import { FakeEngine } from '../../support/fake-engine.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const LAWS = knownLaws(shippedCatalogue(), { names: () => [] });

function cardFor({ name, provision }: LawRequest): LawAnswer {
  return {
    kind: 'found',
    id: name,
    title: '网络安全法',
    day: '2026-01-02',
    law: null,
    status: null,
    text: null,
    versions: [],
    article: provision === null ? null : { outcome: 'unchecked', provision, passages: [] },
    mentions: [],
    mentionCount: 0,
  };
}

describe('/law', () => {
  let emulator: DiscordEmulator;
  let logger: RecordingLogger;
  let stop: AbortController;
  let running: Promise<void>;
  let requests: LawRequest[];
  let lawNames: () => Promise<typeof LAWS>;

  beforeEach(async () => {
    // Time stands still: however slow the machine, no interaction expires.
    emulator = await DiscordEmulator.start({ now: () => 0 });
    logger = new RecordingLogger(() => emulator.wake());
    stop = new AbortController();
    requests = [];
    lawNames = () => Promise.resolve(LAWS);
    const engine = new FakeEngine(({ text }) => answerOf(text, 'none', []), {
      law: (request) => {
        requests.push(request);
        return Promise.resolve(cardFor(request));
      },
      lawNames: () => lawNames(),
    });
    const { token, apiUrl } = emulator;
    running = runBot({ engine, token, apiUrl, logger, clock: systemClock, signal: stop.signal });
    await emulator.waitUntilReady();
  });

  afterEach(async () => {
    stop.abort();
    await running;
    await emulator.close();
    expect(emulator.problems).toEqual([]);
  });

  const ask = async (options: CommandUse['options'], locale = 'zh-CN'): Promise<string> => {
    const id = emulator.slashCommand({ name: 'law', ...(options === undefined ? {} : { options }), locale });
    const message = await emulator.waitForMessage(
      ({ interaction, flags }) => interaction === id && (flags & FLAG_LOADING) === 0,
    );
    return textOf(message);
  };

  it('defers, asks the engine for what was typed, and shows the card without pinging anybody', async () => {
    const text = await ask({ name: ' 网络安全法 ', article: '第二十一条', 'as-of': '2020-01-01' });
    expect(text).toContain('《网络安全法》第二十一条无法核对');
    expect(requests).toEqual([
      {
        name: '网络安全法',
        provision: { article: '21', paragraph: null, item: null, subitem: null },
        asOf: '2020-01-01',
        scopes: ['global'],
        limit: 5,
      },
    ]);
    const steps = emulator.requests.filter(({ path }) => /interactions|webhooks/.test(path));
    expect(steps.map(({ method, status }) => `${method} ${status}`)).toEqual(['POST 204', 'PATCH 200']);
    expect(steps[0]?.body).toMatchObject({ type: 5 });
    expect(steps[1]?.body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it.each([
    ['an article that is none', { article: 'one' }, '“one” is no article.'],
    ['a date that is none', { 'as-of': '2026-02-30' }, '“2026-02-30” is no date.'],
  ])('says so of %s, and asks the engine nothing', async (_, options, problem) => {
    expect(await ask({ name: 'CSL', ...options }, 'en-US')).toContain(problem);
    expect(requests).toEqual([]);
  });

  it('offers laws while a name is typed, in the language of the client', async () => {
    const typed = emulator.type({ name: 'law', options: { name: 'csl' }, locale: 'zh-TW' }, 'name');
    const [first] = await emulator.waitForChoices(typed);
    expect(first?.value).toBe('cybersecurity-law');
    expect(first?.name).toContain('中華人民共和國網絡安全法');
  });

  it('accepts every choice that is ever offered for nothing typed', async () => {
    const typed = emulator.type({ name: 'law', options: { name: '' } }, 'name');
    expect(await emulator.waitForChoices(typed)).toHaveLength(25);
  });

  it('goes on after names that could not be read', async () => {
    lawNames = () => Promise.reject(new RangeError('with the typed text'));
    emulator.type({ name: 'law', options: { name: 'secret' } }, 'name');
    await emulator.waitFor('the warning', () =>
      logger.lines.some(({ event, facts }) => event === 'discord-choices-failed' && facts.reason === 'RangeError'),
    );
    expect(logger.text).not.toContain('typed text');
    expect(await ask({ name: 'any text' })).toContain('网络安全法');
  });
});

describe('the emulator', () => {
  it.each([
    ['26 choices', { choices: Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' })) }],
    ['a name of 101 characters', { choices: [{ name: '长'.repeat(101), value: 'a' }] }],
    ['a value of 101 characters', { choices: [{ name: 'a', value: 'a'.repeat(101) }] }],
    ['an empty name', { choices: [{ name: '', value: 'a' }] }],
    ['no choices at all', {}],
  ])('refuses %s', (_, data) => {
    expect(() => checkChoices(data)).toThrow('Invalid Form Body');
  });
});
