import { chineseDay, chineseDayRange } from '../chinese-date.js';
import { chineseTitle } from '../chinese-title.js';
import type { Words } from '../words.js';
import { SIMPLIFIED_CHINESE_ASKING } from './asking-words-zh-hans.js';
import { SIMPLIFIED_CHINESE_BUTTONS } from './button-words-zh-hans.js';
import { SIMPLIFIED_CHINESE_LAW } from './law-words-zh-hans.js';
import { SIMPLIFIED_CHINESE_OPERATION } from './operation-words-zh-hans.js';
import { SIMPLIFIED_CHINESE_SETTINGS } from './setting-words-zh-hans.js';

const since = (day: string | null): string => (day === null ? '' : `（自${chineseDay(day)}起）`);

/** Chinese in simplified script, as readers on the mainland write it. */
export const SIMPLIFIED_CHINESE: Words = {
  language: 'zh-Hans',
  partSeparator: ' · ',
  listSeparator: '、',
  colon: '：',
  gapMark: '[…]',
  kinds: {
    'news agency report': '通讯社报道',
    'newspaper brief': '报纸简讯',
    'article signed by an official': '官员署名文章',
    'article of a Party study group': '党委理论学习中心组文章',
    'ministry feature': '部委专题文章',
    law: '法律',
    'administrative regulation': '行政法规',
    'departmental rule': '部门规章',
    'normative document': '规范性文件',
    'judicial document': '司法文件',
    'Party document': '党的文件',
    'strategy or plan': '战略或规划',
    initiative: '倡议',
    'joint statement': '联合声明',
  },
  unknown: { speaker: '未注明发布者', kind: '类型不详', date: '日期不详' },
  date: {
    day: chineseDay,
    range: (from, to) => `${chineseDayRange(from, to)}之间`,
  },
  inferred: (fact) => `${fact}（推定）`,
  answer: {
    match: '与问题相符的段落',
    nearest: '现有文档没有回答这个问题。最接近的段落：',
    nothing: '现有文档没有回答这个问题，也没有接近的段落。',
    strength: { strong: '相符程度：高', weak: '相符程度：低', none: '相符程度：无' },
    question: '问题',
    understood: '理解为',
    questionRest: '问题的其余部分',
    alsoIn: '几乎相同的文字另见',
    readInContext: '查看上下文',
    more: '更多段落',
    context: '段落及其上下文',
    contextGone: '这个段落已不在文档中，请重新提问。',
  },
  citation: {
    section: '章节',
    page: (page) => `第${page}页`,
    source: (file, sha256) => `${file}（文本 SHA-256 ${sha256}…）`,
    title: chineseTitle,
  },
  notice: {
    ruleReplaced: (title, replacedBy, day) =>
      `文中提到的${chineseTitle(title)}现已由${chineseTitle(replacedBy)}取代${since(day)}。`,
    ruleAmended: (title, day) => `文中提到的${chineseTitle(title)}此后已经修改或重新发布${since(day)}。`,
    ruleModified: (title, by, day) =>
      `文中提到的${chineseTitle(title)}，其适用已由${chineseTitle(by)}调整${since(day)}。`,
    textOutdated: (title, day, newer) =>
      `这是${chineseTitle(title)}${day === null ? '日期不详的' : chineseDay(day)}文本，新文本自${chineseDay(newer)}起施行。`,
    abstract: '出自文首摘要；正文中的同一内容可能注明了是谁说的。',
    gap: '标有 […] 之处，原始文件缺失文字。',
  },
  law: SIMPLIFIED_CHINESE_LAW,
  verification: {
    verbatim: '这段文字与文档一字不差。',
    equivalent: '这段文字见于文档，只有繁简、全半角、空格或引号形式不同。',
    different: '文档中没有这段文字。最接近的原文如下，不同之处已经标出：',
    absent: '文档中没有这段文字，也没有接近的原文。',
    leavesOutNegation: '请注意：同一分句的其余部分含有否定词，全句的意思不同。',
    changesMeaning: '请注意：否定词或数字不同，意思可能相反或有出入。',
    missing: '仅见于文档',
    added: '仅见于待核文字',
  },
  sources: {
    heading: (documents, passages) => `共${documents}篇文档，${passages}个段落`,
    passages: (count) => `${count}个段落`,
    lawTexts: (count) => `法规文本：${count}篇`,
    none: '没有文档。',
  },
  problem: {
    empty: '没有问题。请写一个，例如：2023年国家网络安全宣传周的主题是什么？',
    noWords: '问题里只有符号，没有文字。请把问题写出来。',
    tooLong: (length, maximum) => `问题有${length}个字符，最多只能检索${maximum}个字符。`,
    failure: '这里出了错，与您的问题无关。请稍后再试。',
    tooSlow: '用时过长，请再试一次。',
  },
  chat: {
    welcome: (documents, passages) => [
      `引据从${documents}篇文档（${passages}个段落）中逐字引用原文，没有一句话由机器撰写。`,
      '可用中文或英文提问。输入“帮助”查看命令，输入“退出”结束。',
    ],
    help: [
      '输入问题后按回车键。以下词语另有作用：',
      '  更多        显示上一个问题的其他段落',
      '  上下文 N    显示第 N 个段落前后的文字',
      '  帮助        显示本说明',
      '  退出        结束（也可按 Ctrl-D）',
      '放在“”或「」里的词语必须原样出现。按上下方向键可以找回先前的问题。',
    ],
    prompt: '提问> ',
    noQuestionYet: '请先提一个问题。',
    noMore: '没有更多段落了。',
    noSuchPassage: (rank, count) =>
      count === 0 ? `没有第${rank}个段落：还没有显示过段落。` : `没有第${rank}个段落：只显示了${count}个段落。`,
    moreHint: (rest) => `输入“更多”再看${rest}个段落。`,
    goodbye: '再见。',
  },
  discord: {
    askDescription: '在文档中查找与问题相符的段落，逐字引用',
    questionDescription: '您的问题，中文或英文均可',
    lawDescription: '查看一部法规的基本信息、条文原文，或提到它的段落',
    lawNameDescription: '法规的任一名称，中文或英文均可',
    articleDescription: '条文序号，例如 21、286-1 或第二十一条',
    asOfDescription: '查看这一天的时效和文本，格式为 YYYY-MM-DD，默认为今天',
    lawQuestionDescription: '提出问题：在这部法规的文本和提到它的段落中查找',
    oneLawDescription: (title) => `查看${chineseTitle(title)}的基本信息、条文原文和相关段落`,
    commandGone: '这个命令已不存在。请用 /法规（/law）加法规名称。',
    coolDown: (seconds) => `您在短时间内提问较多，请在${seconds}秒后再问。`,
    serverCoolDown: (seconds) => `本服务器在短时间内提问较多，请在${seconds}秒后再问。`,
    busy: '目前等待回答的问题太多，这个问题未能受理，请一分钟后再问。',
    buttons: SIMPLIFIED_CHINESE_BUTTONS,
    asking: SIMPLIFIED_CHINESE_ASKING,
    operation: SIMPLIFIED_CHINESE_OPERATION,
    settings: SIMPLIFIED_CHINESE_SETTINGS,
    badDate: (typed) => `“${typed}”不是日期。请写成 YYYY-MM-DD，例如 2026-01-01。`,
    help: [
      '提及我并写下问题，或者使用 /提问（/ask），我会逐字引用文档中与问题相符的段落。',
      '每个段落都注明由谁发布、何时发布、出自何处，没有一句话由机器撰写。',
      '用 /法规（/law）可以查看一部法规的基本信息、某一条的原文，或就这部法规提问。',
    ],
    leftOut: (count) => `还有${count}个段落，这条消息放不下。`,
    shortened: '段落未完，全文见原始文件。',
  },
};
