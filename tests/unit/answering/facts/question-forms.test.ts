import { describe, expect, it } from 'vitest';
import { askedFor } from '../../../../src/answering/facts/asked-for.js';

/** Forms in which the same is asked, in both scripts and in English; a phrase without a word that asks counts too. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  day: ['哪天公布的', '會議幾號開', '几月几日开幕？', '截止日期是哪天', 'On what day did it open?', '办法是那天发布的'],
  date: [
    '幾時開會',
    '自哪一年开始',
    '办法实施日期',
    '施行日',
    'By when must firms comply?',
    'the launch date',
    '是那一年开的',
  ],
  money: [
    '月薪多少',
    '年薪幾萬',
    '學費多少錢',
    '投了多少亿',
    '被騙走多少？',
    '门票怎么卖',
    '抓到一个奖励多少',
    '每年能拿到多少财政拨款',
    '罰金上限',
    'How much did victims lose?',
    'What does an officer make a month?',
    "What's the fine for leaking data?",
    'annual tuition',
  ],
  count: [
    '来了多少人',
    '舉報量有幾多',
    '条例共有几条',
    '招生人数',
    'number of participants',
    'How big was the market?',
  ],
  share: ['占了几成', '同比增长多少？', '破案率', '下載率是多少', 'By how much did cases fall?', 'growth rate'],
  size: ['下载速度有多快？', '那条线路的速率是多少', 'What download speed do villages get?', 'How fast is it?'],
  frequency: ['多久评一次', '几年一次', '每年几次', 'How often is it held?'],
  article: ['依据第几条处罚？', '違反哪條規定', 'Under which article is it punished?'],
  rank: ['排世界第几？', '是第几届？', 'Where does it rank worldwide?'],
  duration: ['有效期是几年', '審查要多久', '保存期限', 'For how long must logs be kept?'],
  penalty: [
    '有人被处分吗',
    'Was any app ever fined?',
    '会坐牢吗',
    '受到什么处罚？',
    '要判多重的刑',
    '违规的网站有什么后果？',
    '那個主謀下場如何',
    'What punishment awaits them?',
    'how many years in prison',
  ],
  procedure: [
    '怎么向监管部门备案？',
    '我咋知道有没有被偷看？',
    '需要什么条件？',
    '要去哪邊檢舉',
    '参赛资格',
    'How can I report it?',
    'What must a site do to be let back online?',
    'What do you have to study?',
    '自己怎么检查有没有摄像头？',
    'Can I hide where I am?',
    '这事该找谁？',
    '應該向哪個單位投訴',
    '怎样识别假基站？',
    'How can a school order the leaflets?',
    'How would I know if my case is one of them?',
    'What steps must a company take?',
  ],
  country: ['機房設在哪一國？', '跟哪个国家签的', 'Which foreign countries took part?'],
  place: [
    '在哪儿开',
    '大会在那个城市举办',
    '喺邊度舉行㗎？',
    '地点',
    '設在哪些國家？',
    '除了北京还在哪些地方？',
    'in which province',
    'Where else is there one?',
  ],
  agent: [
    '由谁负责？',
    '代表学校发言的同志是谁？',
    'Who is the director of the office?',
    '哪支队伍赢了',
    '哪家企业研制的？',
    'Whose idea was it?',
    '主办单位',
    'Which law enforcement agencies helped?',
  ],
  court: ['由哪个检察院提起公诉？', 'Which court heard it?', '诈骗案 审理法院', 'fraud case trial court'],
  code: ['那项标准的编号是什么？', '文號是多少', '案件 案号', 'What is the docket number?'],
  choice: ['代表案发日还是立案日？', '機房在緬甸還是柬埔寨？', '那是电视片还是网页专题，在哪能看？'],
  brand: ['账号开在哪些平台？', 'Which apps are meant?'],
  definition: [
    '为什么要叫这个名字？',
    '名称的由来',
    'Why was it named so?',
    '跑分怎么运作',
    '什么是量子计算？',
    'GOIP到底是个啥玩意儿啊？',
    'What is quantum computing?',
    'What does sandbox mean?',
  ],
  comparison: [
    '两部法律有什么区别？',
    '內容差在哪裡？',
    '案件是多了还是少了？',
    '“甲”和“乙”是一个意思吗？',
    '北京和成都的园区，哪个规模大？',
    '跟去年相比，案件变多了还是变少了？',
    'Is that the same thing as a proxy?',
    'How does one differ from the other?',
    'Did cases go up or down?',
  ],
  list: [
    '四项原则具体是什么？',
    '8起案件分别叫什么名字？',
    '各担任什么职务？',
    '是哪几个品牌？',
    '六大工程是哪六大？',
    '获奖名单',
    'What exactly are the four principles?',
    'What are the "ten upholds"?',
    'How are they spread over the provinces?',
    'list all the winners',
    '获授权的29所高校，校名是什么？',
    '另外十一座城市是哪些？',
    '29所高校是哪几所？',
    'platforms dismantled names',
  ],
};

describe.each(Object.entries(FORMS))('a question for a fact of the kind %s', (kind, questions) => {
  it.each(questions)('is %s', (question) => {
    expect(askedFor(question)?.kind).toBe(kind);
  });
});

describe('a number that a question asks for', () => {
  it.each([
    ['How many paid trolls were arrested?', '人'],
    ['How many criminal cases did they solve?', '起'],
    ['一共抓了几个人？', null],
    ['挑出多少件作品？', '部'],
    ['粉丝数', '粉丝'],
    ['视频的播放量是多少？', '次'],
    ['覆盖多少个国家？', '国'],
    ['最多几个工作日答复？', '工作日'],
    ['How many countries signed it?', '国'],
    ['How many 5G sites are there?', '家'],
    ['两篇都提到预案，它把事件分成几级？', '级'],
    ['几篇文章里都讲要怎么做？', undefined],
    ['那几个集团被督办？', undefined],
  ])('in "%s" may stand before %s', (question, unit) => {
    const asked = askedFor(question);
    if (unit === undefined) expect(asked?.kind).not.toBe('count');
    else
      expect(asked).toMatchObject({
        kind: 'count',
        unit: unit === null ? null : (expect.stringContaining(unit) as string),
      });
  });
});
