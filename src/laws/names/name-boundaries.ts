/** Another state's law may bear the same name: 越南网络安全法, 欧盟《网络安全法》. */
const OTHER_JURISDICTIONS =
  '美国 英国 法国 德国 俄罗斯 日本 韩国 朝鲜 印度 越南 泰国 新加坡 马来西亚 印尼 菲律宾 柬埔寨 巴西 加拿大 澳大利亚 新西兰 南非 欧盟 欧洲 外国 香港 香港特别行政区 澳门 澳门特别行政区 台湾'.split(
    ' ',
  );
/** Nouns before a title that make it another one: 儿童个人信息…, 工业数据安全… */
const NARROWING = '儿童 未成年人 工业 公共 军队 金融 政务 电信 医疗'.split(' ');
const LONGEST_JURISDICTION = Math.max(...OTHER_JURISDICTIONS.map((name) => name.length));

/** What follows 法 where it is no end of a title: 法律, 法规 (but 法规定), 法治, 法制 (but 法制定), 法学 (but 法学习) … */
const LONGER_WORD_WITH_LAW = /^(?:[律治院官庭医系务则令盲典定]|条例|规(?!定)|制(?!定)|学(?!习)|理(?!解)|案(?![件例]))/u;
/** A rule about the rule, or a draft of it, is another document. */
const ANOTHER_DOCUMENT =
  /^(?:实施(?:细则|办法|条例|意见|规定)|修正案|\(?(?:[^()]{0,4}草案|征求意见稿|[^()]{0,4}审议稿))/u;

const LATIN = /[a-z0-9]/;
/** The same in English, in folded text: Hong Kong's National Security Law, the EU Data Act. */
const OTHER_JURISDICTION_ENGLISH =
  /(?:^|[^a-z])(?:hong kong|macau|taiwan(?:ese)?|vietnam(?:ese)?|japan(?:ese)?|korean?|indian?|russian?|singapore|thai(?:land)?|eu|uk|us)(?:"s)? $/;
const LONGEST_ENGLISH = 16;

/** Does a name that starts at `start` begin a word there, and is it not said to be another state's? */
export function beginsName(text: string, start: number): boolean {
  if (LATIN.test(text.charAt(start)))
    return (
      !LATIN.test(text.charAt(start - 1)) &&
      !OTHER_JURISDICTION_ENGLISH.test(text.slice(Math.max(0, start - LONGEST_ENGLISH), start))
    );
  const before = text.slice(Math.max(0, start - LONGEST_JURISDICTION - 2), start).replace(/[的《"]{1,2}$/u, '');
  return ![...OTHER_JURISDICTIONS, ...NARROWING].some((name) => before.endsWith(name));
}

/** Does a name whose last character is before `end` end there, or does the word or the title go on? */
export function endsName(text: string, end: number): boolean {
  const last = text.charAt(end - 1);
  if (LATIN.test(last)) return !LATIN.test(text.charAt(end));
  const after = text.slice(end, end + 8);
  if (last === '法' && LONGER_WORD_WITH_LAW.test(after)) return false;
  if (last === '略' && after.startsWith('性')) return false;
  if (last === '议' && after.startsWith('书')) return false;
  return !ANOTHER_DOCUMENT.test(after);
}
