import type { ButtonWords } from '../button-words.js';
import { TRADITIONAL_CHINESE_ANSWER_BUTTONS } from './answer-button-words-zh-hant.js';

/** About buttons, in traditional Chinese. */
export const TRADITIONAL_CHINESE_BUTTONS: ButtonWords = {
  answer: TRADITIONAL_CHINESE_ANSWER_BUTTONS,
  copy: '複製引文出處',
  previousPage: '上一頁',
  nextPage: '下一頁',
  page: (page, pages) => `第 ${page} 頁，共 ${pages} 頁`,
  plainForm: '一般格式',
  nationalStandardForm: 'GB/T 7714',
  conversion: {
    label: '繁體檢視',
    heading: '轉換檢視，並非引文',
    explanation: '以下文字由程式從簡體字轉為繁體字，用詞未改，個別字可能有誤。引用時請以原文為準。',
  },
  lawGone: '這裡已沒有這部法規。請用 /法規（/law）重新查詢。',
  articleGone: (place) => `現有文本裡已沒有${place}。請用 /法規（/law）重新查詢。`,
  textChanged: '這則訊息發出後，這裡的法規文本有變動。以下為現有文本。',
  noFurtherArticle: '這一側沒有別的條文了。',
  unknown: '這個按鈕來自機器人的其他版本，已不起作用。請重新提問。',
};
