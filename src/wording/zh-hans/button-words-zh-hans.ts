import type { ButtonWords } from '../button-words.js';
import { SIMPLIFIED_CHINESE_ANSWER_BUTTONS } from './answer-button-words-zh-hans.js';

/** About buttons, in simplified Chinese. */
export const SIMPLIFIED_CHINESE_BUTTONS: ButtonWords = {
  answer: SIMPLIFIED_CHINESE_ANSWER_BUTTONS,
  copy: '复制引文出处',
  previousPage: '上一页',
  nextPage: '下一页',
  page: (page, pages) => `第${page}页，共${pages}页`,
  plainForm: '普通格式',
  nationalStandardForm: 'GB/T 7714',
  conversion: {
    label: '繁体查看',
    heading: '转换查看，并非引文',
    explanation: '以下文字由程序从简体字转为繁体字，用词未改，个别字可能有误。引用时请以原文为准。',
  },
  lawGone: '此处已没有这部法规。请用 /法规（/law）重新查询。',
  articleGone: (place) => `现有文本中已没有${place}。请用 /法规（/law）重新查询。`,
  textChanged: '这条消息发出后，此处的法规文本有变动。以下为现有文本。',
  noFurtherArticle: '这一侧没有别的条文了。',
  unknown: '这个按钮来自机器人的其他版本，已不起作用。请重新提问。',
};
