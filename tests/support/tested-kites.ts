import { afterAll, beforeAll } from 'vitest';
import type { Engine } from '../../src/answering/engine.js';
import type { SourceDocument } from '../../src/documents/document.js';
import type { Store } from '../../src/store/contract/store.js';
import type { CommandUse } from './discord-emulator/discord-emulator.js';
import type { BotMessage } from './discord-emulator/message-board.js';
import { documentOf } from './index-fixture.js';
import { createMemoryStore } from './memory-store.js';
import { presserOf, type Presser } from './pressed-buttons.js';
import { fixedClock, openRealEngine } from './real-engine.js';
import { testedBot, type TestedBot } from './tested-bot.js';

/** Eight paragraphs, each long enough to be a passage of its own. */
export const KITES = [
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
export const THREAD = '风筝的线用什么捻成？';
export const COLOUR = '风筝的颜色有什么讲究？';
export const CONTEXT = '上下文 [1]';

/** A bot that is asked about kites, and somebody who presses the buttons of its answers. */
export interface TestedKites extends TestedBot, Presser {
  /** Of the test that runs. */
  readonly store: Store;
  /** The engine after the documents have changed. */
  readonly changed: Engine;
  /** Asks by command, within the document about kites. */
  readonly ask: (question: string, more?: CommandUse['options'], use?: Partial<CommandUse>) => Promise<BotMessage>;
}

/** For the tests of a `describe`. */
export function testedKites(): TestedKites {
  const clock = fixedClock();
  let store = createMemoryStore(clock, { logQuestions: true, retentionDays: 90 });
  let changed: Engine | null = null;
  const tested = testedBot(
    () => {
      store = createMemoryStore(clock, { logQuestions: true, retentionDays: 90 });
      return { clock: fixedClock(), guildLocale: 'zh-CN', store };
    },
    [kites(KITES)],
    { errors: false },
  );
  beforeAll(async () => {
    ({ engine: changed } = await openRealEngine([kites(CHANGED)]));
  });
  afterAll(() => changed?.close());
  return {
    ...presserOf(() => tested.bot),
    get bot() {
      return tested.bot;
    },
    get real() {
      return tested.real;
    },
    get store() {
      return store;
    },
    get changed() {
      if (changed === null) throw new Error('The other engine is there only while tests run.');
      return changed;
    },
    ask: (question, more = {}, use = {}) =>
      tested.bot.use({ name: 'ask', options: { question, document: 'kites', ...more }, locale: 'zh-CN', ...use }),
  };
}
