import { describe, expect, it } from 'vitest';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { labelsOf, shownBy } from '../../../support/pressed-buttons.js';
import { COLOUR, CONTEXT, KITES, THREAD, testedKites } from '../../../support/tested-kites.js';

describe('the buttons under an answer', () => {
  const tested = testedKites();
  const { ask, press, pressed, turned, now, gone } = tested;

  it('are one beside each passage, which names it by its number, and five under all of them', async () => {
    const contexts = [1, 2, 3, 4, 5].map((rank) => `上下文 [${rank}]`);
    const under = ['更多段落', '复制引文出处', '有帮助', '没有帮助'];
    expect(labelsOf(await ask(THREAD))).toEqual([...contexts, ...under, '删除']);
    expect(labelsOf(await ask(THREAD, { private: true }))).toEqual([...contexts, ...under, '分享到频道']);
  });

  it('are not there where there are no passages', async () => {
    const message = await ask('？？');
    expect(labelsOf(message)).toEqual([]);
  });

  it('need nothing but responses to interactions in a server without the bot', async () => {
    const answer = await ask(THREAD, { private: true }, { foreign: true });
    const asked = tested.bot.emulator.requests.length;
    await pressed(answer, CONTEXT);
    await pressed(answer, '复制引文出处');
    await pressed(answer, '有帮助');
    const shared = await pressed(answer, '分享到频道');
    press(shared, '删除', { permissions: '0' });
    await gone(shared);
    const paths = tested.bot.emulator.requests.slice(asked).map(({ path }) => path);
    expect(paths.filter((path) => !/^\/(?:interactions|webhooks)\//.test(path))).toEqual([]);
    // The server is none of those that the bot knows.
    expect((await tested.store.users.exportUser(tested.bot.emulator.cast.user.id)).feedback).toMatchObject([
      { guild: null },
    ]);
  });

  it('go on working after a restart', async () => {
    const answer = await ask(THREAD);
    const context = await pressed(answer, CONTEXT);
    await tested.bot.restart();
    expect(shownBy(await turned(context, '再往前'))).toContain(KITES[0]);
    expect(shownBy(await pressed(answer, '更多段落'))).toContain('第6至8个');
    expect(textOf(await pressed(answer, '复制引文出处'))).toContain('风筝[N]');
  });

  describe('after a re-index', () => {
    const rankOf = (message: BotMessage, paragraph: string): number =>
      shownBy(message)
        .split(paragraph)[0]
        ?.match(/^\[\d+\]/gm)?.length ?? 0;

    it('find a passage that stands further down now', async () => {
      const answer = await ask('风筝协会有多少会员？');
      await tested.bot.restart({ engine: tested.changed });
      const context = await pressed(answer, CONTEXT);
      expect(shownBy(context)).toContain(KITES[5]);
      expect(shownBy(context)).not.toContain('变动');
    });

    it('show how the words of a passage that has changed differ', async () => {
      const answer = await ask(THREAD);
      await tested.bot.restart({ engine: tested.changed });
      const changed = shownBy(await pressed(answer, CONTEXT));
      expect(changed).toContain('这条答复发出后，这个段落有变动。');
      expect(changed).toContain('多股{+棉+}[-丝-]线捻成。');
    });

    it('say that a passage is gone', async () => {
      const answer = await ask(COLOUR);
      expect(rankOf(answer, KITES[3] ?? '')).toBe(1);
      await tested.bot.restart({ engine: tested.changed });
      const note = shownBy(await pressed(answer, CONTEXT));
      expect(note).toBe(wordsFor('zh-Hans').discord.buttons.answer.gone);
    });

    it('give the citations that there are, and name the others', async () => {
      const answer = await ask(THREAD);
      await tested.bot.restart({ engine: tested.changed });
      const copied = shownBy(await pressed(answer, '复制引文出处'));
      const lost = [KITES[2] ?? '', KITES[3] ?? ''].map((paragraph) => rankOf(answer, paragraph));
      expect(lost[0]).toBe(1);
      for (const rank of lost.filter((one) => one > 0)) {
        expect(copied).not.toContain(`[${rank}] 风筝报`);
        expect(copied).toMatch(new RegExp(`文档中已没有这样的文字：.*\\[${rank}\\]`));
      }
    });

    it('say that the order of the passages is another', async () => {
      const answer = await ask(THREAD);
      await tested.bot.restart({ engine: tested.changed });
      expect(shownBy(await pressed(answer, '更多段落'))).toContain('段落的次序也随之变了');
    });
  });

  it.each([
    ['a passage that is no word', 'y1:context:a b:1'],
    ['a passage without a rank', 'y1:context:aaaaaaaaaaaaaaaa'],
    ['a rank of three digits', 'y1:context:aaaaaaaaaaaaaaaa:100'],
    ['a page beyond all documents', 'y1:ctxpage:aaaaaaaaaaaaaaaa:1000'],
    ['a page of minus nothing', 'y1:ctxpage:aaaaaaaaaaaaaaaa:-0'],
    ['passages beyond the last', 'y1:more:20:5'],
    ['no passages at all', 'y1:more:5:0'],
    ['fewer than no passages', 'y1:more:-5:5'],
    ['a generation with a way out', 'y1:helpful:../..'],
    ['no generation', 'y1:helpful'],
    ['a message to delete', 'y1:delete:1234567890'],
    ['somebody to share as', 'y1:share:1234567890'],
  ])('refuse an id of %s', async (_, customId) => {
    const answer = await ask(THREAD);
    const note = await tested.bot.answerTo(tested.bot.emulator.forgePress(answer, customId));
    expect(shownBy(note)).toContain('does nothing any more');
    expect(now(answer)).toEqual(answer);
  });

  it('take an id that was made up for what it says, and no more', async () => {
    const answer = await ask(THREAD);
    const made = async (customId: string) =>
      shownBy(await tested.bot.answerTo(tested.bot.emulator.forgePress(answer, customId)));
    expect(await made('y1:context:aaaaaaaaaaaaaaaa:1')).toContain('no longer in the documents');
    expect(await made('y1:citation:aaaaaaaaaaaaaaaa')).toContain('no longer in the documents');
    expect(await made('y1:more:19:99')).toContain('nothing further');
  });

  it('say that a message does not tell what was asked', async () => {
    const law = await tested.bot.use({ name: 'law', options: { name: '网络安全法' }, locale: 'zh-CN' });
    const made = async (customId: string) =>
      shownBy(await tested.bot.answerTo(tested.bot.emulator.forgePress(law, customId)));
    expect(await made('y1:more:5:5')).toContain('does not say what was asked');
    expect(await made('y1:citations')).toContain('no longer in the documents');
  });
});
