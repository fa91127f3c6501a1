/** What a follow-up says beside what it is about: how it opens, how it ends, and whether a content word is left. */
export interface SpokenParts {
  /** True where it opens with a word that goes on from something: 那, 再说, 还有, and, what about. */
  readonly opened: boolean;
  /** True where it ends in 呢 and asks by nothing else: 处罚呢？ */
  readonly trailing: boolean;
  /** Where the text begins behind its opening, and ends before its closing particle and marks. */
  readonly start: number;
  readonly end: number;
}

/**
 * 那 before a measure word or a number points at a thing (那次大会) or misspells 哪 (那些部门), and begins names of places; 再 begins
 * many words (再次, 再生能源). Both scripts.
 */
const CHINESE_OPENING = new RegExp(
  '^(?:(?:那|哪)(?:么|麼)(?!多|大|好|久)|那(?![些个個种種样樣里裡裏边邊时時年天次日位段篇部条條项項句名家份场場宗件座曲坡霸英回几幾两兩一二三四五六七八九十\\d群批伙夥]|[帮幫](?![我你他她咱助忙]))(?!不勒斯)' +
    '|再(?=[说說看问問讲講来來查给給列举舉谈談换換者请請帮幫][^，,。]|介绍|介紹|解释|解釋|具体|具體)(?:[说說看问問讲講谈談]{1,2}(?:一下)?)?' +
    '|还有|還有|另外|此外|以及|接着|接著|然后|然後|换成|換成|换做|換做|改成)[，,、：:\\s]{0,4}',
  'u',
);
const ENGLISH_OPENING =
  /^(?:(?:so|but|and|then|ok|okay)[,\s]{1,4})?(?:what|how)\s+about\b(?![-'’])[,\s]{0,4}|^(?:and|also|or|then|but|same for|what else)\b(?![-'’])[,\s]{0,4}/iu;
/** 呢 with the marks around it. */
const TRAILING = /[，,\s]{0,4}呢[？?！!。.…~\s]{0,8}$/u;
const CLOSING_MARKS = /[。.！!…~\s]{1,8}$/u;

/** Words and particles that ask. Longest first. */
const ASKING =
  /什[么麼][时時]候|什[么麼]|甚麼|[为為]什[么麼]|[为為]何|怎[么麼][样樣办辦]?|怎[样樣]|如何|哪[些个個里裡儿兒]?|[谁誰]|多少|多久|几|幾|何[时時]|是否|[吗嗎嘛]|\b(?:why|when|where|who|whom|whose|which|what|how|how many|how much)\b/giu;
/** What asks about nothing in particular, and so may stand beside the one thing that a follow-up names: 数据安全法怎么样 */
const ASKING_ALIKE = /怎[么麼][样樣]|怎[样樣]|如何/gu;

/** Words without content of their own. */
const FUNCTION_WORDS = new RegExp(
  [
    '呢|吧|啊|呀|的[话話]|的|了|是|有|在|里面|裡面|里|裡|裏|中|[对對][于於]|[对對]|[关關]于|[关關]於|至于|至於|按照|按|根[据據]|依[据據]|依照',
    '|[与與]|和|跟|同[样樣]|一[样樣]|如果|要是|情[况況]|方面|一下|[请請][问問]|[请請]|想知道|告[诉訴]我|我|[继繼][续續]|更多|其他|[别別]的',
    '|又|也|[还還]|都|[会會]|[则則]|而|[这這]|那|此|[该該]|再',
    '|\\b(?:the|an?|of|in|on|at|for|to|under|with|by|from|and|or|also|too|then|so|same|about|is|are|was|were|does|do|did|it|its|this|that',
    '|these|those|there|not|please|tell|me|us|you|more|else|again|if|instead|but|ok|okay)\\b',
  ].join(''),
  'giu',
);

/** How a message opens and ends. */
export function spokenParts(text: string): SpokenParts {
  const opening = CHINESE_OPENING.exec(text) ?? ENGLISH_OPENING.exec(text);
  const start = opening?.[0].length ?? 0;
  const rest = text.slice(start);
  const trailing = TRAILING.exec(rest);
  const closing = trailing ?? CLOSING_MARKS.exec(rest);
  return {
    opened: opening !== null,
    trailing: trailing !== null && !asks(rest.slice(0, trailing.index)),
    start,
    end: start + (closing?.index ?? rest.length),
  };
}

/** Whether a text holds a word that asks for something. */
export function asks(text: string): boolean {
  return text.search(ASKING) !== -1;
}

/** Whether a text asks by something else than how it stands with a thing. */
export function asksOfItself(text: string): boolean {
  return asks(text.replace(ASKING_ALIKE, ' '));
}

/** Whether anything of a text has content, beside function words and words that ask. */
export function hasContent(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text.replace(ASKING, ' ').replace(FUNCTION_WORDS, ' '));
}

/** A text without the particles and marks that are left at its ends where something was taken out. */
export function trimmedRest(text: string): string {
  return text.replace(/^[\s，,、：:的了]{1,20}/u, '').replace(/[\s，,、：:]{1,20}$/u, '');
}
