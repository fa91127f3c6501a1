import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../../../src/documents/document.js';
import type { Store } from '../../../../src/store/store.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { ApiError } from '../../../support/discord-emulator/api-error.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import type { ButtonPress, CommandUse } from '../../../support/discord-emulator/discord-emulator.js';
import { buttonsOf, textOf, type BotMessage } from '../../../support/discord-emulator/message-board.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { documentOf } from '../../../support/index-fixture.js';
import { createMemoryStore } from '../../../support/memory-store.js';
import { fixedClock, openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { startBot, type RunningBot } from '../../../support/running-bot.js';

/** Eight paragraphs, each long enough to be a passage of its own. */
const KITES = [
  '风筝的骨架用竹子做。老匠人在冬天上山砍竹，劈成细条，放在屋檐下阴干三个月，再用炭火慢慢烤弯。烤的时候手不能停，火候过了竹条会脆，火候不到竹条会弹回去。一只沙燕的骨架要用五根竹条，每一根的弯度都要左右对称，差一点就飞不平。竹子要选向阳坡上长的，节与节之间隔得远的最好，砍下来当天就要破开，否则竹心发黑，师傅们一看便知道放了几天。',
  '风筝的面子过去用绢，后来用纸，今天多半用绸布。绢轻而且透光，可是价钱贵；纸便宜，遇到潮气就软。绸布两样好处都占了一些，染色也鲜亮。糊面子之前要先把骨架称一称，左右两边的重量必须一样，这是学徒要学的头一件事，也是最难的一件事。糊的时候用面粉熬的浆，里面加一点明矾，可以防虫。浆子太稠会留下硬块，太稀粘不住，全凭手上的感觉来掌握。',
  '风筝的线要用多股棉线捻成。线太细会断，太粗又会把风筝坠住。放大风筝的人用麻线，手上还要戴皮手套，因为起风的时候线走得飞快，会割破手指。收线用的木轴叫做线拐子，好的线拐子转起来没有声音，可以传给儿子，再传给孙子。捻线的姑娘坐成一排，一边捻一边唱歌，歌有多长线就有多长。捻好的线要上一遍蜡，遇到露水才不会缩，也不容易打结。',
  '风筝的颜色有讲究。红色配黑色显得精神，绿色配黄色显得活泼，蓝色在天上看不清楚，所以很少单独使用。画面子的师傅先勾轮廓，再填底色，最后点睛。点睛要等风筝做好以后在户外进行，据说这样风筝才认得天空，飞起来不会一头栽下去。调颜料要加胶水，天冷的时候用热水隔着碗温。画错了不能改，只能连面子一起换掉，所以下笔以前要在心里先画一遍。',
  '风筝会每年四月在城外的河滩上举行。天不亮就有人来占地方，卖豆浆的摊子一直排到桥头。参加比赛的风筝先要过秤，再要量尺寸，然后按照大小分组。裁判坐在高台上，用望远镜看哪一只飞得高、飞得稳，一天下来脖子酸得抬不起来。得奖的人可以领一面锦旗和一袋大米，名字写在桥头的木牌上，挂满整整一年。输了的也不走，留下来喝酒，商量明年怎么办。',
  '风筝协会有四百多名会员，最小的七岁，最大的九十一岁。协会每个星期六下午在文化馆教人扎风筝，材料不收钱，做好的风筝自己带走。去年来学的人超过两千，其中一半是学校组织来的孩子，另一半是退休以后想找点事情做的老人。教课的老师都是会员，轮流来，不领报酬。每个人教自己拿手的一样，有的教扎骨架，有的教画脸谱，有的专门教怎么放。',
  '风筝博物馆建在旧码头的仓库里。一楼陈列各地的风筝，二楼是工具和照片，三楼可以自己动手。最受欢迎的展品是一条三百六十米长的龙头蜈蚣风筝，要二十个人才能放起来，馆里的天花板挂不下，只好盘成三圈，看的人都要仰着头慢慢走。门票十块钱，小孩子免费。讲解员多半是附近学校的学生，背熟了稿子还会自己添几句，说到高兴处便拿起一只来比划。',
  '风筝出口到三十多个国家。外国客人喜欢软体风筝，可以折起来放进背包。厂里的设计师把章鱼、鲸鱼和热气球都做成了风筝，最大的一只摊开有半个球场。订单多的时候，全村的人都来帮忙缝边，缝一米挣两块钱，晚上的灯一直亮到半夜。装箱的时候每一只都要附一张说明，用英文和法文印着怎样组装。去年有一批寄错了说明，客户来信说读起来像一首诗。',
];
const kites = (lines: readonly string[]): SourceDocument =>
  documentOf('kites', lines, {
    title: '风筝',
    publisher: '风筝报',
    kind: 'newspaper brief',
    date: { from: '2024-04-20', to: '2024-04-20', basis: 'stated' },
  });

/** The third paragraph has other words, the fourth is gone, and everything stands further down. */
const CHANGED = [
  '本文介绍风筝的制作、比赛和贸易，材料由风筝协会提供。',
  ...KITES.filter((line) => !line.startsWith('风筝的颜色')).map((line) => line.replace('多股棉线', '多股丝线')),
];

/** What is asked, and which paragraph it brings first. */
const THREAD = '风筝的线用什么捻成？';
const COLOUR = '风筝的颜色有什么讲究？';
const CONTEXT = '上下文 [1]';

describe('the buttons under an answer', () => {
  let before: RealEngine;
  let after: RealEngine;
  let bot: RunningBot;
  let store: Store;

  beforeAll(async () => {
    before = await openRealEngine([kites(KITES)]);
    after = await openRealEngine([kites(CHANGED)]);
  });
  afterAll(async () => {
    await before.engine.close();
    await after.engine.close();
  });

  beforeEach(async () => {
    store = createMemoryStore(fixedClock(), { logQuestions: true, retentionDays: 90 });
    bot = await startBot(before.engine, { clock: fixedClock(), guildLocale: 'zh-CN', store });
  });
  afterEach(async () => {
    await bot.stop();
    expect(bot.emulator.problems).toEqual([]);
  });

  const ask = (question: string, more: CommandUse['options'] = {}, use: Partial<CommandUse> = {}) =>
    bot.use({ name: 'ask', options: { question, document: 'kites', ...more }, locale: 'zh-CN', ...use });
  const shown = (message: BotMessage): string => readMarkdown(textOf(message)).text;
  const labels = (message: BotMessage): readonly string[] => buttonsOf(message).map(({ label }) => String(label));
  const isEphemeral = ({ flags }: BotMessage): boolean => (flags & FLAG_EPHEMERAL) !== 0;
  const now = (message: BotMessage): BotMessage | undefined =>
    bot.emulator.board.all.find(({ id }) => id === message.id);
  const press = (message: BotMessage, label: string, more: Partial<ButtonPress> = {}): string => {
    const button = buttonsOf(message).find((one) => one.label === label);
    if (button === undefined) throw new Error(`No button ${label} among ${labels(message).join(', ')}`);
    return bot.emulator.press({ message, customId: String(button.custom_id), locale: 'zh-CN', ...more });
  };
  const pressed = (message: BotMessage, label: string, more: Partial<ButtonPress> = {}): Promise<BotMessage> =>
    bot.answerTo(press(message, label, more));
  const turned = (message: BotMessage, label: string): Promise<BotMessage> => {
    press(message, label);
    return bot.edited(message);
  };
  const gone = (message: BotMessage) => bot.emulator.waitFor('the deletion', () => now(message) === undefined);

  it('are one beside each passage, which names it by its number, and five under all of them', async () => {
    const contexts = [1, 2, 3, 4, 5].map((rank) => `上下文 [${rank}]`);
    const under = ['更多段落', '复制引文出处', '有帮助', '没有帮助'];
    expect(labels(await ask(THREAD))).toEqual([...contexts, ...under, '删除']);
    expect(labels(await ask(THREAD, { private: true }))).toEqual([...contexts, ...under, '分享到频道']);
  });

  it('are not there where there are no passages', async () => {
    const message = await ask('？？');
    expect(labels(message)).toEqual([]);
  });

  it('show a passage with the paragraph before and the one after it, to who pressed alone', async () => {
    const context = await pressed(await ask(THREAD), CONTEXT, { user: bot.emulator.cast.other });
    expect(isEphemeral(context)).toBe(true);
    const lines = shown(context).split('\n');
    const after = (label: string): string | undefined => lines[lines.indexOf(label) + 1];
    expect([after('上文'), after('所引段落'), after('下文')]).toEqual([KITES[1], KITES[2], KITES[3]]);
    expect(lines).toContain('风筝报 · 报纸简讯 · 2024年4月20日');
    expect(labels(context)).toEqual(['再往前', '再往后', '复制引文出处']);
  });

  it('turn the pages of the context to both ends of the document, and say where those are', async () => {
    const context = await pressed(await ask(THREAD), CONTEXT);
    const first = await turned(context, '再往前');
    expect(shown(first)).toContain(KITES[0]);
    expect(shown(first)).not.toContain(KITES[1]);
    expect(shown(first)).toContain('文档从这里开始。');
    expect(labels(first)).toEqual(['再往后', '复制引文出处']);
    const middle = await turned(first, '再往后');
    expect(shown(middle)).toContain(KITES[2]);
    const last = await turned(await turned(middle, '再往后'), '再往后');
    expect(shown(last)).toContain(KITES[7]);
    expect(shown(last)).toContain('文档到此结束。');
    expect(labels(last)).toEqual(['再往前', '复制引文出处']);
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
    expect(shown(next)).toContain(THREAD);
    expect(shown(next)).toContain('与问题相符的段落：第6至8个');
    expect(shown(next)).toContain('只查：文档 kites');
    expect(labels(next)).toEqual([
      '上下文 [6]',
      '上下文 [7]',
      '上下文 [8]',
      '前面的段落',
      '复制引文出处',
      '分享到频道',
    ]);
    const both = `${shown(answer)}\n${shown(next)}`;
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
    expect(shown(await turned(answer, '更多段落'))).toContain('第6至8个');
    expect(bot.emulator.board.all).toHaveLength(1);
  });

  it('go on from what a follow-up was understood as', async () => {
    const answer = await bot.replyTo(bot.emulator.mention('风筝的骨架用什么做？'));
    const followUp = await bot.replyTo(bot.emulator.reply({ text: '那风筝的颜色呢？', to: answer.id, ping: true }));
    const understood = '理解为：';
    expect(shown(followUp)).toContain(understood);
    const next = await pressed(followUp, '更多段落');
    const line = (message: BotMessage) =>
      shown(message)
        .split('\n')
        .find((one) => one.startsWith(understood));
    expect(line(next)).toBe(line(followUp));
    expect(shown(next)).toContain('第6至10个');
  });

  it('offer no further passages for a question too long to be read from the message again', async () => {
    expect(labels(await ask(`${THREAD}${'长'.repeat(300)}`))).not.toContain('更多段落');
  });

  describe('share a private answer', () => {
    it('with everybody, naming who shared it, without a ping, and with buttons for everybody', async () => {
      const answer = await ask(THREAD, { private: true });
      const shared = await pressed(answer, '分享到频道');
      const { user } = bot.emulator.cast;
      expect(isEphemeral(shared)).toBe(false);
      expect(textOf(shared)).toContain(`由 <@${user.id}> 分享`);
      expect(shared.body.allowed_mentions).toEqual({ parse: [], replied_user: false });
      expect(shown(shared)).toContain(KITES[2]);
      expect(labels(shared)).toEqual(labels(answer).map((label) => (label === '分享到频道' ? '删除' : label)));
      expect(now(answer)).toEqual(answer);
      // It is an answer like any other.
      expect(shown(await pressed(shared, CONTEXT))).toContain(KITES[1]);
      expect(shown(await pressed(shared, '更多段落'))).toContain('第6至8个');
    });

    it('which only who shared it and moderators can delete', async () => {
      const shared = await pressed(await ask(THREAD, { private: true }), '分享到频道');
      const refusal = await pressed(shared, '删除', { user: bot.emulator.cast.other, permissions: '0' });
      expect(shown(refusal)).toContain('只有提问者');
      press(shared, '删除', { permissions: '0' });
      await gone(shared);
    });

    it('and nothing that is public already', async () => {
      const note = await bot.answerTo(bot.emulator.forgePress(await ask(THREAD), 'y1:share'));
      expect(isEphemeral(note)).toBe(true);
      expect(bot.emulator.board.all).toHaveLength(2);
    });
  });

  describe('keep what readers say', () => {
    const kept = async () => (await store.users.exportUser(bot.emulator.cast.user.id)).feedback;

    it('with the passages in their order, the generation and the question, and thank privately', async () => {
      const answer = await ask(THREAD);
      const thanks = await pressed(answer, '有帮助');
      expect(isEphemeral(thanks)).toBe(true);
      expect(shown(thanks)).toBe(wordsFor('zh-Hans').discord.buttons.answer.thanks.helpful);
      const { generation } = await before.engine.summary();
      const { passages } = await before.engine.answer({
        ...{ text: THREAD, language: 'zh-Hans', law: null, article: null, document: 'kites', kind: null },
        ...{ asOf: null, scopes: ['global'], context: null, limit: 5 },
      });
      expect(await kept()).toEqual([
        {
          answer: answer.id,
          guild: bot.emulator.cast.guild,
          channel: bot.emulator.cast.channel,
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
      await bot.restart();
      await pressed(answer, '没有帮助');
      expect((await kept()).map(({ helpful }) => helpful)).toEqual([false]);
      const withdrawn = await pressed(answer, '没有帮助');
      expect(shown(withdrawn)).toBe(wordsFor('zh-Hans').discord.buttons.answer.withdrawn);
      expect(await kept()).toEqual([]);
    });

    it('of each reader apart, in direct messages without a server', async () => {
      const answer = await ask(THREAD, {}, { direct: true });
      await pressed(answer, '有帮助');
      expect(await kept()).toMatchObject([{ guild: null, channel: bot.emulator.cast.directChannel }]);
      const { other } = bot.emulator.cast;
      await pressed(await ask(THREAD), '没有帮助', { user: other });
      expect((await store.users.exportUser(other.id)).feedback).toHaveLength(1);
      expect(await kept()).toHaveLength(1);
    });

    it('and say so where it cannot be kept', async () => {
      const failing: Store = {
        ...store,
        feedback: { ...store.feedback, voteOf: () => Promise.reject(new RangeError('secret detail')) },
      };
      const answer = await ask(THREAD);
      await bot.restart({ store: failing });
      expect(shown(await pressed(answer, '有帮助'))).toBe(wordsFor('zh-Hans').problem.failure);
      expect(bot.logger.text).toContain('discord-button-failed');
      expect(bot.logger.text).not.toContain('secret detail');
    });
  });

  describe('delete an answer', () => {
    const MANAGE_MESSAGES = String(1 << 13);

    it('for who ran the command, and for nobody else without the right', async () => {
      const answer = await ask(THREAD);
      const refusal = await pressed(answer, '删除', { user: bot.emulator.cast.other, permissions: '0' });
      expect(isEphemeral(refusal)).toBe(true);
      expect(shown(refusal)).toBe(wordsFor('zh-Hans').discord.buttons.answer.notYours);
      expect(now(answer)).toEqual(answer);
      press(answer, '删除', { permissions: '0' });
      await gone(answer);
    });

    it('for those who may manage messages', async () => {
      const answer = await ask(THREAD);
      press(answer, '删除', { user: bot.emulator.cast.other, permissions: MANAGE_MESSAGES });
      await gone(answer);
    });

    it.each([false, true])('for who wrote the message that it replies to (left out by Discord: %s)', async (left) => {
      const answer = await bot.replyTo(bot.emulator.mention(THREAD));
      const stranger = { user: bot.emulator.cast.other, permissions: '0', withoutReference: left };
      expect(shown(await pressed(answer, '删除', stranger))).toContain('只有提问者');
      press(answer, '删除', { permissions: '0', withoutReference: left });
      await gone(answer);
    });

    it('for moderators alone where nobody can tell who asked', async () => {
      const answer = await bot.replyTo(bot.emulator.mention(THREAD));
      bot.emulator.failNext(/GET .*\/messages\/\d+$/, new ApiError(404, 10008, 'Unknown Message'));
      expect(shown(await pressed(answer, '删除', { permissions: '0', withoutReference: true }))).toContain(
        '只有提问者',
      );
      expect(now(answer)).toEqual(answer);
      press(answer, '删除', { permissions: MANAGE_MESSAGES, withoutReference: true });
      await gone(answer);
    });

    it('in direct messages', async () => {
      const answer = await bot.replyTo(bot.emulator.directMessage(THREAD));
      press(answer, '删除', { withoutReference: true });
      await gone(answer);
    });

    it('that is gone already without a fault', async () => {
      const answer = await ask(THREAD);
      bot.emulator.failNext(/DELETE .*@original$/, new ApiError(404, 10008, 'Unknown Message'));
      press(answer, '删除');
      await bot.emulator.waitFor('the line', () => bot.logger.text.includes('Discord 10008 (HTTP 404)'));
      expect(shown(await pressed(answer, CONTEXT))).toContain(KITES[2]);
    });
  });

  it('need nothing but responses to interactions in a server without the bot', async () => {
    const answer = await ask(THREAD, { private: true }, { foreign: true });
    const asked = bot.emulator.requests.length;
    await pressed(answer, CONTEXT);
    await pressed(answer, '复制引文出处');
    await pressed(answer, '有帮助');
    const shared = await pressed(answer, '分享到频道');
    press(shared, '删除', { permissions: '0' });
    await gone(shared);
    const paths = bot.emulator.requests.slice(asked).map(({ path }) => path);
    expect(paths.filter((path) => !/^\/(?:interactions|webhooks)\//.test(path))).toEqual([]);
    // The server is none of those that the bot knows.
    expect((await store.users.exportUser(bot.emulator.cast.user.id)).feedback).toMatchObject([{ guild: null }]);
  });

  it('go on working after a restart', async () => {
    const answer = await ask(THREAD);
    const context = await pressed(answer, CONTEXT);
    await bot.restart();
    expect(shown(await turned(context, '再往前'))).toContain(KITES[0]);
    expect(shown(await pressed(answer, '更多段落'))).toContain('第6至8个');
    expect(textOf(await pressed(answer, '复制引文出处'))).toContain('风筝[N]');
  });

  describe('after a re-index', () => {
    const rankOf = (message: BotMessage, paragraph: string): number =>
      shown(message)
        .split(paragraph)[0]
        ?.match(/^\[\d+\]/gm)?.length ?? 0;

    it('find a passage that stands further down now', async () => {
      const answer = await ask('风筝协会有多少会员？');
      await bot.restart({ engine: after.engine });
      const context = await pressed(answer, CONTEXT);
      expect(shown(context)).toContain(KITES[5]);
      expect(shown(context)).not.toContain('变动');
    });

    it('show how the words of a passage that has changed differ', async () => {
      const answer = await ask(THREAD);
      await bot.restart({ engine: after.engine });
      const changed = shown(await pressed(answer, CONTEXT));
      expect(changed).toContain('这条答复发出后，这个段落有变动。');
      expect(changed).toContain('多股{+棉+}[-丝-]线捻成。');
    });

    it('say that a passage is gone', async () => {
      const answer = await ask(COLOUR);
      expect(rankOf(answer, KITES[3] ?? '')).toBe(1);
      await bot.restart({ engine: after.engine });
      const note = shown(await pressed(answer, CONTEXT));
      expect(note).toBe(wordsFor('zh-Hans').discord.buttons.answer.gone);
    });

    it('give the citations that there are, and name the others', async () => {
      const answer = await ask(THREAD);
      await bot.restart({ engine: after.engine });
      const copied = shown(await pressed(answer, '复制引文出处'));
      const lost = [KITES[2] ?? '', KITES[3] ?? ''].map((paragraph) => rankOf(answer, paragraph));
      expect(lost[0]).toBe(1);
      for (const rank of lost.filter((one) => one > 0)) {
        expect(copied).not.toContain(`[${rank}] 风筝报`);
        expect(copied).toMatch(new RegExp(`文档中已没有这样的文字：.*\\[${rank}\\]`));
      }
    });

    it('say that the order of the passages is another', async () => {
      const answer = await ask(THREAD);
      await bot.restart({ engine: after.engine });
      expect(shown(await pressed(answer, '更多段落'))).toContain('段落的次序也随之变了');
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
    const note = await bot.answerTo(bot.emulator.forgePress(answer, customId));
    expect(shown(note)).toContain('does nothing any more');
    expect(now(answer)).toEqual(answer);
  });

  it('take an id that was made up for what it says, and no more', async () => {
    const answer = await ask(THREAD);
    const made = async (customId: string) => shown(await bot.answerTo(bot.emulator.forgePress(answer, customId)));
    expect(await made('y1:context:aaaaaaaaaaaaaaaa:1')).toContain('no longer in the documents');
    expect(await made('y1:citation:aaaaaaaaaaaaaaaa')).toContain('no longer in the documents');
    expect(await made('y1:more:19:99')).toContain('nothing further');
  });

  it('say that a message does not tell what was asked', async () => {
    const law = await bot.use({ name: 'law', options: { name: '网络安全法' }, locale: 'zh-CN' });
    const made = async (customId: string) => shown(await bot.answerTo(bot.emulator.forgePress(law, customId)));
    expect(await made('y1:more:5:5')).toContain('does not say what was asked');
    expect(await made('y1:citations')).toContain('no longer in the documents');
  });
});
