import type { AskingWords } from '../asking-words.js';

export const SIMPLIFIED_CHINESE_ASKING: AskingWords = {
  documentDescription: '只在这份文档里查找，可填编号或标题',
  kindDescription: '只在这一类文档里查找',
  lawDescription: '只查这部法规的条文，以及提到它的段落',
  privateDescription: '答复只有您自己能看到',
  verifyDescription: '核对一段话是否一字不差地见于文档，并指出在哪里',
  verifyTextDescription: '要核对的文字，按引用的原样填写',
  askAboutMessage: '就这条消息提问',
  continueInThread: '在子区里继续',
  threadOpened: (mentionNeeded) =>
    mentionNeeded
      ? '子区已经打开。在里面提及我，或者回复我的答复，就能接着上一个问题问下去。'
      : '子区已经打开。直接在里面写，就能接着上一个问题问下去。',
  threadThere: '这条答复下已经有子区了。',
  noThreadHere: '这里无法打开子区：只有文字频道可以，而且我需要“创建公共子区”的权限。',
  notAnAnswer: '请在我的一条答复上使用。',
  only: '只查',
  restriction: { document: '文档', kind: '类型', law: '法规' },
  noSuchDocument: (typed) => `没有“${typed}”这份文档。请从输入时列出的文档里选一份。`,
  noText: '这条消息里没有可以查找的文字。',
  tooLong: (length, maximum) => `文字有 ${length} 个字符，一次最多核对 ${maximum} 个。请分段核对。`,
  verified: '核对的文字',
  morePlaces: (places) => `另有 ${places} 处，这里没有列出。`,
};
