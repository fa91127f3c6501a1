/** What is no speech of the author's: blocks of code, quoted lines, links, mentions and custom emojis. */
const FOREIGN_PARTS = [
  /```[^]*?(?:```|$)/gu,
  /`[^`\n]*`/gu,
  /^[ \t]*>+ .*$/gmu,
  /\bhttps?:\/\/\S+/giu,
  /<(?:@[!&]?|#)\d{1,20}>|<a?:\w{1,40}:\d{1,20}>|<t:-?\d{1,20}(?::\w)?>|<\/[^>\n]{1,120}:\d{1,20}>/gu,
] as const;

/** Ends of sentences, each kept with its sentence. */
const SENTENCE = /[^。！？!?\n]+[。！？!?]*/gu;
const QUESTION_MARK = /[？?]/u;
const STATEMENT_END = /[。！!]\s*$/u;

/** A Chinese sentence without a question mark asks with one of these. */
const CHINESE_ASKING =
  /什[么麼]|甚麼|怎[么麼樣样]|如何|哪[些个個里裡裏种種几幾年一]|[谁誰]|多少|[几幾](?!乎)|有多[^少\s]|是否|能否|可否|[吗嗎]\s*$|[为為]何|有[没沒]有|是不是|能不能/u;
/** With these a word that asks does not ask: 不管怎么样, 什么都好, 我知道怎么做. */
const CHINESE_NOT_ASKING =
  /不管|不[论論]|[无無][论論]|[没沒](?:有)?什[么麼]|(?:什[么麼]|[谁誰]|哪[里裡儿兒]|怎[么麼])都|(?:我|已[经經]|都)知道|[随隨]便|了\s*$/u;
/** A Chinese request: it begins so, or says what the author wants. */
const CHINESE_REQUEST =
  /^(?:[麻烦煩请請帮幫给給]{1,3}(?:[我你您]|一下)?)?(?:介[绍紹]|解[释釋]|[说說]明|[说說][说說一]|列出|列[举舉]|[总總][结結]|[查找]一?[下查找]|告[诉訴]我|比[较較]|概括|[讲講][讲講一])|^[请請][问問教]|我?想(?:知道|了解|[问問])|[请請](?:介[绍紹]|解[释釋]|[说說]明|列出|告[诉訴])|求(?:解|教|助)/u;

/** An English sentence without a question mark asks so: a word that asks and a verb, or a verb and its subject. */
const ENGLISH_ASKING =
  /^(?:so |and |but |hi |hey |hello |please )*(?:(?:what|who|where|when|why|how|which|whose)(?:'s|’s)? (?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will|would|many|much|long|often|kind|kinds|law|laws|article|articles|document|documents)\b|(?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will|would) (?:the|a|an|i|we|you|it|they|there|this|these|those|that|any|companies|china)\b)/iu;
const ENGLISH_REQUEST =
  /^(?:hi |hey |hello )?(?:please |can you |could you )?(?:define|describe|explain|compare|list|show|summari[sz]e|quote|cite|look up|find|tell (?:me|us)|give (?:me|us))\s+\S|\bi(?:'d like| would like| want|’d like) to know\b|\bi wonder (?:what|who|where|when|why|how|which|if|whether)\b/iu;
/** Fewer words than this are no request and no question without a mark: "find it". */
const FEWEST_WORDS = 3;

/** Words that say nothing of what is asked about: with these alone a sentence is chatter, whatever mark it ends with. */
const CHINESE_EMPTY =
  /什[么麼]|甚麼|怎[么麼樣样]?|如何|哪[些个個里裡裏种種儿兒]?|[谁誰]|多少|[几幾]|是否|[为為]|[吗嗎呢吧啊呀哦哈嘛了的得地着著过過]|[我你您他她它]们?|[們们]|大家|有人|[这這那]|[真好对對行在有是不没沒要会會能可以就都也还還再又很太]|一下|事情?|意思|回事|[样樣]|来[着著]?|吃|睡|今天|明天|昨天|[现現]在|干嘛|[请請][问問]/gu;
const ENGLISH_EMPTY = new Set(
  (
    'a about again all am an and any anybody anyone are at be been but can could did do does doing done else ever for from going good got great ' +
    'guys had has have he hello her here hey hi him how huh i if in is it its just know like lol lunch man maybe me mean mine my no nobody not ' +
    'now of ok okay on one online or our out please really right say see serious seriously she should so somebody someone sorry sure thanks that ' +
    'the their them then there these they thing things think this those to today tomorrow too up us wait was we well were what whats when where ' +
    'which who whos whose why will with would wow yeah yes yesterday yet you your'
  ).split(' '),
);

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{Script=Latin}\p{Nd}][\p{Script=Latin}\p{Nd}'’]*/gu;

/**
 * Whether a message that speaks to nobody asks or requests something about a matter, by its form: a question mark, words
 * that ask, or the verb of a request; and at least one word of its own beside those of greetings and small talk. Decided
 * for chats in which people also talk to each other, so it would rather leave a question alone than answer chatter. Code,
 * quotations, links and mentions in it do not count.
 */
export function looksLikeQuestion(text: string): boolean {
  const own = FOREIGN_PARTS.reduce((rest, pattern) => rest.replace(pattern, ' '), text);
  const sentences = own.match(SENTENCE) ?? [];
  return sentences.map((sentence) => sentence.trim()).some((sentence) => asks(sentence) && hasMatter(sentence));
}

function asks(sentence: string): boolean {
  if (QUESTION_MARK.test(sentence)) return true;
  if (CHINESE_REQUEST.test(sentence)) return true;
  if (CHINESE_ASKING.test(sentence) && !CHINESE_NOT_ASKING.test(sentence) && !STATEMENT_END.test(sentence)) return true;
  const words = sentence.match(WORD) ?? [];
  if (words.length < FEWEST_WORDS) return false;
  return ENGLISH_REQUEST.test(sentence) || (ENGLISH_ASKING.test(sentence) && !/[.!]\s*$/u.test(sentence));
}

/** Two Chinese characters, or one word or number, that say what it is about. */
function hasMatter(sentence: string): boolean {
  const han = sentence.replace(CHINESE_EMPTY, ' ').match(HAN)?.length ?? 0;
  if (han >= 2) return true;
  const words = sentence.toLowerCase().match(WORD) ?? [];
  return words.some((word) => word.length >= 3 && !ENGLISH_EMPTY.has(word.replace(/['’]/g, '')));
}
