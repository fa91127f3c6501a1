import type { AskingWords } from '../asking-words.js';

export const TRADITIONAL_CHINESE_ASKING: AskingWords = {
  documentDescription: '只在這份文件裡尋找，可填編號或標題',
  kindDescription: '只在這一類文件裡尋找',
  lawDescription: '只查這部法規的條文，以及提到它的段落',
  privateDescription: '答覆只有您自己看得到',
  verifyDescription: '查核一段話是否與文件一字不差，並指出在哪裡',
  verifyTextDescription: '要查核的文字，請照引用的原樣填寫',
  askAboutMessage: '針對這則訊息提問',
  continueInThread: '在討論串中繼續',
  threadOpened: (mentionNeeded) =>
    mentionNeeded
      ? '討論串已經開啟。在裡面提及我，或是回覆我的答覆，就能接著上一個問題問下去。'
      : '討論串已經開啟。直接在裡面輸入，就能接著上一個問題問下去。',
  threadThere: '這則答覆下已經有討論串了。',
  noThreadHere: '這裡無法開啟討論串：只有文字頻道可以，而且我需要「建立公開討論串」的權限。',
  notAnAnswer: '請在我的一則答覆上使用。',
  only: '只查',
  restriction: { document: '文件', kind: '類型', law: '法規' },
  noSuchDocument: (typed) => `沒有「${typed}」這份文件。請從輸入時列出的文件裡選一份。`,
  noText: '這則訊息裡沒有可以尋找的文字。',
  tooLong: (length, maximum) => `文字有 ${length} 個字元，一次最多查核 ${maximum} 個。請分段查核。`,
  verified: '查核的文字',
  morePlaces: (places) => `另有 ${places} 處，這裡沒有列出。`,
};
