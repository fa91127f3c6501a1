import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/shared/clock.js';
import { fileErrorCode } from '../../../src/shared/file-system.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/contract/store.js';
import { userKey } from '../../../src/store/tables/user-key.js';
import { asList, asObject, asText } from '../../support/discord-emulator/json.js';
import { answerOf } from '../../support/example-answers.js';
import { FakeEngine } from '../../support/fake-engine.js';
import { createMemoryStore } from '../../support/memory-store.js';
import { presserOf } from '../../support/pressed-buttons.js';
import { linesOf, startBot, type RunningBot } from '../../support/running-bot.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const QUESTION = '谁负责某件独特的事情？';
const LAW = '某部独特的法';
const TEXT = '一句独特的话。';
const SECRET_LINE = /^\["yinju_meta",\{"name":"secret","value":"([0-9a-f]{64})"\}\]$/m;

/** The bot over a real database in a folder of its own. */
describe('what is kept of a user', () => {
  let folder: string;
  let store: Store;
  let bot: RunningBot;
  let secret: string;

  const begin = async (logQuestions: boolean): Promise<void> => {
    store = await openStore({
      location: { kind: 'sqlite', file: join(folder, 'yinju.sqlite') },
      logQuestions,
      retentionDays: 90,
      clock: systemClock,
      logger: bot.logger,
    });
    const backup = Buffer.from(await store.backup()).toString('utf8');
    secret = SECRET_LINE.exec(backup)?.[1] ?? '';
    expect(secret).toHaveLength(64);
    await bot.restart({ store });
  };

  beforeEach(async () => {
    folder = await temporaryFolder();
    bot = await startBot(
      new FakeEngine(({ text }) => answerOf(text, 'none', []), {
        law: ({ name }) => Promise.resolve({ kind: 'unknown', name, near: [] }),
        verify: () => Promise.resolve({ verdict: 'absent' }),
      }),
    );
  });
  afterEach(() => bot.stop());

  /** Ends the database, and gives all that whoever has the machine could read: every file, and the log. */
  const everything = async (): Promise<string> => {
    // SQLite takes its side files away when a connection ends: one that is gone by now holds nothing.
    const read = (name: string): Promise<string> =>
      readFile(join(folder, name), 'latin1').catch((cause: unknown) => {
        if (fileErrorCode(cause) === 'ENOENT') return '';
        throw cause;
      });
    const files = async (): Promise<string> => {
      const names = await readdir(folder);
      return (await Promise.all(names.map(read))).join('\n');
    };
    const whileRunning = await files();
    await bot.restart({ store: createMemoryStore(systemClock, store.retention) });
    await store.close();
    return [whileRunning, await files(), bot.logger.text].join('\n');
  };
  /** A text of any script as it stands in `everything`. */
  const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

  const askAndVote = async (): Promise<void> => {
    const { guild, channel, user } = bot.emulator.cast;
    const { id: answer } = await bot.use({ name: 'ask', options: { question: QUESTION } });
    await bot.replyTo(bot.emulator.mention(QUESTION));
    await bot.use({ name: 'law', options: { name: LAW } });
    await bot.use({ name: 'verify', options: { text: TEXT } });
    const vote = { helpful: true, passages: ['p'], generation: '000001', question: QUESTION };
    await store.feedback.vote({ answer, guild, channel, user: user.id, ...vote });
  };
  const { pressed } = presserOf(() => bot, 'en-US');

  it('is exported as a file that only the user sees', async () => {
    await begin(true);
    await askAndVote();
    const message = await pressed(await bot.use({ name: 'privacy' }), 'Export mine');
    expect(linesOf(message)[0]).toContain('1 mark on answers, 4 questions');
    const [file] = bot.emulator.files;
    expect(file?.name).toBe('yinju.json');
    const { feedback, questions } = asObject(JSON.parse(file?.text ?? ''));
    expect(feedback).toMatchObject([{ helpful: true, passages: ['p'], question: QUESTION }]);
    const kept = asList(questions).map((one) => `${asText(asObject(one).kind)}: ${asText(asObject(one).text)}`);
    expect(kept.sort()).toEqual(
      [`question: ${QUESTION}`, `question: ${QUESTION}`, `law: ${LAW}`, `verify: ${TEXT}`].sort(),
    );
    // The message shows the file that came with it, and the user's id is nowhere in that.
    expect(JSON.stringify(message.body)).toContain(`attachment://${file?.name ?? ''}`);
    expect(file?.text).not.toContain(bot.emulator.cast.user.id);
    await everything();
  });

  it('is found in the database, but never by the id', async () => {
    await begin(true);
    await askAndVote();
    const { id } = bot.emulator.cast.user;
    const all = await everything();
    expect(all).toContain(userKey(secret, id));
    expect(all).not.toContain(id);
  });

  it('is deleted: neither the id nor its keyed hash is left in any table, file or log', async () => {
    await begin(true);
    await askAndVote();
    const { other, guild, channel, user } = bot.emulator.cast;
    const vote = { helpful: false, passages: ['p'], generation: '000001', question: null };
    await store.feedback.vote({ answer: '1', guild, channel, user: other.id, ...vote });
    const asked = await pressed(await bot.use({ name: 'privacy' }), 'Delete mine');
    expect(linesOf(asked)[0]).toContain('for good');
    expect(await store.users.exportUser(user.id)).not.toEqual({ feedback: [], questions: [] });
    const done = await pressed(asked, 'Delete for good');
    expect(linesOf(done)).toEqual(['Deleted: 1 mark on answers, 4 questions. Nothing is kept of you any more.']);
    const again = await pressed(asked, 'Delete for good');
    expect(linesOf(again)).toEqual(['Nothing is kept of you.']);
    const all = await everything();
    expect(all).not.toContain(user.id);
    expect(all).not.toContain(userKey(secret, user.id));
    for (const text of [QUESTION, LAW, TEXT]) expect(all).not.toContain(bytes(text));
    // What is kept of somebody else stays.
    expect(all).toContain(userKey(secret, other.id));
  });

  it('says that there is nothing to export', async () => {
    await begin(false);
    const message = await pressed(await bot.use({ name: 'privacy' }), 'Export mine');
    expect(linesOf(message)).toEqual(['Nothing is kept of you.']);
    expect(bot.emulator.files).toEqual([]);
    await everything();
  });

  it('holds no word of a question unless questions are logged, but counts them', async () => {
    await begin(false);
    const { guild } = bot.emulator.cast;
    await askAndVote();
    await expect
      .poll(async () => store.insights.days(guild, '2000-01-01', '2999-12-31'))
      .toMatchObject([
        { kind: 'law', answered: 0, unanswered: 1 },
        { kind: 'question', answered: 0, unanswered: 2 },
        { kind: 'verify', answered: 0, unanswered: 1 },
      ]);
    const all = await everything();
    for (const text of [QUESTION, LAW, TEXT]) {
      expect(all).not.toContain(bytes(text));
      expect(all).not.toContain(JSON.stringify(text));
      expect(bot.logger.text).not.toContain(text);
    }
  });

  it('holds questions where they are logged, in the database and not in the log', async () => {
    await begin(true);
    await askAndVote();
    const all = await everything();
    for (const text of [QUESTION, LAW, TEXT]) {
      expect(all).toContain(bytes(text));
      expect(bot.logger.text).not.toContain(text);
    }
  });
});
