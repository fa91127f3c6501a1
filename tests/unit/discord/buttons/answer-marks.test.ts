import { describe, expect, it } from 'vitest';
import type { Store } from '../../../../src/store/contract/store.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { textOf } from '../../../support/discord-emulator/message-board.js';
import { isEphemeral, labelsOf, shownBy } from '../../../support/pressed-buttons.js';
import { CONTEXT, KITES, THREAD, testedKites } from '../../../support/tested-kites.js';

describe('the buttons under an answer', () => {
  const tested = testedKites();
  const { ask, press, pressed, now, gone } = tested;

  describe('share a private answer', () => {
    it('with everybody, naming who shared it, without a ping, and with buttons for everybody', async () => {
      const answer = await ask(THREAD, { private: true });
      const shared = await pressed(answer, '分享到频道');
      const { user } = tested.bot.emulator.cast;
      expect(isEphemeral(shared)).toBe(false);
      expect(textOf(shared)).toContain(`由 <@${user.id}> 分享`);
      expect(shared.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
      expect(shownBy(shared)).toContain(KITES[2]);
      expect(labelsOf(shared)).toEqual(labelsOf(answer).map((label) => (label === '分享到频道' ? '删除' : label)));
      expect(now(answer)).toEqual(answer);
      // It is an answer like any other.
      expect(shownBy(await pressed(shared, CONTEXT))).toContain(KITES[1]);
      expect(shownBy(await pressed(shared, '更多段落'))).toContain('第6至8个');
    });

    it('which only who shared it and moderators can delete', async () => {
      const shared = await pressed(await ask(THREAD, { private: true }), '分享到频道');
      const refusal = await pressed(shared, '删除', { user: tested.bot.emulator.cast.other, permissions: '0' });
      expect(shownBy(refusal)).toContain('只有提问者');
      press(shared, '删除', { permissions: '0' });
      await gone(shared);
    });

    it('and nothing that is public already', async () => {
      const note = await tested.bot.answerTo(tested.bot.emulator.forgePress(await ask(THREAD), 'y1:share'));
      expect(isEphemeral(note)).toBe(true);
      expect(tested.bot.emulator.board.all).toHaveLength(2);
    });
  });

  describe('keep what readers say', () => {
    const kept = async () => (await tested.store.users.exportUser(tested.bot.emulator.cast.user.id)).feedback;

    it('with the passages in their order, the generation and the question, and thank privately', async () => {
      const answer = await ask(THREAD);
      const thanks = await pressed(answer, '有帮助');
      expect(isEphemeral(thanks)).toBe(true);
      expect(shownBy(thanks)).toBe(wordsFor('zh-Hans').discord.buttons.answer.thanks.helpful);
      const { generation } = await tested.real.engine.summary();
      const { passages } = await tested.real.engine.answer({
        ...{ text: THREAD, language: 'zh-Hans', law: null, article: null, document: 'kites', kind: null },
        ...{ asOf: null, scopes: ['global'], context: null, limit: 5 },
      });
      expect(await kept()).toEqual([
        {
          answer: answer.id,
          guild: tested.bot.emulator.cast.guild,
          channel: tested.bot.emulator.cast.channel,
          helpful: true,
          passages: passages.map(({ id }) => id),
          generation,
          question: THREAD,
          createdAt: '2026-01-02T00:00:00.000Z',
        },
      ]);
      expect(now(answer)).toEqual(answer);
    });

    it('once a reader: another press changes it, the same press takes it back', async () => {
      const answer = await ask(THREAD);
      await pressed(answer, '有帮助');
      await tested.bot.restart();
      await pressed(answer, '没有帮助');
      expect((await kept()).map(({ helpful }) => helpful)).toEqual([false]);
      const withdrawn = await pressed(answer, '没有帮助');
      expect(shownBy(withdrawn)).toBe(wordsFor('zh-Hans').discord.buttons.answer.withdrawn);
      expect(await kept()).toEqual([]);
    });

    it('of each reader apart, in direct messages without a server', async () => {
      const answer = await ask(THREAD, {}, { direct: true });
      await pressed(answer, '有帮助');
      expect(await kept()).toMatchObject([{ guild: null, channel: tested.bot.emulator.cast.directChannel }]);
      const { other } = tested.bot.emulator.cast;
      await pressed(await ask(THREAD), '没有帮助', { user: other });
      expect((await tested.store.users.exportUser(other.id)).feedback).toHaveLength(1);
      expect(await kept()).toHaveLength(1);
    });

    it('and say so where it cannot be kept', async () => {
      const failing: Store = {
        ...tested.store,
        feedback: { vote: () => Promise.reject(new RangeError('secret detail')) },
      };
      const answer = await ask(THREAD);
      await tested.bot.restart({ store: failing });
      expect(shownBy(await pressed(answer, '有帮助'))).toBe(wordsFor('zh-Hans').problem.failure);
      expect(tested.bot.logger.text).toContain('discord-button-failed');
      expect(tested.bot.logger.text).not.toContain('secret detail');
    });
  });
});
