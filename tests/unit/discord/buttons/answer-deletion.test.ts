import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import { isEphemeral, MANAGE_MESSAGES, shownBy } from '../../../support/pressed-buttons.js';
import { CONTEXT, KITES, THREAD, testedKites } from '../../../support/tested-kites.js';

describe('the button that deletes an answer', () => {
  const tested = testedKites();
  const { ask, press, pressed, now, gone } = tested;

  it('for who ran the command, and for nobody else without the right', async () => {
    const answer = await ask(THREAD);
    const refusal = await pressed(answer, '删除', { user: tested.bot.emulator.cast.other, permissions: '0' });
    expect(isEphemeral(refusal)).toBe(true);
    expect(shownBy(refusal)).toBe(wordsFor('zh-Hans').discord.buttons.answer.notYours);
    expect(now(answer)).toEqual(answer);
    press(answer, '删除', { permissions: '0' });
    await gone(answer);
  });

  it('for those who may manage messages', async () => {
    const answer = await ask(THREAD);
    press(answer, '删除', { user: tested.bot.emulator.cast.other, permissions: MANAGE_MESSAGES });
    await gone(answer);
  });

  it.each([false, true])('for who wrote the message that it replies to (left out by Discord: %s)', async (left) => {
    const answer = await tested.bot.replyTo(tested.bot.emulator.mention(THREAD));
    const stranger = { user: tested.bot.emulator.cast.other, permissions: '0', withoutReference: left };
    expect(shownBy(await pressed(answer, '删除', stranger))).toContain('只有提问者');
    press(answer, '删除', { permissions: '0', withoutReference: left });
    await gone(answer);
  });

  it('for moderators alone where nobody can tell who asked', async () => {
    const answer = await tested.bot.replyTo(tested.bot.emulator.mention(THREAD));
    tested.bot.emulator.failNext(/GET .*\/messages\/\d+$/, new ApiError(404, 10008, 'Unknown Message'));
    expect(shownBy(await pressed(answer, '删除', { permissions: '0', withoutReference: true }))).toContain(
      '只有提问者',
    );
    expect(now(answer)).toEqual(answer);
    press(answer, '删除', { permissions: MANAGE_MESSAGES, withoutReference: true });
    await gone(answer);
  });

  it('in direct messages', async () => {
    const answer = await tested.bot.replyTo(tested.bot.emulator.directMessage(THREAD));
    press(answer, '删除', { withoutReference: true });
    await gone(answer);
  });

  it('that is gone already without a fault', async () => {
    const answer = await ask(THREAD);
    tested.bot.emulator.failNext(/DELETE .*@original$/, new ApiError(404, 10008, 'Unknown Message'));
    press(answer, '删除');
    await tested.bot.emulator.waitFor('the line', () => tested.bot.logger.text.includes('discord-button-answered'));
    expect(shownBy(await pressed(answer, CONTEXT))).toContain(KITES[2]);
  });
});
