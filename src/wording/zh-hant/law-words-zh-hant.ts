import { formatChineseNumeral } from '../../laws/chinese-numerals.js';
import { formatProvision } from '../../laws/citations/format-provision.js';
import { chineseTitle } from '../chinese-title.js';
import type { LawWords } from '../law-words.js';

/** About laws, in traditional Chinese. */
export const TRADITIONAL_CHINESE_LAW: LawWords = {
  labels: {
    kind: '類型',
    issuer: '制定機關',
    number: '文號',
    status: '時效',
    english: '英文名稱',
    address: '官方文本',
    text: '現有文本',
    otherTexts: '其他現有文本',
  },
  days: { adopted: '通過', published: '公布', inForce: '施行' },
  changes: { original: '初次制定', amended: '修正', revised: '修訂' },
  status: {
    'in-force': (day) => `有效，自${day}起施行`,
    amended: (day) => `有效，當日適用的文本自${day}起施行`,
    'not-yet-in-force': (day) => `尚未施行，自${day}起施行`,
    replaced: (day, title) => `自${day}起由${chineseTitle(title)}取代`,
    unknown: () => '不詳：這裡沒有施行日期',
  },
  onDay: (status, day) => `${status}（截至${day}）`,
  programme: '制度、項目或專項行動',
  unknown: '不詳',
  unofficial: (title) => `${title}（非官方譯名）`,
  sources: (list) => `來源：${list}`,
  textAtHand: (day, articles, first, last) => `${day}文本，共 ${articles} 條，${first}至${last}`,
  noText: '無',
  noTextAtHand: (title, day, url) =>
    `這裡沒有${chineseTitle(title)}在${day}適用的文本。${url === null ? '可以用' : `請查閱 ${url} ，也可以用`} \`npx yinju add 檔案\` 加入。`,
  noTextHere: (title, day, hasAddress) =>
    `這裡沒有${chineseTitle(title)}在${day}適用的文本${hasAddress ? '，請查閱上列官方文本' : ''}。`,
  outdated: (day, since) => `現有文本為${day}文本，新文本自${since}起施行，條文序號和文字可能不同。`,
  provision: (article, paragraph, item, items) =>
    formatProvision({ article, paragraph, item, ...(items === undefined ? {} : { items }) })
      .replace('条', '條')
      .replaceAll('项', '項'),
  subitem: (subitem) => `第${formatChineseNumeral(subitem)}目`,
  textOfDay: (day) => `${day}文本`,
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)}${day}文本沒有${place}，該文本為${first}至${last}。`,
  unchecked: (title, place) => `${chineseTitle(title)}${place}無法核對：這裡沒有應當適用的文本。`,
  uncheckedInOldText: (title, place, { day, first, last, since }) =>
    `${chineseTitle(title)}${place}無法核對：現有的${day}文本為${first}至${last}，新文本已自${since}起施行。`,
  mentions: (shown, all) =>
    shown === all ? `提到它的段落（${all} 個）` : `提到它的段落（共 ${all} 個，先列 ${shown} 個）`,
  noMentions: '文件裡沒有提到它的段落。',
  citedIn: (shown, all, more) =>
    `${more ? '至少' : '共'}${all} 個段落引用${shown === all ? '' : `（先列 ${shown} 個）`}`,
  citedNowhere: '沒有文件或其他法規的段落引用它。',
  meant: (day, since) => `寫作時施行的是${day}文本${since === null ? '' : `，新文本自${since}起施行`}。`,
  steps: { previous: '上一條', next: '下一條', chapter: '全章', citedBy: '引用情形', citation: '引文格式' },
  known: (count) => `這裡收有 ${count} 部法規和文件：`,
  ambiguous: (name) => `「${name}」可能指幾部法規，請選擇：`,
  unknownLaw: (name) => `這裡沒有名為「${name}」的法規。`,
  didYouMean: '是否指',
  howToKnow: '`npx yinju law` 列出已收的法規；`npx yinju add 檔案` 加入其他法規的文本。',
  badArticle: (typed) => `「${typed}」不是條文序號。請寫成 21、286-1、第二十一條或 art. 21。`,
  disclaimer: '本內容不構成法律意見，以中文正式文本為準。',
  verdicts: {
    found: '已核對',
    absent: '現有文本裡沒有',
    superseded: '已被取代或修改',
    unchecked: '未核對：沒有文本，或文本已過時',
    unidentified: '未識別：不知所指何法',
  },
  noCitations: '文中沒有引用法規。',
  citations: (count) => `${count} 處引用`,
};
