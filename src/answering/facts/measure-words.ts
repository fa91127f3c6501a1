/**
 * What may stand after the number that answers, by the measure word (or English noun) of the question, as the
 * alternatives of a pattern; 个 may stand for any, and so is not here.
 */
const UNITS: readonly (readonly [asked: string, answers: string])[] = [
  [
    '人 名 位 people person persons suspects students officers employees staff victims participants members attendees guests contestants ' +
      'competitors players workers users netizens hackers criminals offenders scammers fraudsters trolls graduates teachers experts ' +
      'professionals leaders delegates visitors viewers journalists citizens children minors adults men women youths applicants volunteers talents specialists',
    '人|名|位|\\p{Script=Han}{0,2}(?:网民|用户)|people|persons?|suspects?',
  ],
  ['起 宗 例 cases crimes incidents', '起|件|宗|例|个|cases?'],
  // 件 counts cases and works.
  ['件', '起|件|宗|例|个|部|项|篇|款|条|份'],
  [
    '家 间 companies firms enterprises platforms sites websites firms businesses',
    '家|间|个|席|compan(?:y|ies)|firms?|enterprises?|platforms?',
  ],
  ['所 universities colleges schools', '所|家|universit(?:y|ies)|colleges?|schools?'],
  [
    '项 条 则 份 works films videos items measures rules standards posts messages articles pieces',
    '项|条|个|件|篇|部|则|份|款|items?|measures?|rules?|standards?',
  ],
  // Laws count 日 and 工作日.
  ['天 日 工作日 个工作日 days', '天|日|个?工作日|days?'],
  ['周 星期 weeks', '周|个?星期|weeks?'],
  ['小时 hours', '个?小时|hours?'],
  ['分钟 minutes', '分钟|minutes?'],
  ['年 周年 years', '年|周年|years?'],
  ['个月 months', '个月|months?'],
  ['国 国家 countries nations', '国|个?国家|countries|nations'],
  ['省 provinces', '个?省|省份|省市|provinces'],
  ['村 villages', '个?\\p{Script=Han}{0,3}村|villages'],
  // How often something is read or watched.
  ['量 views clicks downloads visits', '次|人次|views|clicks|downloads'],
  ['票 votes', '票|votes?'],
  ['支 teams', '支|个|teams?'],
  ['台 套 devices machines computers cameras', '台|套|个|件|部|devices?|machines?|cameras?'],
  ['席 seats', '席|个|seats?'],
  ['页 pages', '页|pages?'],
  ['门 courses languages', '门|种|courses?|languages?'],
  ['张 cards', '张|个|cards?'],
  ['集 episodes', '集|期|episodes?'],
  ['点', '点|时(?![代间期])|:\\d\\d'],
  ['级 levels grades', '级|levels?|grades?'],
  ['次 届 回 times', '次|届|回|人次|times'],
  ['种 类 kinds types', '种|类|kinds?|types?'],
  ['丝', '粉丝|关注'],
  ['部', '部|个|项|件|篇|款|条'],
  ['批', '批'],
  ['座', '座|个'],
  ['篇', '篇|条|部|件|份'],
  ['场', '场'],
  ['款', '款'],
  ['字', '字'],
];

/** What may stand after a number that counts anything at all: not the year of 2021年, the first of 第一 or the 一 of 统一. */
export const ANY_UNIT =
  '[个件起宗家所间项条款篇部则份名位人次届批座种类例台套户只枚张处场辆支门国省市县村倍席]|(?<=[多余万亿])\\p{Script=Han}|[a-z]+s\\b';

/** Every set of alternatives that `unitsLike` gives. */
export const ALL_UNITS: readonly string[] = [...UNITS.map(([, answers]) => answers), ANY_UNIT];

/** What answers a question for this measure word; null for one that is not known, or may stand for any. */
export function unitsLike(unit: string): string | null {
  return UNITS.find(([asked]) => asked.split(' ').includes(unit))?.[1] ?? null;
}
