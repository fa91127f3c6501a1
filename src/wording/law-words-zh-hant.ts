import { formatProvision } from '../laws/format-provision.js';
import { chineseTitle } from './chinese-title.js';
import type { LawWords } from './law-words.js';

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
  withSource: (fact, source) => `${fact}（來源：${source}）`,
  textAtHand: (day, articles, first, last) => `${day}文本，共 ${articles} 條，${first}至${last}`,
  noText: '無。請查閱官方文本，或用 `npx yinju add 檔案` 加入。',
  outdated: (day, since) => `現有文本為${day}文本，新文本自${since}起施行，條文序號和文字可能不同。`,
  provision: (article, paragraph, item) =>
    formatProvision({ article, paragraph, item }).replace('条', '條').replace('项', '項'),
  absent: (title, place, day, first, last) =>
    `${chineseTitle(title)}${day}文本沒有${place}，該文本為${first}至${last}。`,
  unchecked: (title, place) => `${chineseTitle(title)}${place}無法核對：這裡沒有應當適用的文本。`,
  mentions: (shown, all) =>
    shown === all ? `提到它的段落（${all} 個）` : `提到它的段落（共 ${all} 個，先列 ${shown} 個）`,
  noMentions: '文件裡沒有提到它的段落。',
  ambiguous: (name) => `「${name}」可能指幾部法規，請選擇：`,
  unknownLaw: (name) => `這裡沒有名為「${name}」的法規。`,
  didYouMean: '是否指',
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
