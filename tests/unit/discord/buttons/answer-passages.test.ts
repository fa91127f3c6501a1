import { describe, expect, it } from 'vitest';
import { buttonsOf, textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { isEphemeral, labelsOf, shownBy } from '../../../support/pressed-buttons.js';
import { CONTEXT, KITES, THREAD, testedKites } from '../../../support/tested-kites.js';

describe('the buttons that lead on from an answer', () => {
  const tested = testedKites();
  const { ask, pressed, turned } = tested;

  /** The numbers of the passages that a message shows. */
  const shownRanks = (message: BotMessage): readonly number[] =>
    labelsOf(message).flatMap((label) => /\[(\d+)\]/.exec(label)?.slice(1).map(Number) ?? []);

  it('show a passage with the paragraph before and the one after it, to who pressed alone', async () => {
    const context = await pressed(await ask(THREAD), CONTEXT, { user: tested.bot.emulator.cast.other });
    expect(isEphemeral(context)).toBe(true);
    const lines = shownBy(context).split('\n');
    const after = (label: string): string | undefined => lines[lines.indexOf(label) + 1];
    expect([after('上文'), after('所引段落'), after('下文')]).toEqual([KITES[1], KITES[2], KITES[3]]);
    expect(lines).toContain('风筝报 · 报纸简讯 · 2024年4月20日');
    expect(labelsOf(context)).toEqual(['再往前', '再往后', '复制引文出处']);
  });

  it('turn the pages of the context to both ends of the document, and say where those are', async () => {
    const context = await pressed(await ask(THREAD), CONTEXT);
    const first = await turned(context, '再往前');
    expect(shownBy(first)).toContain(KITES[0]);
    expect(shownBy(first)).not.toContain(KITES[1]);
    expect(shownBy(first)).toContain('文档从这里开始。');
    expect(labelsOf(first)).toEqual(['再往后', '复制引文出处']);
    const middle = await turned(first, '再往后');
    expect(shownBy(middle)).toContain(KITES[2]);
    const last = await turned(await turned(middle, '再往后'), '再往后');
    expect(shownBy(last)).toContain(KITES[7]);
    expect(shownBy(last)).toContain('文档到此结束。');
    expect(labelsOf(last)).toEqual(['再往前', '复制引文出处']);
  });

  it('give the citation of one passage, and those of all of them with their numbers, in two forms', async () => {
    const blocks = (message: BotMessage) =>
      [...textOf(message).matchAll(/```\n([^`]*)\n```/g)].map(([, block = '']) => block.split('\n'));
    const answer = await ask(THREAD);
    const one = blocks(await pressed(await pressed(answer, CONTEXT), '复制引文出处'));
    expect(one).toEqual([['《风筝》 · 风筝报 · 2024年4月20日'], ['风筝报. 风筝[N]. 2024-04-20.']]);
    const all = blocks(await pressed(answer, '复制引文出处'));
    const ranks = [1, 2, 3, 4, 5];
    expect(all[0]).toEqual(ranks.map((rank) => `[${rank}] 《风筝》 · 风筝报 · 2024年4月20日`));
    expect(all[1]).toEqual(ranks.map((rank) => `[${rank}] 风筝报. 风筝[N]. 2024-04-20.`));
  });

  it('show the next passages of the same question privately, page by page and back', async () => {
    const answer = await ask(THREAD);
    const next = await pressed(answer, '更多段落');
    expect(isEphemeral(next)).toBe(true);
    expect(shownBy(next)).toContain(THREAD);
    expect(shownBy(next)).toContain('与问题相符的段落：第6至8个');
    expect(shownBy(next)).toContain('只查：文档 kites');
    expect(labelsOf(next)).toEqual([
      '上下文 [6]',
      '上下文 [7]',
      '上下文 [8]',
      '前面的段落',
      '复制引文出处',
      '分享到频道',
    ]);
    const both = `${shownBy(answer)}\n${shownBy(next)}`;
    for (const paragraph of KITES) expect(both.split(paragraph)).toHaveLength(2);
    const back = await turned(next, '前面的段落');
    const ids = (message: BotMessage) =>
      buttonsOf(message)
        .slice(0, 5)
        .map((one) => one.custom_id);
    expect(ids(back)).toEqual(ids(answer));
  });

  it('turn a private answer itself to its next passages', async () => {
    const answer = await ask(THREAD, { private: true });
    expect(shownBy(await turned(answer, '更多段落'))).toContain('第6至8个');
    expect(tested.bot.emulator.board.all).toHaveLength(1);
  });

  it('go on from what a follow-up was understood as', async () => {
    const answer = await tested.bot.replyTo(tested.bot.emulator.mention('风筝的骨架用什么做？'));
    const followUp = await tested.bot.replyTo(
      tested.bot.emulator.reply({ text: '那风筝的颜色呢？', to: answer.id, ping: true }),
    );
    const understood = '理解为：';
    expect(shownBy(followUp)).toContain(understood);
    const next = await pressed(followUp, '更多段落');
    const line = (message: BotMessage) =>
      shownBy(message)
        .split('\n')
        .find((one) => one.startsWith(understood));
    expect(line(next)).toBe(line(followUp));
    expect(shownBy(next)).toContain('第6至10个');
  });

  it('lead to the next passages of a long question, whose end stands under the first ones', async () => {
    const question = `${THREAD}${'我问得很长，因为我想知道得很多。'.repeat(25)}`;
    const answer = await ask(question);
    const further = await pressed(answer, '更多段落');
    expect(shownBy(further)).toContain(`问题的其余部分：${Array.from(question).slice(299).join('')}`);
    expect(shownRanks(further)[0]).toBe(shownRanks(answer).length + 1);
  });

  it('say so in words where a question is too long for the message to keep', async () => {
    const answer = await ask(`${THREAD}${'*'.repeat(1900)}`);
    expect(labelsOf(answer)).not.toContain('更多段落');
    expect(shownBy(answer)).toContain('问题太长，这条消息放不下，因此没有“更多段落”按钮。');
  });
});
