import { formatChineseNumeral } from '../../laws/chinese-numerals.js';
import { formatProvision } from '../../laws/citations/format-provision.js';
import { chineseTitle } from '../chinese-title.js';
import type { LawWords } from '../law-words.js';

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
  sources: (list) => `来源：${list}`,
  textAtHand: (day, articles, first, last) => `${day}文本，共${articles}条，${first}至${last}`,
  noText: '无',
  noTextAtHand: (title, day, url) =>
    `此处没有${chineseTitle(title)}在${day}适用的文本。${url === null ? '可以用' : `请查阅 ${url} ，也可以用`} \`npx yinju add 文件\` 添加。`,
  noTextHere: (title, day, hasAddress) =>
    `此处没有${chineseTitle(title)}在${day}适用的文本${hasAddress ? '，请查阅上列官方文本' : ''}。`,
  outdated: (day, since) => `现有文本为${day}文本，新文本自${since}起施行，条文序号和文字可能不同。`,
  provision: (article, paragraph, item, items) =>
    formatProvision({ article, paragraph, item, ...(items === undefined ? {} : { items }) }),
  subitem: (subitem) => `第${formatChineseNumeral(subitem)}目`,
  textOfDay: (day) => `${day}文本`,
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)}${day}文本没有${place}，该文本为${first}至${last}。`,
  unchecked: (title, place) => `${chineseTitle(title)}${place}无法核对：此处没有应当适用的文本。`,
  uncheckedInOldText: (title, place, { day, first, last, since }) =>
    `${chineseTitle(title)}${place}无法核对：现有的${day}文本为${first}至${last}，新文本已自${since}起施行。`,
  mentions: (shown, all) => (shown === all ? `提到它的段落（${all}个）` : `提到它的段落（共${all}个，先列${shown}个）`),
  noMentions: '文档中没有提到它的段落。',
  citedIn: (shown, all, more) => `${more ? '至少' : '共'}${all}个段落引用${shown === all ? '' : `（先列${shown}个）`}`,
  citedNowhere: '没有文档或其他法规的段落引用它。',
  meant: (day, since) => `写作时施行的是${day}文本${since === null ? '' : `，新文本自${since}起施行`}。`,
  steps: { previous: '上一条', next: '下一条', chapter: '全章', citedBy: '引用情况', citation: '引文格式' },
  known: (count) => `此处收有${count}部法规和文件：`,
  ambiguous: (name) => `“${name}”可能指几部法规，请选择：`,
  unknownLaw: (name) => `此处没有名为“${name}”的法规。`,
  didYouMean: '是否指',
  howToKnow: '`npx yinju law` 列出已收的法规；`npx yinju add 文件` 添加其他法规的文本。',
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
