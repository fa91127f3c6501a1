import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALL_BUTTONS } from '../../src/discord/buttons/all-buttons.js';
import { wordsFor } from '../../src/wording/words-for.js';
import { FLAG_EPHEMERAL } from '../support/discord-emulator/check-message.js';
import { asText } from '../support/discord-emulator/json.js';
import { textOf, type BotMessage } from '../support/discord-emulator/message-board.js';
import { openRealEngine, type RealEngine } from '../support/real-engine.js';
import { startBot, type RunningBot } from '../support/running-bot.js';

const UNLIMITED = { userPerMinute: 0, serverPerMinute: 0, waiting: 100 };
const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
/** topics/permissions.mdx, "Bitwise Permission Flags": nothing; and all but Administrator and Manage Server. */
const WITHOUT_RIGHT = ['0', String(2_147_483_647 - (1 << 3) - (1 << 5))];

/** Fields that no button of the bot has, and such as some have. */
const FIELD = fc.oneof(
  fc.constantFrom('', '0', '-0', '1', '5', '99', '1e9', '9'.repeat(60), 'NaN', '0x10', '../../etc/passwd', '%2F', '%'),
  fc.constantFrom(
    '网络安全法',
    '第一条',
    'aaaaaaaaaaaaaaaa',
    '000001',
    'constructor',
    '__proto__',
    '\u202Eabc',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const FORGED_ID = fc
  .tuple(
    fc.constantFrom('y1', 'y0', 'y2', 'Y1', '', '网'),
    fc.constantFrom(...ALL_BUTTONS.map(({ action }) => action), 'burn', 'constructor', ''),
    fc.array(FIELD, { maxLength: 6 }),
  )
  .map(([mark, action, fields]) => [mark, action, ...fields].join(':'));

describe('an interaction that no client should send', () => {
  let real: RealEngine;
  let bot: RunningBot;
  let answer: BotMessage;

  beforeAll(async () => {
    real = await openRealEngine();
    bot = await startBot(real.engine, { admission: UNLIMITED, guildLocale: 'zh-CN' });
    answer = await bot.use({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN' });
  });

  afterAll(async () => {
    await bot.stop();
    await real.engine.close();
  });

  const now = ({ id }: BotMessage): BotMessage | undefined => bot.emulator.board.all.find((one) => one.id === id);
  const faults = () => bot.logger.lines.filter(({ event }) => /-event-failed$|-button-failed$/.test(event));

  it('is answered with one note to whoever pressed, where a button has a made-up id', async () => {
    // Whoever presses is nobody for whom the message was written, and no moderator: nothing may happen to it.
    const press = { message: answer, user: bot.emulator.addUser(), permissions: '0' };
    for (const customId of fc.sample(FORGED_ID, { numRuns: 150, seed: 20_261_122 })) {
      const id = bot.emulator.forgePress(press.message, customId, press);
      const note = await bot.answerTo(id);
      const shown = bot.emulator.board.all.filter(({ interaction }) => interaction === id);
      expect([customId, shown.length, note.flags & FLAG_EPHEMERAL]).toEqual([customId, 1, FLAG_EPHEMERAL]);
    }
    expect(now(answer)).toEqual(answer);
    expect(faults()).toEqual([]);
  });

  it.each(['view', 'channel', 'language', 'documents', 'passages'])(
    'changes no setting: /settings %s of a member without the right, which Discord let through',
    async (subcommand) => {
      const { notAllowed } = wordsFor('en').discord.settings;
      const before = await bot.use({ name: 'settings', subcommand: 'view' });
      const options = { channel: { answers: 'off' }, language: { language: 'en' }, documents: { add: '000' } };
      const typed = { view: {}, passages: { number: 3 }, ...options }[subcommand] ?? {};
      for (const permissions of WITHOUT_RIGHT) {
        const refused = await bot.use({ name: 'settings', subcommand, options: typed, permissions });
        expect([textOf(refused), refused.flags & FLAG_EPHEMERAL]).toEqual([notAllowed, FLAG_EPHEMERAL]);
      }
      expect((await bot.use({ name: 'settings', subcommand: 'view' })).body).toEqual(before.body);
    },
  );

  it.each([
    ['nothing', ''],
    ['white space and invisible characters', ' \u200B\uFEFF\u202E '],
    ['6,000 characters', '网'.repeat(6000)],
    ['half a character', '网\uD83D'],
    ['a path', '../../etc/passwd'],
    ['a pattern', '(a+)+$ [ \\ .* %'],
    ['a mention', '<@1> @everyone'],
    ['a name of every object', '__proto__'],
  ])('is offered at most 25 choices that Discord takes, where somebody types %s', async (_, text) => {
    const typing: readonly (readonly [use: Parameters<typeof bot.emulator.type>[0], option: string])[] = [
      [{ name: 'law', options: { name: text } }, 'name'],
      [{ name: 'ask', options: { document: text } }, 'document'],
      [{ name: 'ask', options: { law: text } }, 'law'],
      [{ name: 'settings', subcommand: 'documents', options: { add: text } }, 'add'],
      [{ name: 'settings', subcommand: 'documents', options: { remove: text }, permissions: '0' }, 'remove'],
    ];
    const ids = typing.map(([use, option]) => bot.emulator.type(use, option));
    const offered = await Promise.all(ids.map((id) => bot.emulator.waitForChoices(id)));
    expect(offered.flat().every(({ name }) => asText(name) !== '')).toBe(true);
    expect(bot.logger.lines.filter(({ event }) => event === 'discord-choices-failed')).toEqual([]);
  });

  it('of a server that removed the bot is answered where it can be, and changes nothing', async () => {
    const server = bot.emulator.addServer();
    const asked = await bot.use({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN', server });
    bot.emulator.removeBot(server);
    // Discord sends none of these any more; one may be on its way.
    const late = await bot.use({ name: 'ask', options: { question: QUESTION }, locale: 'zh-CN', server });
    expect(textOf(late)).toBe(textOf(asked));
    const settings = { name: 'settings', subcommand: 'passages', options: { number: 3 }, server };
    expect(textOf(await bot.use(settings))).toBe(wordsFor('en').discord.settings.notHere);
    const pressed = await bot.answerTo(
      bot.emulator.press({ message: asked, customId: 'y1:citations', locale: 'zh-CN' }),
    );
    expect(pressed.flags & FLAG_EPHEMERAL).toBe(FLAG_EPHEMERAL);
    // The library knows no channel of such a server any more: its messages reach nobody.
    const asks = bot.emulator.mention(QUESTION, { server });
    await bot.replyTo(bot.emulator.mention(QUESTION));
    expect(bot.emulator.board.all.filter(({ repliesTo }) => repliesTo === asks)).toEqual([]);
    expect(faults()).toEqual([]);
  });

  it('tells neither the token of the bot nor that of an interaction, at any level of the log', () => {
    expect(bot.logger.lines.some(({ level }) => level === 'debug' || level === 'info')).toBe(true);
    expect(bot.logger.text).not.toContain(bot.emulator.token);
    expect(bot.logger.text).not.toContain('interaction-token');
    expect(bot.emulator.board.all.map(textOf).join()).not.toContain(bot.emulator.token);
  });
});
