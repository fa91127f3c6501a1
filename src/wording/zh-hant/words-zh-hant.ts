import { chineseDay, chineseDayRange } from '../chinese-date.js';
import { chineseTitle } from '../chinese-title.js';
import type { Words } from '../words.js';
import { TRADITIONAL_CHINESE_ASKING } from './asking-words-zh-hant.js';
import { TRADITIONAL_CHINESE_BUTTONS } from './button-words-zh-hant.js';
import { TRADITIONAL_CHINESE_LAW } from './law-words-zh-hant.js';
import { TRADITIONAL_CHINESE_OPERATION } from './operation-words-zh-hant.js';
import { TRADITIONAL_CHINESE_SETTINGS } from './setting-words-zh-hant.js';

const since = (day: string | null): string => (day === null ? '' : `（自${chineseDay(day)}起）`);

/** Chinese in traditional script, written for readers in Taiwan, not converted from the simplified text. */
export const TRADITIONAL_CHINESE: Words = {
  language: 'zh-Hant',
  partSeparator: ' · ',
  listSeparator: '、',
  colon: '：',
  gapMark: '[…]',
  kinds: {
    'news agency report': '通訊社報導',
    'newspaper brief': '報紙短訊',
    'article signed by an official': '官員署名文章',
    'article of a Party study group': '黨委理論學習中心組文章',
    'ministry feature': '部委專題文章',
    law: '法律',
    'administrative regulation': '行政法規',
    'departmental rule': '部門規章',
    'normative document': '規範性文件',
    'judicial document': '司法文件',
    'Party document': '黨的文件',
    'strategy or plan': '戰略或規劃',
    initiative: '倡議',
    'joint statement': '聯合聲明',
  },
  unknown: { speaker: '未註明發布者', kind: '類型不詳', date: '日期不詳' },
  date: {
    day: chineseDay,
    range: (from, to) => `${chineseDayRange(from, to)}之間`,
  },
  inferred: (fact) => `${fact}（推定）`,
  answer: {
    match: '與問題相符的段落',
    nearest: '目前的文件沒有回答這個問題。最接近的段落：',
    nothing: '目前的文件沒有回答這個問題，也沒有接近的段落。',
    strength: { strong: '相符程度：高', weak: '相符程度：低', none: '相符程度：無' },
    question: '問題',
    understood: '理解為',
    questionRest: '問題的其餘部分',
    alsoIn: '幾乎相同的文字另見',
    readInContext: '查看前後文',
    more: '更多段落',
    context: '段落與前後文',
    contextGone: '這個段落已經不在文件裡，請重新提問。',
  },
  citation: {
    section: '章節',
    page: (page) => `第 ${page} 頁`,
    source: (file, sha256) => `${file}（文字 SHA-256 ${sha256}…）`,
    title: chineseTitle,
  },
  notice: {
    ruleReplaced: (title, replacedBy, day) =>
      `文中提到的${chineseTitle(title)}現已由${chineseTitle(replacedBy)}取代${since(day)}。`,
    ruleAmended: (title, day) => `文中提到的${chineseTitle(title)}之後已經修正或重新發布${since(day)}。`,
    ruleModified: (title, by, day) =>
      `文中提到的${chineseTitle(title)}，其適用已由${chineseTitle(by)}調整${since(day)}。`,
    textOutdated: (title, day, newer) =>
      `這是${chineseTitle(title)}${day === null ? '日期不詳的' : chineseDay(day)}文本，新文本自${chineseDay(newer)}起施行。`,
    abstract: '出自文章開頭的摘要；內文的同一段話可能註明了是誰說的。',
    gap: '標有 […] 的地方，原始檔案缺漏文字。',
  },
  law: TRADITIONAL_CHINESE_LAW,
  verification: {
    verbatim: '這段文字與文件一字不差。',
    equivalent: '這段文字見於文件，只有繁簡、全形半形、空格或引號形式不同。',
    different: '文件裡沒有這段文字。最接近的原文如下，不同的地方已經標出：',
    absent: '文件裡沒有這段文字，也沒有接近的原文。',
    leavesOutNegation: '請留意：同一分句的其餘部分含有否定詞，全句的意思不同。',
    changesMeaning: '請留意：否定詞或數字不同，意思可能相反或有出入。',
    missing: '只見於文件',
    added: '只見於待查文字',
  },
  sources: {
    heading: (documents, passages) => `共 ${documents} 篇文件，${passages} 個段落`,
    passages: (count) => `${count} 個段落`,
    lawTexts: (count) => `法規文本：${count} 篇`,
    none: '沒有文件。',
  },
  problem: {
    empty: '沒有問題。請輸入一個，例如：2023年國家網路安全宣傳週的主題是什麼？',
    noWords: '問題裡只有符號，沒有文字。請把問題寫出來。',
    tooLong: (length, maximum) => `問題有 ${length} 個字元，最多只能查詢 ${maximum} 個字元。`,
    failure: '系統出了點狀況，與您的問題無關。請稍後再試。',
    tooSlow: '等候逾時，請再試一次。',
  },
  chat: {
    welcome: (documents, passages) => [
      `引據從 ${documents} 篇文件（${passages} 個段落）中逐字引用原文，沒有一句話由機器撰寫。`,
      '可以用中文或英文提問。輸入「幫助」查看指令，輸入「退出」結束。',
    ],
    help: [
      '輸入問題後按 Enter 鍵。以下詞語另有作用：',
      '  更多        顯示上一個問題的其他段落',
      '  前後文 N    顯示第 N 個段落前後的文字',
      '  幫助        顯示這份說明',
      '  退出        結束（也可以按 Ctrl-D）',
      '放在「」或 "" 裡的詞語必須原樣出現。按上下方向鍵可以找回先前的問題。',
    ],
    prompt: '提問> ',
    noQuestionYet: '請先提一個問題。',
    noMore: '沒有更多段落了。',
    noSuchPassage: (rank, count) =>
      count === 0 ? `沒有第 ${rank} 個段落：還沒有顯示過段落。` : `沒有第 ${rank} 個段落：只顯示了 ${count} 個段落。`,
    moreHint: (rest) => `輸入「更多」再看 ${rest} 個段落。`,
    goodbye: '再見。',
  },
  discord: {
    askDescription: '在文件中尋找與問題相符的段落，逐字引用',
    questionDescription: '您的問題，中文或英文都可以',
    lawDescription: '查看一部法規的基本資訊、條文原文，或提到它的段落',
    lawNameDescription: '法規的任一名稱，中文或英文都可以',
    articleDescription: '條文序號，例如 21、286-1 或第二十一條',
    asOfDescription: '查看這一天的時效和文本，格式為 YYYY-MM-DD，預設為今天',
    lawQuestionDescription: '提出問題：在這部法規的文本和提到它的段落裡尋找',
    oneLawDescription: (title) => `查看${chineseTitle(title)}的基本資訊、條文原文和相關段落`,
    commandGone: '這個指令已不存在。請用 /法規（/law）加法規名稱。',
    coolDown: (seconds) => `您在短時間內提問較多，請在 ${seconds} 秒後再問。`,
    serverCoolDown: (seconds) => `本伺服器在短時間內提問較多，請在 ${seconds} 秒後再問。`,
    busy: '目前等待回答的問題太多，這個問題未能受理，請一分鐘後再問。',
    buttons: TRADITIONAL_CHINESE_BUTTONS,
    asking: TRADITIONAL_CHINESE_ASKING,
    operation: TRADITIONAL_CHINESE_OPERATION,
    settings: TRADITIONAL_CHINESE_SETTINGS,
    badDate: (typed) => `「${typed}」不是日期。請寫成 YYYY-MM-DD，例如 2026-01-01。`,
    help: [
      '提及我並寫下問題，或是使用 /提問（/ask），我會逐字引用文件中與問題相符的段落。',
      '每個段落都註明由誰發布、何時發布、出自何處，沒有一句話由機器撰寫。',
      '用 /法規（/law）可以查看一部法規的基本資訊、某一條的原文，或就這部法規提問。',
    ],
    leftOut: (count) => `還有 ${count} 個段落，這則訊息放不下。`,
    shortened: '段落未完，全文請見原始檔案。',
  },
};
