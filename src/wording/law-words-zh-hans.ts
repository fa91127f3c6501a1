import { formatProvision } from '../laws/format-provision.js';
import { chineseTitle } from './chinese-title.js';
import type { LawWords } from './law-words.js';

/** About laws, in simplified Chinese. */
export const SIMPLIFIED_CHINESE_LAW: LawWords = {
  labels: {
    kind: '类型',
    issuer: '制定机关',
    number: '文号',
    status: '时效',
    english: '英文名称',
    address: '官方文本',
    text: '现有文本',
    otherTexts: '其他现有文本',
  },
  days: { adopted: '通过', published: '公布', inForce: '施行' },
  changes: { original: '初次制定', amended: '修正', revised: '修订' },
  status: {
    'in-force': (day) => `有效，自${day}起施行`,
    amended: (day) => `有效，当日适用的文本自${day}起施行`,
    'not-yet-in-force': (day) => `尚未施行，自${day}起施行`,
    replaced: (day, title) => `自${day}起由${chineseTitle(title)}取代`,
    unknown: () => '不详：此处没有施行日期',
  },
  onDay: (status, day) => `${status}（截至${day}）`,
  programme: '制度、项目或专项行动',
  unknown: '不详',
  unofficial: (title) => `${title}（非官方译名）`,
  withSource: (fact, source) => `${fact}（来源：${source}）`,
  textAtHand: (day, articles, first, last) => `${day}文本，共${articles}条，${first}至${last}`,
  noText: '无。请查阅官方文本，或用 `npx yinju add 文件` 添加。',
  outdated: (day, since) => `现有文本为${day}文本，新文本自${since}起施行，条文序号和文字可能不同。`,
  provision: (article, paragraph, item) => formatProvision({ article, paragraph, item }),
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)}${day}文本没有${place}，该文本为${first}至${last}。`,
  unchecked: (title, place) => `${chineseTitle(title)}${place}无法核对：此处没有应当适用的文本。`,
  mentions: (shown, all) => (shown === all ? `提到它的段落（${all}个）` : `提到它的段落（共${all}个，先列${shown}个）`),
  noMentions: '文档中没有提到它的段落。',
  ambiguous: (name) => `“${name}”可能指几部法规，请选择：`,
  unknownLaw: (name) => `此处没有名为“${name}”的法规。`,
  didYouMean: '是否指',
  badArticle: (typed) => `“${typed}”不是条文序号。请写成 21、286-1、第二十一条或 art. 21。`,
  disclaimer: '本内容不构成法律意见，以中文正式文本为准。',
  verdicts: {
    found: '已核对',
    absent: '现有文本中没有',
    superseded: '已被取代或修改',
    unchecked: '未核对：没有文本，或文本已过时',
    unidentified: '未识别：不知所指何法',
  },
  noCitations: '文中没有引用法规。',
  citations: (count) => `${count}处引用`,
};
